/** The minimum of a discussion (Q-1..Q-10): who fills which seat, now or in some foreseen case. */
import type { Practice } from '../../practice/practice.ts';
import type { Quorum } from '../../practice/answers/quorum.ts';
import { assess } from '../../practice/assess.ts';
import type { Attendee, RuleId } from '../../practice/language/vocabulary.ts';
import { wholeMinute, type Instant } from '../../practice/time/instant.ts';
import { attendanceOf, type Discussion } from '../state/discussion.ts';
import { assessed } from './assessed.ts';
import { attendeesAt, attending, matterOf } from './matterOf.ts';

export interface MissingSeat {
  readonly seat: string;
  readonly words: string;
  readonly rule: RuleId;
  /** The chair may go on without it, giving a reason. */
  readonly overridable: boolean;
}

/** The minimum as it stands now, from those recorded as taking part. */
export const quorumNow = (d: Discussion, practice: Practice): Quorum => assessed(d, practice).quorum;

/** The minimum at a moment of the meeting: whoever had left by then, or came after it, did not decide. */
export const quorumAt = (d: Discussion, practice: Practice, at: Instant): Quorum =>
  quorumOf(d, practice, attendeesAt(d, at));

/** The last minute in which the minimum was there, of a meeting that people have left; null where it never was. */
export const quorateUntil = (d: Discussion, practice: Practice): Instant | null =>
  attendanceOf(d)
    .flatMap(({ leftAt }) => (leftAt === undefined ? [] : [wholeMinute(leftAt)]))
    .toSorted()
    .findLast((at) => quorumAt(d, practice, at).quorate) ?? null;

/** The minimum of all who took part at any time: who has been heard. */
export const quorumOfAll = (d: Discussion, practice: Practice): Quorum =>
  quorumOf(
    d,
    practice,
    attending(d, () => true),
  );

/** States never change: each is asked of by the same few lists of people, again and again. */
const known = new WeakMap<Discussion, { readonly practice: Practice; readonly found: Map<string, Quorum> }>();

/** The minimum if just these people took part: also used to foresee it from replies. */
export const quorumOf = (d: Discussion, practice: Practice, attendees: readonly Attendee[]): Quorum => {
  const before = known.get(d);
  const { found } = before?.practice === practice ? before : { found: new Map<string, Quorum>() };
  known.set(d, { practice, found });
  const key = JSON.stringify(attendees);
  const quorum = found.get(key) ?? assess(practice, { ...matterOf(d), attendees }).quorum;
  found.set(key, quorum);
  return quorum;
};

/** The seats still empty, in the words of the standard. */
export const missingSeats = (found: Quorum): readonly MissingSeat[] =>
  found.seats
    .filter((seat) => seat.filledBy === null)
    .map(({ seat, words, rule, overridable }) => ({ seat, words, rule, overridable }));
