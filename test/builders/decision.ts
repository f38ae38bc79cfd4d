import type { CommandOf } from '../../src/discussion/commands/command.ts';
import type { ChildDecision } from '../../src/discussion/state/event.ts';
import { permittedOutcomes, planFields } from '../../src/practice/answers/outcomes.ts';
import { practiceFor } from '../../src/practice/practice.ts';
import type { Field } from '../../src/practice/language/ruleParts.ts';
import type { StandardKey } from '../../src/practice/language/vocabulary.ts';

const filled = (fields: readonly Field[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field.name, answerTo(field)]));

const answerTo = ({ kind, choices }: Field): string => {
  if (kind === 'date') return '2026-10-01';
  if (kind === 'yesNo') return 'yes';
  return kind === 'choice' ? (choices?.[0]?.value ?? 'yes') : 'Agreed in the meeting';
};

/** A joint enquiry for one child, with everything the standard asks for; a test overrides what it is about. */
export const jointEnquiry = (
  over: Partial<ChildDecision> = {},
  standard: StandardKey = 'practice-standards-2025',
): ChildDecision => {
  const practice = practiceFor(standard);
  const outcome = permittedOutcomes(practice, {}).find(({ code }) => code === 's47Joint');
  return {
    childId: 'A',
    s47: true,
    reasons: 'Two unexplained injuries in a week',
    outcomes: [{ code: 's47Joint', fields: filled((outcome?.fields ?? []).filter(({ name }) => name !== 'plan')) }],
    plan: filled(planFields(practice)),
    familyTold: { decision: 'told', what: 'The social worker visits today', withheldBecause: null },
    answers: {},
    further: {},
    ...over,
  };
};

/** No enquiry: an assessment as a child in need. */
export const childInNeed = (over: Partial<ChildDecision> = {}): ChildDecision => ({
  ...jointEnquiry(),
  s47: false,
  outcomes: [{ code: 's17Assessment', fields: { reason: 'Support is needed', owner: 'Ellie Vaughan' } }],
  plan: {},
  ...over,
});

export const recordDecision = (
  decisions: readonly ChildDecision[] = [jointEnquiry()],
  overrides: CommandOf<'recordDecision'>['overrides'] = [],
): CommandOf<'recordDecision'> => ({ kind: 'recordDecision', decisions, overrides });
