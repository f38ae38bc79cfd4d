/**
 * Takes one claimed notice one step: on one route, once, and says how that leaves it. Nothing is remembered between
 * steps but what the notice itself records, so the next step may be another instance's.
 */
import type { Notice, PersonRecipient, TrackedNotice, Watcher } from '../discussion/state/notice.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { ClaimedNotice, Settlement, Store } from '../store/store.ts';
import { faultOf } from './log.ts';
import type { TeamsMessage } from '../channels/send.ts';
import type { StepEdges } from './step.ts';
import { dueAgain } from './attempts.ts';
import { stepToCalendar, type CalendarEdges } from './toCalendar.ts';
import { stepToPerson } from './toPerson.ts';
import { stepToPlace } from './toPlace.ts';
import type { CardContent, MessageContent } from '../messages/message.ts';
import type { Reach } from '../directory/reach.ts';

/** `D` is the discussion as whoever renders the content wants it. `superseded`: the facts have changed, send nothing. */
export interface DeliverEdges<D> extends StepEdges {
  readonly load: (reference: string) => Promise<D>;
  readonly store: Pick<Store, 'notices'>;
  /** Where the cards of the discussion go; null where that is nowhere. */
  readonly placeOf: (discussion: D) => Promise<TeamsMessage['to'] | null>;
  /** A conversation takes nothing any more: from then on `placeOf` says another one. */
  readonly placeGone: (reference: string, conversation: string) => Promise<void>;
  readonly reachOf: (recipient: PersonRecipient, discussion: D) => Promise<Reach>;
  readonly cardFor: (notice: Notice, discussion: D) => Promise<CardContent | 'superseded'>;
  /** An instant: look again then. */
  readonly messageFor: (notice: Notice, discussion: D) => Promise<MessageContent | 'superseded' | Instant>;
  readonly calendar: CalendarEdges<D>;
  readonly watcherReach: (watcher: Watcher, discussion: D | null) => Promise<Reach>;
  /** `null` where the discussion is the very thing that cannot be read. An instant: look again then. */
  readonly escalationFor: (
    notice: Notice,
    all: readonly TrackedNotice[],
    discussion: D | null,
  ) => MessageContent | 'superseded' | Instant;
}

export type Deliver = (claimed: ClaimedNotice) => Promise<Settlement>;

/** Rejects if the discussion cannot be loaded or the content not be made: then nothing has been sent. */
export const createDeliver = <D>(edges: DeliverEdges<D>): Deliver => {
  const superseded = ({ delivery }: ClaimedNotice): Settlement => ({
    status: 'superseded',
    at: edges.clock(),
    attempts: delivery.attempts,
  });

  const toPlace = async (claimed: ClaimedNotice, discussion: D): Promise<Settlement> =>
    stepToPlace(edges, claimed, {
      all: await edges.store.notices(claimed.reference),
      to: await edges.placeOf(discussion),
      gone: (conversation) => edges.placeGone(claimed.reference, conversation),
      content: () => edges.cardFor(claimed.notice, discussion),
    });

  const toPerson = async (claimed: ClaimedNotice, to: PersonRecipient, discussion: D): Promise<Settlement> => {
    const { notice } = claimed;
    const content = await edges.messageFor(notice, discussion);
    if (content === 'superseded') return superseded(claimed);
    if (typeof content === 'string') return dueAgain(content, claimed.delivery.attempts);
    const reach = await edges.reachOf(to, discussion);
    return stepToPerson(edges, claimed, { reach, content, deadline: notice.deadline });
  };

  /** Nobody is telephoned in time for an escalation, so its routes need not leave an hour for that. */
  const toWatcher = async (claimed: ClaimedNotice, to: Watcher): Promise<Settlement> => {
    const { notice, delivery } = claimed;
    const discussion = await edges.load(claimed.reference).catch((error: unknown) => {
      edges.log({ what: 'deliverFailed', noticeId: notice.id, fault: faultOf(error) });
      return null;
    });
    const content = edges.escalationFor(notice, await edges.store.notices(claimed.reference), discussion);
    if (content === 'superseded') return superseded(claimed);
    if (typeof content === 'string') return { status: 'owed', nextAttemptAt: content, attempts: delivery.attempts };
    return stepToPerson(edges, claimed, { reach: await edges.watcherReach(to, discussion), content, deadline: null });
  };

  return async (claimed) => {
    const { recipient } = claimed.notice;
    if (recipient.to === 'serviceManager') return toWatcher(claimed, recipient);
    const discussion = await edges.load(claimed.reference);
    if (recipient.to === 'calendar') {
      return stepToCalendar(edges, claimed, { all: await edges.store.notices(claimed.reference), discussion });
    }
    return recipient.to === 'place' ? toPlace(claimed, discussion) : toPerson(claimed, recipient, discussion);
  };
};
