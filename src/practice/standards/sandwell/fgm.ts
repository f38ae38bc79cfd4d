/** Sandwell: female genital mutilation (sections 5 and 8). */
import type { Rule } from '../../language/rule.ts';
import type { Field } from '../../language/ruleParts.ts';
import { under } from './source.ts';

const done = (name: string, words: string): Field => ({ name, words, kind: 'yesNo', mustBe: true });

export const fgm: readonly Rule[] = [
  {
    id: 'O-12',
    text: 'Where female genital mutilation is considered and no significant harm is found: a child in need assessment, or the referrer is told that early help or universal services are enough.',
    source: under('Section 5'),
    strength: 'must',
    bot: ['block'],
    kind: 'outcomeBar',
    when: { allOf: ['fgm', 's47No'] },
    only: ['s17Assessment', 'earlyHelp', 'universal'],
    fault: 'fgmNoHarmOutcome',
    outcomes: [{ code: 'universal', words: 'Universal services, and the referrer is told so', requires: [] }],
  },
  {
    id: 'G-1',
    text: 'Decide whether the girl, a sister or another female of the family or community has suffered or is likely to suffer harm, unborn girls included; if so the enquiry is joint with the police.',
    source: under('Section 5'),
    strength: 'must',
    bot: ['agenda', 'block'],
    kind: 'outcomeBar',
    when: { allOf: ['fgm'] },
    never: ['s47SingleAgency'],
    fault: 'fgmEnquiryMustBeJoint',
  },
  {
    id: 'G-2',
    text: 'In immediate danger of female genital mutilation: legal advice, an emergency protection order or a prohibited steps order considered, and the family told that it is unlawful.',
    source: under('Section 5'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    when: { allOf: ['fgm', 'immediateDanger'] },
    asks: {
      about: 'fgm',
      fields: [
        { name: 'fgmLegalAdviceAt', words: 'When legal advice was taken', kind: 'text' },
        {
          name: 'ordersConsidered',
          words: 'Which order was considered',
          kind: 'choice',
          choices: [
            { value: 'epo', words: 'Emergency protection order' },
            { value: 'prohibitedSteps', words: 'Prohibited steps order' },
            { value: 'both', words: 'Both' },
          ],
        },
        done('familyToldUnlawful', 'Has the family been told that it is unlawful?'),
      ],
    },
  },
  {
    id: 'G-3',
    text: 'Removal is not assumed to be right: it is assessed.',
    source: under('Section 5'),
    strength: 'info',
    bot: ['inform'],
    kind: 'information',
  },
  {
    id: 'G-4',
    text: 'The designated professional and a consultant paediatrician examine; they tell the social worker and the police at once, and report in writing for a second discussion.',
    source: under('Section 8'),
    strength: 'must',
    bot: ['schedule'],
    kind: 'duty',
    at: 'afterwards',
    when: { anyOf: ['fgm'] },
    by: 'socialWorkManager',
  },
  {
    id: 'N-5',
    text: 'Where female genital mutilation is considered and no harm is found, the referrer is given advice.',
    source: under('Section 5'),
    strength: 'must',
    bot: ['notify'],
    kind: 'notice',
    at: 'afterwards',
    to: 'referrer',
    how: 'withTheOutcome',
    when: { allOf: ['fgm', 's47No'] },
  },
];
