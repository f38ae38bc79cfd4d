/** How an action of the plan stands, in words. */
import type { AgreedAction } from '../discussion/state/agreedAction.ts';
import { isDone } from '../discussion/state/agreedAction.ts';
import { endOfDay, formatDate, formatLondon } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';

export const isOverdue = (action: AgreedAction, now: Instant): boolean =>
  !isDone(action) && endOfDay(action.dueOn) < now;

/** `Overdue since Friday 18 September 2026. Blocked: no appointment before Monday` */
export const standingWords = (action: AgreedAction, now: Instant): string => {
  const { dueOn } = action;
  const outcome = settledWords(action);
  if (outcome !== null && isDone(action)) return outcome;
  const due = `${isOverdue(action, now) ? 'Overdue since' : 'To do by'} ${formatDate(dueOn)}`;
  return outcome === null ? due : `${due}. ${outcome}`;
};

/** What came of it, whatever the day; null while nobody has said. */
export const settledWords = (action: AgreedAction): string | null => {
  const { settled } = action;
  if (settled === null) return null;
  return isDone(action) ? `Done, ${formatLondon(settled.at)}${noted(settled.note)}` : `Blocked${noted(settled.note)}`;
};

const noted = (note: string): string => (note === '' ? '' : `: ${note}`);
