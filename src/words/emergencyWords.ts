/** Emergency action as the record has it: what was done, what was answered about it, and what there was to weigh (E-1..E-3). */
import { emergencyAsked, plannedQuestion } from '../discussion/matter/emergencyAsked.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { ActionWeighed } from '../discussion/state/actionWeighed.ts';
import type { Practice } from '../practice/practice.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { answered, type Answered } from './answerWords.ts';
import { citedRule } from './ruleWords.ts';

interface EmergencyRecorded {
  readonly what: string;
  readonly by: string;
  readonly at: string;
  readonly answers: readonly Answered[];
  readonly toWeigh: readonly string[];
}

export const emergencyActionsOf = (d: Discussion, practice: Practice): readonly EmergencyRecorded[] =>
  d.emergencyActions.map(({ action, takenBy, takenAt, weighed }) => ({
    what: action,
    by: takenBy,
    at: formatLondon(takenAt),
    answers: weighed === undefined ? [] : answersTo(weighed, d, practice),
    toWeigh: (weighed?.toWeigh ?? []).map(citedRule),
  }));

const answersTo = ({ planned, answers }: ActionWeighed, d: Discussion, practice: Practice): readonly Answered[] => {
  const { always, ifPlanned } = emergencyAsked(d, practice);
  const wasPlanned = planned === null ? [] : [{ question: plannedQuestion, answer: planned ? 'Yes' : 'No' }];
  return [...wasPlanned, ...answered([...ifPlanned, ...always], answers)];
};
