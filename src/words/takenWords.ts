/** Of an answer that was taken by telephone: by whom, and when. */
import { everKnown, type Discussion } from '../discussion/state/discussion.ts';
import type { Taken } from '../discussion/state/invitation.ts';
import { formatLondon } from '../practice/time/calendar.ts';

export const whoTook = (d: Discussion, { by }: Taken): string =>
  everKnown(d).find(({ personId }) => personId === by)?.name ?? 'somebody taking part';

/** `by telephone, taken by Ellie Vaughan, Tuesday 24 November 2026, 10:05am`. */
export const takenWords = (d: Discussion, taken: Taken): string =>
  `by telephone, taken by ${whoTook(d, taken)}, ${formatLondon(taken.at)}`;

/** what nobody can say for somebody else. */
export const notConfirmed = 'has not confirmed that they can decide';
