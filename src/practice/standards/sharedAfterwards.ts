/** What several standards state alike of the time after a decision: the family, the record, dates, actions. */
import type { RuleBody, RuleCommon } from '../language/rule.ts';
import { familyToldFields } from './sharedFields.ts';

export const sharedAfterwards = {
  'F-1': {
    id: 'F-1',
    text: 'Decide what the family is told; withhold it only if telling would put the child at more risk or jeopardise a police investigation.',
    strength: 'must',
    bot: ['agenda', 'block'],
    kind: 'requirement',
    asks: {
      about: 'family',
      fields: [
        ...familyToldFields,
        {
          name: 'withheldBecause',
          words: 'Why they are not told',
          kind: 'choice',
          choices: [
            { value: 'riskToChild', words: 'It would put the child at more risk' },
            { value: 'jeopardisesInvestigation', words: 'It would jeopardise a police investigation' },
          ],
          onlyIf: { field: 'decision', is: ['withheld'] },
        },
      ],
    },
  },
  'N-6': {
    id: 'N-6',
    text: 'The notice to the referrer gives the outcome only and no detail of other people; a relative or member of the public gets no case detail.',
    strength: 'must',
    bot: ['notify'],
    kind: 'notice',
    at: 'afterwards',
    to: 'referrer',
    how: 'withTheOutcome',
  },
  'DL-3': {
    id: 'DL-3',
    text: 'An initial child protection conference is held within 15 working days of the discussion that decided on the enquiry.',
    strength: 'must',
    bot: ['schedule'],
    kind: 'deadline',
    due: [{ name: 'icpcDueAt', from: 'decidingDiscussionAt', limit: { workingDays: 15 } }],
  },
  'DL-6': {
    id: 'DL-6',
    text: 'The assessment is complete within 45 working days of the referral.',
    strength: 'must',
    bot: ['schedule'],
    kind: 'deadline',
    due: [{ name: 'assessmentDueAt', from: 'referralReceivedAt', limit: { workingDays: 45 } }],
  },
  'DL-11': {
    id: 'DL-11',
    text: 'A further discussion has a clear date and is reviewed regularly.',
    strength: 'must',
    bot: ['schedule'],
    kind: 'duty',
    at: 'afterwards',
    by: 'chair',
  },
  'R-10': {
    id: 'R-10',
    text: 'The discussion is recorded as the local procedure says.',
    strength: 'must',
    bot: ['notify'],
    kind: 'duty',
    at: 'afterwards',
    by: 'chair',
  },
  'AC-1': {
    id: 'AC-1',
    text: 'Whoever convened the discussion follows up the agreed actions.',
    strength: 'must',
    bot: ['schedule', 'warn'],
    kind: 'duty',
    at: 'afterwards',
    by: 'convenor',
  },
} as const satisfies Record<string, RuleBody & RuleCommon>;
