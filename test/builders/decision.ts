import type { CommandOf } from '../../src/discussion/commands/command.ts';
import type { ChildDecision } from '../../src/discussion/state/childDecision.ts';
import { assess } from '../../src/practice/assess.ts';
import type { Field } from '../../src/practice/language/parts.ts';
import { emptyMatter, nothingEnquired } from '../../src/practice/matter.ts';
import type { Instant } from '../../src/practice/time/instant.ts';
import type { StandardKey } from '../../src/practice/language/vocabulary.ts';
import { tuesday } from './convene.ts';
import { practiceFor } from './standards.ts';

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
  const child = {
    id: 'A',
    birth: null,
    said: new Set<never>(),
    answers: {},
    decision: null,
    enquired: nothingEnquired,
  };
  const found = assess(practiceFor(standard), { ...emptyMatter, children: [child] });
  const outcome = found.child('A').outcomes.find(({ code }) => code === 's47Joint');
  return {
    childId: 'A',
    s47: true,
    reasons: 'Two unexplained injuries in a week',
    outcomes: [{ code: 's47Joint', fields: filled((outcome?.fields ?? []).filter(({ name }) => name !== 'plan')) }],
    plan: filled(found.plan),
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
  meetingEndedAt: Instant = tuesday,
): CommandOf<'recordDecision'> => ({ kind: 'recordDecision', meetingEndedAt, decisions, overrides });

/** No enquiry after all, unless a test says otherwise. */
export const correctDecision = (
  decision: ChildDecision = childInNeed(),
  over: Partial<CommandOf<'correctDecision'>> = {},
): CommandOf<'correctDecision'> => ({
  kind: 'correctDecision',
  number: 1,
  decision,
  reason: 'The minutes were misread',
  seen: { children: 0, information: 0, emergencyActions: 0, scores: 0, actions: 0 },
  ...over,
});
