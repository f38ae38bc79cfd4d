/**
 * One step of the meeting's entry in a calendar: made once, then brought in step with the discussion as it stands. It
 * may be repeated without harm at any point, and is tried for as long as the meeting has not passed.
 */
import type { Attempt, Notice, TrackedNotice } from '../discussion/state/notice.ts';
import { millis, plusMillis, type Instant, minute, second } from '../practice/time/instant.ts';
import type { ClaimedNotice, Settlement } from '../store/store.ts';
import { againAt, askChannel, attempted, dueAgain } from './attempts.ts';
import { cardTurn } from './cardTurn.ts';
import type { SendMeeting } from '../channels/send.ts';
import type { StepEdges } from './step.ts';
import type { MeetingEntry } from '../messages/meetingEntry.ts';

export interface CalendarEdges<D> {
  /** `superseded`: the meeting has passed or been held, so nothing is entered any more. */
  readonly planFor: (notice: Notice, discussion: D) => Promise<Plan | 'superseded'>;
  readonly send: SendMeeting;
  /** The meeting has this link. Happens again after a crash. */
  readonly linked: (notice: Notice, joinUrl: string) => Promise<void>;
  /** The calendar is not in step, and the convenor has to know. Happens again after a crash. */
  readonly failed: (notice: Notice, why: string) => Promise<void>;
}

export interface Plan {
  readonly entry: Omit<MeetingEntry, 'id' | 'replaces'>;
  /** The link that is known already. */
  readonly joinUrl: string | null;
  /** From here on, the convenor hears of it when the calendar is not in step. */
  readonly worryAt: Instant;
  /** They have heard. */
  readonly isFaultKnown: boolean;
}

/** An administrator may put right what was refused. Milliseconds. */
const closedCalendarMs = 15 * minute;
const soonestMs = 3 * second;
const latestMs = minute;
const attemptsKept = 50;

export const stepToCalendar = async <D>(
  edges: StepEdges & { readonly calendar: CalendarEdges<D> },
  claimed: ClaimedNotice,
  { all, discussion }: { readonly all: readonly TrackedNotice[]; readonly discussion: D },
): Promise<Settlement> => {
  const { clock, calendar } = edges;
  const { notice, delivery } = claimed;
  const turn = cardTurn(claimed, all, clock());
  if (turn.turn === 'wait') return dueAgain(turn.until, delivery.attempts);
  const plan = turn.turn === 'superseded' ? 'superseded' : await calendar.planFor(notice, discussion);
  if (turn.turn === 'superseded' || plan === 'superseded') {
    return { status: 'superseded', at: clock(), attempts: delivery.attempts };
  }

  const { replaces } = turn;
  const result = await askChannel(edges, notice, () => calendar.send({ ...plan.entry, id: notice.id, replaces }));
  const at = clock();
  if (result.result === 'full') return dueAgain(result.until, delivery.attempts);
  if (result.result === 'sent') return made(edges, claimed, plan, { ...result, at });

  const attempts = kept([...delivery.attempts, attempted(at, 'calendar', result)]);
  const isClosed = result.result === 'closed';
  if (isClosed || at >= plan.worryAt) await worry(edges.calendar, notice, plan, result.detail);
  const again = isClosed
    ? plusMillis(at, closedCalendarMs)
    : againAt(edges, 'calendar', attempts, result, plan.worryAt);
  return dueAgain(again, attempts);
};

/** In the calendar; but an online meeting gets its link a little later, and then it is asked for again. */
const made = async <D>(
  { calendar }: { readonly calendar: CalendarEdges<D> },
  { notice, delivery }: ClaimedNotice,
  plan: Plan,
  { receipt, joinUrl, at }: { readonly receipt: string; readonly joinUrl: string | null; readonly at: Instant },
): Promise<Settlement> => {
  const attempts = withReceipt(delivery.attempts, attempted(at, 'calendar', { result: 'sent', receipt }));
  if (joinUrl !== null && joinUrl !== plan.joinUrl) await calendar.linked(notice, joinUrl);
  const isComplete = !plan.entry.online || plan.entry.cancelled || joinUrl !== null;
  if (isComplete) return { status: 'sent', at, route: 'calendar', receipt, attempts };
  if (at >= plan.worryAt) await worry(calendar, notice, plan, 'The meeting is in the calendar but has no link yet');
  const waited = (millis(at) - millis(notice.owedAt)) / 4;
  return dueAgain(plusMillis(at, Math.round(Math.min(latestMs, Math.max(soonestMs, waited)))), attempts);
};

const worry = async <D>(calendar: CalendarEdges<D>, notice: Notice, plan: Plan, why: string): Promise<void> => {
  if (!plan.isFaultKnown) await calendar.failed(notice, why);
};

/** Looking again for the link and finding the same entry is no news. */
const withReceipt = (before: readonly Attempt[], attempt: Attempt): readonly Attempt[] =>
  before.at(-1)?.receipt === attempt.receipt ? before : kept([...before, attempt]);

const kept = (attempts: readonly Attempt[]): readonly Attempt[] => attempts.slice(-attemptsKept);
