/** Once nothing remains, whoever chairs is asked to close it: until somebody does, it stands among the open ones. */
import type { Practice } from '../../practice/practice.ts';
import { hour, plusMillis, type Instant } from '../../practice/time/instant.ts';
import { remainingIn } from '../matter/remaining.ts';
import type { Discussion } from '../state/discussion.ts';
import type { DiscussionEvent } from '../state/event.ts';
import { message, type Owed } from './owed.ts';

interface Given {
  readonly before: Discussion | null;
  readonly after: Discussion;
  readonly practice: Practice;
  readonly at: Instant;
}

/** When the last of it is done; and when somebody was told by telephone, who may have been the last to be told. */
export const readyToClose = (
  events: readonly DiscussionEvent[],
  { before, after, practice, at }: Given,
): readonly Owed[] => {
  const isNews = !isReady(before, practice) || events.some(({ type }) => type === 'toldByTelephone');
  return isNews ? askedToClose(after, practice, at) : [];
};

/** An hour later, when whoever is still to be told the outcome has been. */
export const askedToClose = (d: Discussion, practice: Practice, at: Instant): readonly Owed[] =>
  isReady(d, practice) ? [{ ...message('readyToClose', d.chair, null), owedAt: plusMillis(at, hour) }] : [];

const isReady = (d: Discussion | null, practice: Practice): boolean =>
  d?.stage === 'decided' && d.closed === null && remainingIn(d, practice, []).length === 0;
