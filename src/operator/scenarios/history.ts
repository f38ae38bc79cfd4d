/** The discussions a scenario of the kind `deadline` tells of: when each was held and what it came to, the first one first. */
import type { CaseFile } from '../../practice/caseFile.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import { someTuesday } from './convening.ts';
import { hour, plusMillis, type Instant } from '../../practice/time/instant.ts';

/** A discussion that was held and decided. */
export interface Held {
  readonly startsAt: Instant;
  readonly endedAt: Instant;
  /** P-4: where the decision was not taken at its end. */
  readonly decidedAt: Instant | undefined;
  readonly s47: boolean;
}

export interface History {
  readonly earlier: readonly Held[];
  /** The one asked about, if it was held; null where it is only convened. */
  readonly last: Held | null;
}

export const historyOf = (given: CaseFile): History => {
  const listed = (given.discussions ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const endedAt = endOf(given) ?? listed.at(-1)?.at ?? given.whereaboutsUnknownAt ?? endIfMet(given);
  if (endedAt === null) return { earlier: heldAt(given, listed), last: null };
  const itself = listed.find(({ at }) => londonDate(at) === londonDate(endedAt));
  const before = listed.filter((each) => each !== itself);
  const s47 = itself?.decidedS47 === true || begins(given);
  return {
    earlier: heldAt(given, before).filter((each) => each.endedAt < endedAt),
    last: { startsAt: startOf(given, endedAt), endedAt, decidedAt: decidedAt(given, endedAt), s47 },
  };
};

/** Whatever of it has a time: the bot knows one end of a meeting, and one time of its decision. */
const endOf = ({ meetingEndAt, strategyDiscussionAt, s47DecidedAt, cpDecisionConcludedAt }: CaseFile): Instant | null =>
  meetingEndAt ?? strategyDiscussionAt ?? s47DecidedAt ?? cpDecisionConcludedAt ?? null;

/** Who came, or did not, is said of a meeting that was held. */
const endIfMet = (given: CaseFile): Instant | null => {
  const { referrerPresent, referrerInvolved, absentAgencies, firstDiscussionAt, previousDiscussionAt } = given;
  const saysWho = [referrerPresent, referrerInvolved, absentAgencies].some((said) => (said ?? null) !== null);
  const isAfterOthers = [firstDiscussionAt, previousDiscussionAt].some((at) => (at ?? null) !== null);
  return saysWho && !isAfterOthers ? plusMillis(given.referralReceivedAt ?? someTuesday, hour) : null;
};

const decidedAt = ({ s47DecidedAt, cpDecisionConcludedAt }: CaseFile, endedAt: Instant): Instant | undefined => {
  const at = s47DecidedAt ?? cpDecisionConcludedAt ?? endedAt;
  return at === endedAt ? undefined : at;
};

/** T-14 is of a child in an enquiry. */
const begins = ({ strategyDiscussionAt, s47DecidedAt, whereaboutsUnknownAt }: CaseFile): boolean =>
  [strategyDiscussionAt, s47DecidedAt, whereaboutsUnknownAt].some((at) => (at ?? null) !== null);

/** An hour before anything of it ended, though not before the referral came. */
const startOf = (given: CaseFile, endedAt: Instant): Instant => {
  const first = [endedAt, decidedAt(given, endedAt) ?? endedAt].toSorted()[0] ?? endedAt;
  const { referralReceivedAt } = given;
  const usual = plusMillis(first, -hour);
  return referralReceivedAt && referralReceivedAt > usual && referralReceivedAt <= first ? referralReceivedAt : usual;
};

const heldAt = (
  { firstDiscussionAt, previousDiscussionAt }: CaseFile,
  listed: readonly { readonly at: Instant; readonly decidedS47: boolean }[],
): readonly Held[] => {
  const named = [firstDiscussionAt, previousDiscussionAt].flatMap((at) => (at ? [{ at, decidedS47: false }] : []));
  const all = new Map([...named, ...listed].map((each) => [each.at, each]));
  return [...all.values()]
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at, decidedS47 }) => heldOnce(at, decidedS47));
};

export const heldOnce = (endedAt: Instant, s47 = false): Held => ({
  startsAt: plusMillis(endedAt, -hour),
  endedAt,
  decidedAt: undefined,
  s47,
});
