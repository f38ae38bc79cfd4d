/** Who hears of an action of the plan, and when: its owner at once and before it is due, the convenor when it is overdue. */
import { endOfDay, plusDays, type Calendar, type LocalDate } from '../../practice/time/calendar.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { Practice } from '../../practice/practice.ts';
import type { RuleId } from '../../practice/language/vocabulary.ts';
import { assessed } from '../matter/assessed.ts';
import { actionNumbered, isBlocked, openActions, type AgreedAction } from '../state/agreedAction.ts';
import type { Discussion } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import type { PersonId } from '../state/people.ts';
import type { Stamp } from '../state/stamp.ts';
import { digestAfter } from './followUp.ts';
import { message, type Owed } from './owed.ts';
import { hourOn } from './reminders.ts';

type ActionEvent = EventOf<'actionAgreed' | 'actionChanged' | 'actionSettled'>;

/** One action a commit: what is owed about it is known by that. */
export const owedForAction = (
  d: Discussion,
  event: ActionEvent,
  practice: Practice,
  { at, by }: Stamp,
): readonly Owed[] => {
  const action = actionNumbered(d, event.number);
  if (action === null) return [];
  return event.type === 'actionSettled'
    ? settled(d, event, practice, by)
    : [given(d, action, practice, at), ...reminders(d, action, practice, at), digest(d, action, practice)];
};

/** By the time the standard has action owners hear, where that is known and not past. */
const given = (d: Discussion, { owner }: AgreedAction, practice: Practice, at: Instant): Owed => {
  const told = assessed(d, practice).later.find(({ to }) => to.includes('actionOwners'));
  const deadline = told !== undefined && told.dueAt !== null && told.dueAt > at ? told.dueAt : null;
  return { ...message('actionGiven', owner, deadline), rule: told?.rule ?? null };
};

const reminders = (d: Discussion, { owner, dueOn }: AgreedAction, practice: Practice, at: Instant): readonly Owed[] => {
  const owedAt = mornings(dueOn, practice.calendar).find((morning) => morning > at);
  if (owedAt === undefined) return [];
  return [{ ...message('actionDue', owner, endOfDay(dueOn)), rule: followUpRule(d, practice), owedAt }];
};

/** Of the working day before it is due; of the day itself, where it was agreed later than that. */
const mornings = (dueOn: LocalDate, calendar: Calendar): readonly Instant[] => {
  let day = plusDays(dueOn, -1);
  while (!calendar.isWorkingDay(day)) day = plusDays(day, -1);
  return [hourOn(day, '09:00'), hourOn(dueOn, '09:00')];
};

/** AC-1: whoever follows the actions up hears of each that is overdue, and of what is blocked. */
export const followedUp = (d: Discussion, practice: Practice): readonly Owed[] => [
  ...openActions(d).map((action) => digest(d, action, practice)),
  ...(d.actions.some(isBlocked) ? [blocked(d, practice)] : []),
];

const digest = (d: Discussion, { dueOn }: AgreedAction, practice: Practice): Owed => ({
  ...message('overdueDigest', d.convenor, null),
  rule: followUpRule(d, practice),
  owedAt: digestAfter(endOfDay(dueOn), practice.calendar),
});

/** AC-1: what the convenor follows up, where the standard says so. */
export const followUpRule = (d: Discussion, practice: Practice): RuleId | null =>
  assessed(d, practice)
    .duties('afterwards')
    .find(({ by }) => by === 'convenor')?.rule ?? null;

/** AC-1: whoever follows the actions up hears what stands in the way, unless it was them who said so. */
const settled = (d: Discussion, { as }: EventOf<'actionSettled'>, practice: Practice, by: PersonId): readonly Owed[] =>
  as === 'blocked' && by !== d.convenor.personId ? [blocked(d, practice)] : [];

const blocked = (d: Discussion, practice: Practice): Owed => ({
  ...message('actionBlocked', d.convenor, null),
  rule: followUpRule(d, practice),
});

/** What is past its day by then and not done, the longest overdue first. */
export const overdueActions = (d: Discussion, by: Instant): readonly AgreedAction[] =>
  openActions(d)
    .filter(({ dueOn }) => endOfDay(dueOn) < by)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
