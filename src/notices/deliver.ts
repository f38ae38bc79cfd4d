/**
 * Takes one claimed notice one step: on one route, once, and says how that leaves it. Nothing is remembered between
 * steps but what the notice itself records, so the next step may be another instance's.
 */
import type { Attempt, Notice, Recipient, Route } from '../discussion/notice.ts';
import { plusMillis, type Instant } from '../practice/instant.ts';
import type { ClaimedNotice, Settlement, Store } from '../store/store.ts';
import { retryAt } from './backoff.ts';
import { cardTurn } from './cardTurn.ts';
import { chooseRoute, leaveBy, routePlan, triesOn, type Reach } from './routes.ts';
import type { SendEmail, SendResult, SendTeams } from './send.ts';
import { faultOf, type NoticeLog } from './log.ts';

/** A card, and the line shown in notifications and on lock screens: never case data in that one. */
export interface CardContent {
  readonly card: object;
  readonly summary: string;
}

/** A message to one person, in the form each route needs. */
export interface MessageContent extends CardContent {
  readonly email: { readonly subject: string; readonly text: string; readonly html: string };
}

export type PersonRecipient = Exclude<Recipient, { to: 'place' }>;

/** `D` is the discussion as whoever renders the content wants it. `superseded`: the facts have changed, send nothing. */
export interface DeliverParts<D> {
  readonly load: (discussionId: string) => Promise<D>;
  readonly store: Pick<Store, 'notices'>;
  /** The conversation where the discussion lives. */
  readonly placeOf: (discussion: D) => string;
  readonly reachOf: (recipient: PersonRecipient, discussion: D) => Promise<Reach>;
  readonly cardFor: (notice: Notice, discussion: D) => Promise<CardContent | 'superseded'>;
  /** What may be said depends on where it goes (least disclosure), hence the reach. */
  readonly messageFor: (notice: Notice, discussion: D, reach: Reach) => Promise<MessageContent | 'superseded'>;
  readonly sendEmail: SendEmail;
  readonly sendTeams: SendTeams;
  readonly clock: () => Instant;
  /** 0 up to 1. */
  readonly random: () => number;
  readonly log: NoticeLog;
}

export type Deliver = (claimed: ClaimedNotice) => Promise<Settlement>;

/** A place that refuses the bot may take it back; nobody can be telephoned instead, so ask now and then. */
const closedPlaceMs = 6 * 60 * 60_000;
/** A card is tried for as long as it is owed; unlike a message to a person, its oldest attempts prove nothing. */
const placeAttemptsKept = 50;

