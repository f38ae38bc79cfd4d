/**
 * Keeps what is sent into Teams just below the limits Microsoft documents for bots, so that none of it is refused for
 * being too much. It knows only what this process has sent: several instances, or other bots, meet in a 429 answer,
 * which makes everybody concerned wait. Nothing here is truth: a restart forgets it and at worst gets a 429.
 */
import { millis, plusMillis, type Instant, second } from '../practice/time/instant.ts';
import { createMeter, type Meter, type Window } from './meter.ts';
import type { Sleep } from './sleep.ts';

/** What a request counts against, besides the whole tenant. */
export interface Scope {
  readonly conversation: string;
  readonly discussion: string;
}

export interface Limits {
  /** Resolves to null when one request may be made at once, and counts it; or to when to come back. */
  enter(scope: Scope): Promise<Instant | null>;
  /** Teams answered 429: nobody sends there until it said so (`retryAfterMs`), or for a while that doubles each time. */
  throttled(scope: Scope, retryAfterMs: number | null): void;
  /** Teams took a request. */
  passed(scope: Scope): void;
}

/** One bot in one conversation, sending or creating it. Source: "Optimize your bot with rate limiting in Teams". */
const conversationWindows: readonly Window[] = [
  { count: 7, ms: second },
  { count: 8, ms: 2 * second },
  { count: 60, ms: 30 * second },
  { count: 1_800, ms: 3_600 * second },
];
/**
 * One app in one tenant, all requests together: 50 in a second, by the same source. In portions, so that a few
 * requests that arrive late do not make one second too full.
 */
const tenantWindows: readonly Window[] = [
  { count: 50, ms: second },
  { count: 10, ms: second / 5 },
];
/** Fairness: one discussion never takes all of the tenant's rate, however much it owes, so others always get through. */
const discussionWindows: readonly Window[] = [{ count: 40, ms: second }];

/** Waiting this long for the tenant's turn is quicker than being put back and claimed again. */
const patienceMs = 2 * second;
const firstPauseMs = 2 * second;
const longestPauseMs = 60 * second;
/** Two conversations refused within this time: it is the tenant that is full, not a conversation. */
const togetherMs = 5 * second;
/** How many conversations and discussions are kept in mind before those long quiet are forgotten. */
const keptInMind = 5_000;

interface Counted {
  readonly meter: Meter;
  readonly pausedUntil: number;
  /** How often in a row it was throttled. */
  readonly strikes: number;
}

export const createLimits = (edges: { readonly clock: () => Instant; readonly sleep: Sleep }): Limits => {
  const { sleep } = edges;
  const clock = neverBack(edges.clock);
  const conversations = new Map<string, Counted>();
  const discussions = new Map<string, Counted>();
  let tenant: Counted = counted(tenantWindows);
  let queue: Promise<void> = Promise.resolve();
  let lastThrottled = { conversation: '', at: -Infinity };

  /** When to come back, in milliseconds; null where there is room but for the tenant's next turn, which is soon. */
  const comeBack = (now: number, conversation: Counted, discussion: Counted): number | null => {
    const { pausedUntil, meter } = tenant.pausedUntil >= conversation.pausedUntil ? tenant : conversation;
    if (pausedUntil > now) return meter.promise(now, pausedUntil);
    const full = [conversation.meter, discussion.meter].find((m) => m.roomAt(now) > now);
    if (full !== undefined) return full.promise(now, now);
    return tenant.meter.roomAt(now) > now + patienceMs ? tenant.meter.promise(now, now) : null;
  };

  const decide = async (scope: Scope): Promise<Instant | null> => {
    const conversation = countedFor(conversations, scope.conversation, conversationWindows, clock());
    const discussion = countedFor(discussions, scope.discussion, discussionWindows, clock());
    for (;;) {
      const now = clock();
      const later = comeBack(now, conversations.get(scope.conversation) ?? conversation, discussion);
      if (later !== null) return plusMillis(edges.clock(), later - now);
      const turn = tenant.meter.roomAt(now);
      if (turn <= now) {
        for (const { meter } of [tenant, conversation, discussion]) meter.use(now);
        return null;
      }
      await sleep(turn - now, new AbortController().signal);
    }
  };

  /** One at a time, so that what is counted is when requests really leave, however late a timer is. */
  const enter: Limits['enter'] = (scope) => {
    const decided = queue.then(() => decide(scope));
    queue = decided.then(
      () => undefined,
      () => undefined,
    );
    return decided;
  };

  const throttled: Limits['throttled'] = ({ conversation }, retryAfterMs) => {
    const now = clock();
    const before = countedFor(conversations, conversation, conversationWindows, now);
    conversations.set(conversation, paused(before, now, retryAfterMs));
    const another = lastThrottled.conversation !== conversation && lastThrottled.at > now - togetherMs;
    if (another) tenant = paused(tenant, now, retryAfterMs);
    lastThrottled = { conversation, at: now };
  };

  const passed: Limits['passed'] = ({ conversation }) => {
    const known = conversations.get(conversation);
    if (known !== undefined && known.strikes > 0) conversations.set(conversation, { ...known, strikes: 0 });
    if (tenant.strikes > 0 && tenant.pausedUntil <= clock()) tenant = { ...tenant, strikes: 0 };
  };

  return { enter, throttled, passed };
};

/**
 * Milliseconds that only ever grow. A machine's clock may be set back, by a day even; counted against what was sent
 * "later", nothing would be sent until then.
 */
const neverBack = (clock: () => Instant): (() => number) => {
  let last = -Infinity;
  let lead = 0;
  return () => {
    const now = millis(clock());
    lead = Math.max(lead, last - now);
    last = now + lead;
    return last;
  };
};

const counted = (windows: readonly Window[]): Counted => ({ meter: createMeter(windows), pausedUntil: 0, strikes: 0 });

const paused = (before: Counted, now: number, retryAfterMs: number | null): Counted => {
  const strikes = before.strikes + 1;
  const ms = retryAfterMs ?? Math.min(longestPauseMs, firstPauseMs * 2 ** (strikes - 1));
  return { ...before, strikes, pausedUntil: Math.max(before.pausedUntil, now + ms) };
};

const countedFor = (all: Map<string, Counted>, key: string, windows: readonly Window[], now: number): Counted => {
  const known = all.get(key);
  if (known !== undefined) return known;
  if (all.size >= keptInMind) forgetIdle(all, now);
  const fresh = counted(windows);
  all.set(key, fresh);
  return fresh;
};

const forgetIdle = (all: Map<string, Counted>, now: number): void => {
  for (const [key, { meter, pausedUntil }] of all) if (pausedUntil <= now && meter.idle(now)) all.delete(key);
};
