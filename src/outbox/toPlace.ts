/** One step of a card in the place where the discussion lives: posted once, then updated in place. */
import type { Attempt, TrackedNotice } from '../discussion/state/notice.ts';
import { plusMillis, type Instant, hour } from '../practice/time/instant.ts';
import type { ClaimedNotice, Settlement } from '../store/store.ts';
import { againAt, askChannel, attempted, dueAgain, inDoubt, interruption } from './attempts.ts';
import { cardTurn } from './cardTurn.ts';
import type { StepEdges } from './step.ts';
import type { SendResult, TeamsMessage } from '../channels/send.ts';
import type { CardContent } from '../messages/message.ts';

/** A place that refuses the bot may take it back; nobody can be telephoned instead, so ask now and then. */
const closedPlaceMs = 6 * hour;
/** A card posted twice without an answer may be there twice: another copy at most once in an hour. */
const doubtfulPlaceMs = hour;
/** A card is tried for as long as it is owed; unlike a message to a person, its oldest attempts prove nothing. */
const attemptsKept = 50;

interface PlaceStep {
  readonly all: readonly TrackedNotice[];
  readonly to: TeamsMessage['to'] | null;
  readonly gone: (conversation: string) => Promise<void>;
  readonly content: () => Promise<CardContent | 'superseded'>;
}

export const stepToPlace = async (
  edges: StepEdges,
  claimed: ClaimedNotice,
  { all, to, gone, content }: PlaceStep,
): Promise<Settlement> => {
  const { clock } = edges;
  const { notice, delivery } = claimed;
  const turn = cardTurn(claimed, all, clock());
  if (turn.turn === 'wait') return dueAgain(turn.until, delivery.attempts);
  const rendered = turn.turn === 'superseded' ? 'superseded' : await content();
  if (turn.turn === 'superseded' || rendered === 'superseded') {
    return { status: 'superseded', at: clock(), attempts: delivery.attempts };
  }

  const { card, summary } = rendered;
  const send = (replaces: string | null, repeat: boolean): Promise<SendResult> =>
    to === null
      ? Promise.resolve({ result: 'closed', detail: 'Whoever convened it is in Teams no more' })
      : askChannel(edges, notice, () => edges.sendTeams({ id: notice.id, to, summary, card, replaces, repeat }));
  const post = async (before: readonly Attempt[]): Promise<Settlement> => {
    const posted = await send(null, inDoubt(before));
    if (posted.result !== 'closed' || posted.gone !== true || to?.kind !== 'conversation') {
      return afterPost(edges, before, posted);
    }
    // The next address is known once this is recorded: nothing is tried at a dead one again.
    await gone(to.conversation);
    return dueAgain(clock(), kept([...before, attempted(clock(), 'teams', posted)]));
  };

  const interrupted = claimed.interrupted && turn.replaces === null ? [interruption(clock(), 'teams')] : [];
  const before = [...delivery.attempts, ...interrupted];
  // What was gone a moment ago, when the channel had no room for a new message, is not tried again.
  if (turn.replaces === null || before.at(-1)?.result === 'closed') return post(before);
  const updated = await send(turn.replaces, false);
  // The message to update is gone (somebody deleted it): post it anew.
  if (updated.result === 'closed') return post([...before, attempted(clock(), 'teams', updated)]);
  return afterUpdate(edges, before, updated, turn.replaces);
};

/** An update may be repeated without harm, so one that may have arrived is simply owed. */
const afterUpdate = (
  edges: StepEdges,
  before: readonly Attempt[],
  result: Exclude<SendResult, { result: 'closed' }>,
  replaced: string,
): Settlement => {
  const at = edges.clock();
  if (result.result === 'full') return owed(result.until, before);
  const attempts = [...before, attempted(at, 'teams', result)];
  return result.result === 'sent'
    ? sent(at, replaced, attempts)
    : owed(againAt(edges, 'teams', attempts, result, null), attempts);
};

const afterPost = (edges: StepEdges, before: readonly Attempt[], result: SendResult): Settlement => {
  const at = edges.clock();
  if (result.result === 'full') return dueAgain(result.until, kept(before));
  const attempts = kept([...before, attempted(at, 'teams', result)]);
  if (result.result === 'sent') return sent(at, result.receipt, attempts);
  if (result.result === 'closed') return dueAgain(plusMillis(at, closedPlaceMs), attempts);
  const leftInDoubt = result.result === 'unknown' && inDoubt(before);
  const again = againAt(edges, 'teams', attempts, result, null);
  return dueAgain(leftInDoubt ? plusMillis(at, doubtfulPlaceMs) : again, attempts);
};

const kept = (attempts: readonly Attempt[]): readonly Attempt[] => attempts.slice(-attemptsKept);

const owed = (nextAttemptAt: Instant, attempts: readonly Attempt[]): Settlement => ({
  status: 'owed',
  nextAttemptAt,
  attempts: kept(attempts),
});

const sent = (at: Instant, receipt: string, attempts: readonly Attempt[]): Settlement => ({
  status: 'sent',
  at,
  route: 'teams',
  receipt,
  attempts: kept(attempts),
});
