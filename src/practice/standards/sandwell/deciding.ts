/** Sandwell: the outcomes, legal gates, the family and disagreement. */
import type { Rule } from '../../language/rule.ts';
import type { Field } from '../../language/ruleParts.ts';
import { shared } from '../shared.ts';
import {
  earlyHelpFields,
  familyToldFields,
  followUpFields,
  ownerField,
  reasonField,
  singleAgencyFields,
} from '../sharedFields.ts';
import { under } from './source.ts';

const done = (name: string, words: string): Field => ({ name, words, kind: 'yesNo', mustBe: true });

export const deciding: readonly Rule[] = [
  {
    ...shared['O-1'],
    source: under('Section 10'),
    // The procedure lists no outcome for a child about whom nothing more is needed; the statutory one stands.
    outcomes: [...shared['O-1'].outcomes, { code: 'noFurtherAction', words: 'No further action', requires: [] }],
  },
  {
    id: 'O-2',
    text: 'A single-agency section 47 enquiry has a plan, the risks to assess, the agency that leads and the reason it is not joint.',
    source: under('Section 10'),
    strength: 'must',
    bot: ['block', 'schedule'],
    kind: 'outcome',
    outcomes: [
      { code: 's47SingleAgency', words: 'Single-agency section 47 enquiry', s47: true, requires: singleAgencyFields },
    ],
  },
  {
    id: 'O-3',
    text: 'A section 17 assessment, with a reason and an owner.',
    source: under('Sections 5 and 12'),
    strength: 'must',
    bot: ['block'],
    kind: 'outcome',
    outcomes: [{ code: 's17Assessment', words: 'Section 17 assessment', requires: [reasonField, ownerField] }],
  },
  {
    id: 'O-5',
    text: 'Where no enquiry starts, consider a multi-agency assessment for early help or child in need support.',
    source: under('Sections 5 and 12'),
    strength: 'consider',
    bot: ['ask'],
    kind: 'outcome',
    outcomes: [{ code: 'earlyHelp', words: 'Early help', requires: earlyHelpFields }],
    ponder: {
      when: { anyOf: ['s47No'] },
      code: 'multiAgencyAssessmentToConsider',
      unlessChosen: ['earlyHelp', 's17Assessment'],
    },
  },
  {
    id: 'O-6',
    text: 'A follow-up discussion has a clear date within 28 days, and is reviewed regularly by the social work manager.',
    source: under('Section 12'),
    strength: 'must',
    bot: ['schedule', 'block'],
    kind: 'outcome',
    outcomes: [
      {
        code: 'followUpDiscussion',
        words: 'Follow-up discussion',
        requires: followUpFields,
        withinCalendarDays: 28,
      },
    ],
  },
  {
    id: 'O-8',
    text: 'After enquiries, no child protection action by the trust or the police needs the Team Manager to confirm it, with reasons.',
    source: under('Section 10'),
    strength: 'must',
    bot: ['block'],
    kind: 'outcome',
    outcomes: [
      {
        code: 'noChildProtectionAction',
        words: 'No child protection action by the trust or the police',
        requires: [done('teamManagerConfirmation', 'Has the Team Manager confirmed it?'), reasonField],
      },
    ],
  },
  {
    id: 'P-3',
    text: 'The discussion may recommend an initial child protection conference where the evidence suffices; the Social Work Manager decides.',
    source: under('Section 2'),
    strength: 'consider',
    bot: ['ask'],
    kind: 'outcome',
    outcomes: [
      {
        code: 'initialChildProtectionConference',
        words: 'Recommend an initial child protection conference to the Social Work Manager',
        requires: [],
      },
    ],
  },
  { ...shared['PL-2'], source: under('Sections 10 and 12') },
  { ...shared['PL-3'], source: under('Sections 4.3 and 10') },
  {
    id: 'L-1',
    text: 'Before deciding on an emergency protection order there is legal advice and the approval of the Designated Manager.',
    source: under('Section 10'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'decision',
      fields: [
        { name: 'epoDecision', words: 'Is an emergency protection order decided?', kind: 'yesNo', optional: true },
        {
          name: 'legalAdviceAt',
          words: 'When legal advice was taken',
          kind: 'text',
          onlyIf: { field: 'epoDecision', is: [true] },
          fault: 'epoLegalAdviceRequired',
        },
        {
          name: 'designatedManagerApprovalAt',
          words: 'When the Designated Manager approved it',
          kind: 'text',
          onlyIf: { field: 'epoDecision', is: [true] },
          fault: 'epoDesignatedManagerApprovalRequired',
        },
      ],
    },
  },
  {
    id: 'L-3',
    text: 'Ask whether legal advice is needed; waiting for it never delays safety.',
    source: under('Sections 3 and 10'),
    strength: 'must',
    bot: ['agenda'],
    kind: 'duty',
    at: 'meeting',
    by: 'chair',
  },
  { ...shared['F-1'], source: under('Section 3') },
  {
    id: 'F-3',
    text: 'Withhold also if anyone could be injured or an investigation obstructed.',
    source: under('Section 10'),
    strength: 'must',
    bot: ['ask'],
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
            { value: 'riskToAnyPerson', words: 'Somebody could be injured' },
            { value: 'obstructsInvestigation', words: 'It would obstruct an investigation' },
          ],
          onlyIf: { field: 'decision', is: ['withheld'] },
        },
      ],
    },
  },
  {
    id: 'F-4',
    text: 'The family is normally told of the concern; if not, the reason is in the notes. The meeting itself is not announced beforehand.',
    source: under('Sections 1 and 6'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'familyConcern',
      fields: [
        { name: 'concernTold', words: 'Has the family been told of the concern?', kind: 'yesNo' },
        {
          name: 'concernNotToldReason',
          words: 'Why not',
          kind: 'longText',
          onlyIf: { field: 'concernTold', is: [false] },
        },
      ],
    },
  },
  {
    id: 'F-5',
    text: 'Parents get the leaflet about the legal process of an enquiry.',
    source: under('Section 6'),
    strength: 'must',
    bot: ['schedule'],
    kind: 'duty',
    at: 'enquiry',
    when: { anyOf: ['s47Yes'] },
    by: 'allocatedSocialWorker',
  },
  {
    id: 'D-1',
    text: "Unresolved differences go to the agencies' senior managers, at a pace that matches the child's safety, then to the safeguarding board's escalation policy.",
    source: under('Section 12'),
    strength: 'must',
    bot: ['notify'],
    kind: 'escalation',
    of: 'agencyDissent',
    steps: ['seniorManagers', 'lscbEscalation'],
  },
];