/** Rejects if the discussion cannot be loaded or the content not be made: then nothing has been sent. */
export const createDeliver = <D>(parts: DeliverParts<D>): Deliver => {
  const { clock, random } = parts;

  const superseded = (attempts: readonly Attempt[]): Settlement => ({ status: 'superseded', at: clock(), attempts });

  /** A channel that throws has a fault of its own; what it had done by then is not known. */
  const send = async (notice: Notice, sending: () => Promise<SendResult>): Promise<SendResult> => {
    try {
      return await sending();
    } catch (error) {
      parts.log({ what: 'channelFailed', noticeId: notice.id, fault: faultOf(error) });
      return { result: 'unknown', detail: 'The channel failed in a way we did not expect' };
    }
  };

  const attempted = (route: Route, result: SendResult): Attempt => ({
    at: clock(),
    route,
    result: result.result,
    detail: result.result === 'sent' ? accepted[route] : result.detail,
    receipt: result.result === 'sent' ? result.receipt : null,
  });

  const toPlace = async (claimed: ClaimedNotice, discussion: D): Promise<Settlement> => {
    const { notice, delivery } = claimed;
    const turn = cardTurn(claimed, await parts.store.notices(claimed.discussionId), clock());
    if (turn.turn === 'wait') return { status: 'owed', nextAttemptAt: turn.until, attempts: delivery.attempts };
    if (turn.turn === 'superseded') return superseded(delivery.attempts);
    const content = await parts.cardFor(notice, discussion);
    if (content === 'superseded') return superseded(delivery.attempts);

    const to = { kind: 'conversation', conversation: parts.placeOf(discussion) } as const;
    const { card, summary } = content;
    const post = (replaces: string | null) =>
      send(notice, () => parts.sendTeams({ id: notice.id, to, summary, card, replaces }));
    const updated = await post(turn.replaces);
    if (turn.replaces === null || updated.result !== 'closed') {
      return afterPlace(notice, [...delivery.attempts, attempted('teams', updated)], updated, turn.replaces);
    }
    // The message to update is gone (somebody deleted it): post it anew.
    const attempts = [...delivery.attempts, attempted('teams', updated)];
    const posted = await post(null);
    return afterPlace(notice, [...attempts, attempted('teams', posted)], posted, null);
  };

  const afterPlace = (
    notice: Notice,
    tried: readonly Attempt[],
    result: SendResult,
    replaced: string | null,
  ): Settlement => {
    const now = clock();
    const attempts = tried.slice(-placeAttemptsKept);
    if (result.result === 'sent') {
      return { status: 'sent', at: now, route: 'teams', receipt: replaced ?? result.receipt, attempts };
    }
    if (result.result === 'closed') {
      return { status: 'owed', nextAttemptAt: plusMillis(now, closedPlaceMs), attempts };
    }
    return { status: 'owed', nextAttemptAt: again(['teams'], 'teams', notice, attempts, result, now), attempts };
  };

  const toPerson = async (claimed: ClaimedNotice, to: PersonRecipient, discussion: D): Promise<Settlement> => {
    const { notice, delivery } = claimed;
    const reach = await parts.reachOf(to, discussion);
    const content = await parts.messageFor(notice, discussion, reach);
    if (content === 'superseded') return superseded(delivery.attempts);

    const plan = routePlan(reach);
    const route = chooseRoute(plan, delivery.attempts, clock(), notice.deadline);
    const sending = sendingOn(route, notice, reach, content);
    if (sending === null) return { status: 'telephone', since: clock(), attempts: delivery.attempts };
    const result = await send(notice, sending);
    const attempts = [...delivery.attempts, attempted(route, result)];
    const now = clock();
    if (result.result === 'sent') return { status: 'sent', at: now, route, receipt: result.receipt, attempts };
    const next = chooseRoute(plan, attempts, now, notice.deadline);
    if (next === 'telephone') return { status: 'telephone', since: now, attempts };
    if (next !== route) return { status: 'owed', nextAttemptAt: now, attempts };
    return { status: 'owed', nextAttemptAt: again(plan, route, notice, attempts, result, now), attempts };
  };

  const sendingOn = (
    route: Route,
    { id }: Notice,
    { teams, email }: Reach,
    { card, summary, email: mail }: MessageContent,
  ): (() => Promise<SendResult>) | null => {
    if (route === 'teams' && teams !== null) {
      return () => parts.sendTeams({ id, to: { kind: 'person', ...teams }, summary, card, replaces: null });
    }
    if (route === 'email' && email !== null) return () => parts.sendEmail({ id, to: email, ...mail });
    return null;
  };

  const again = (
    plan: readonly Route[],
    route: Route,
    notice: Notice,
    attempts: readonly Attempt[],
    result: SendResult,
    now: Instant,
  ): Instant =>
    retryAt({
      now,
      tries: triesOn(route, attempts),
      retryAfterMs: result.result === 'later' ? result.retryAfterMs : null,
      leaveBy: leaveBy(plan, route, notice.deadline),
      random,
    });

  return async (claimed) => {
    const discussion = await parts.load(claimed.discussionId);
    const { recipient } = claimed.notice;
    return recipient.to === 'place' ? toPlace(claimed, discussion) : toPerson(claimed, recipient, discussion);
  };
};

const accepted: Readonly<Record<Route, string>> = {
  teams: 'Accepted by Teams',
  email: 'Accepted by the mail server',
  telephone: 'Told by telephone',
};
