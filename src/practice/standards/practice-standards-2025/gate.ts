/** Practice Standards 2025: the gate at the end of an enquiry, and its record. */
import type { Rule } from '../../language/rule.ts';
import type { Choice, Field } from '../../language/ruleParts.ts';
import type { RuleId } from '../../language/vocabulary.ts';
import { under } from './source.ts';

const gateHeading = 'Outcome of the section 47 enquiry; Recording';

const done = (name: string, words: string): Field => ({ name, words, kind: 'yesNo', mustBe: true });
const text = (name: string, words: string): Field => ({ name, words, kind: 'longText' });

const resultField = { name: 's47Result', words: 'Result of the enquiry', kind: 'choice' } as const;
const twoResults: readonly Choice[] = [
  { value: 'substantiatedIcpc', words: 'Substantiated, harm judged likely to last: hold a conference' },
  {
    value: 'notSubstantiatedContinueAssessment',
    words: "Not so: continue the single assessment with the parents' consent",
  },
];

const gate = (id: RuleId, sentence: string, fields: readonly Field[]): Rule => ({
  id,
  text: sentence,
  source: under(gateHeading),
  strength: 'must',
  bot: ['block'],
  kind: 'requirement',
  asks: { about: 'gate', fields },
});

export const gateRules: readonly Rule[] = [
  gate('GT-1', 'Every action of the strategy discussion is complete.', [
    done('actionsComplete', 'Is every action complete?'),
  ]),
  gate('GT-2', 'The child has been seen and their account of the care they receive is available.', [
    done('childSeen', 'Has the child been seen?'),
    text('childAccount', "The child's account of the care they receive"),
  ]),
  gate('GT-3', 'Police and relevant agency checks are done.', [
    done('policeChecksDone', 'Are the police checks done?'),
    done('agencyChecksDone', 'Are the relevant agency checks done?'),
  ]),
  gate('GT-4', 'The analysis of current risks and needs is complete.', [
    done('analysisComplete', 'Is the analysis of current risks and needs complete?'),
  ]),
  gate('GT-5', 'A Team Manager checks, then the Head of Service records the result.', [
    done('teamManagerChecked', 'Has a Team Manager checked it?'),
    { name: 'decidedBy', words: 'Who records the result', kind: 'text', mustBe: 'headOfService' },
    { ...resultField, choices: twoResults, under: { reading: 's47Results', is: 'two' } },
    {
      ...resultField,
      choices: [
        ...twoResults,
        { value: 'noFurtherInvolvement', words: 'No further involvement, with a closing letter' },
      ],
      under: { reading: 's47Results', is: 'three' },
    },
  ]),
  gate('GT-6', 'The responsible manager signs and dates it.', [
    { name: 'signedBy', words: 'Manager who signs', kind: 'person' },
    { name: 'signedOn', words: 'Date signed', kind: 'date' },
  ]),
  {
    id: 'GT-7',
    text: 'The record of the enquiry has ten parts.',
    source: under(gateHeading),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 's47Record',
      fields: [
        text('reason', 'Reason for the enquiry'),
        text('visits', 'Dates of visits, and whether the child was seen alone'),
        text('contributors', 'Who contributed and who did not'),
        text('actionResults', 'Result of each action'),
        text('harmDangerComplicating', 'Harm, danger and complicating factors'),
        text('strengthsSafety', 'Strengths and safety'),
        text('conclusion', 'Conclusion and threshold'),
        text('nextSteps', 'Next steps for professionals and family'),
        text('safetyPlan', 'Safety plan'),
        { name: 'nextVisitAt', words: 'Date of the next visit', kind: 'date' },
      ],
    },
  },
];
