/**
 * What a standard asks of emergency action that has been taken (E-2, E-3): of each action by itself, since one may have
 * been planned and another not. Nothing waits for the answers.
 */
import type { AskedField } from '../../practice/answers/requirements.ts';
import { assess, type Assessment } from '../../practice/assess.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Discussion } from '../state/discussion.ts';
import type { ActionWeighed } from '../state/actionWeighed.ts';
import { matterOf } from './matterOf.ts';

export interface EmergencyAsked {
  readonly always: readonly AskedField[];
  /** Asked only of action that was planned; empty where planning it has been said already, or makes no difference. */
  readonly ifPlanned: readonly AskedField[];
}

const ifTaken = (d: Discussion, practice: Practice, isPlanned: boolean): Assessment => {
  const matter = matterOf(d);
  const facts = isPlanned
    ? (['emergencyActionTaken', 'emergencyActionPlanned'] as const)
    : ['emergencyActionTaken' as const];
  return assess(practice, { ...matter, said: new Set([...matter.said, ...facts]) });
};

export const emergencyAsked = (d: Discussion, practice: Practice): EmergencyAsked => {
  const always = ifTaken(d, practice, false).asked('emergencyAction');
  const planned = ifTaken(d, practice, true).asked('emergencyAction');
  return { always, ifPlanned: planned.filter(({ name }) => !always.some((field) => field.name === name)) };
};

export const plannedQuestion = 'Was it planned beforehand?';

/** What the answers leave to weigh; null where the standard asks nothing. */
export const weighed = (
  d: Discussion,
  practice: Practice,
  { planned, answers }: Pick<ActionWeighed, 'planned' | 'answers'>,
): ActionWeighed | null => {
  const { always, ifPlanned } = emergencyAsked(d, practice);
  if (always.length + ifPlanned.length === 0) return null;
  const [first] = ifPlanned.flatMap(({ rules }) => rules);
  const unsaid =
    first === undefined || planned !== null ? [] : [{ rule: first, words: `Answer “${plannedQuestion}”.` }];
  const found = ifTaken(d, practice, planned === true);
  const { faults, warnings } = found.findings('emergencyAction', answers);
  const points = [...unsaid, ...faults, ...warnings].map(({ rule, words }) => ({ rule, words }));
  return { planned, answers, toWeigh: [...points, ...inFull(points, found)] };
};

/** Each rule once, in the words of the standard: what would have been right. */
const inFull = (points: ActionWeighed['toWeigh'], { ruleWords }: Assessment): ActionWeighed['toWeigh'] =>
  [...new Set(points.map(({ rule }) => rule))].flatMap((rule) => {
    const words = ruleWords(rule);
    return words === null ? [] : [{ rule, words }];
  });
