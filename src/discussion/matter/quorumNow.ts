/** The minimum of a discussion (Q-1..Q-10): who fills which seat, now or in some foreseen case. */
import type { Practice } from '../../practice/practice.ts';
import { quorum, type Quorum } from '../../practice/answers/quorum.ts';
import type { Attendee, RuleId } from '../../practice/language/vocabulary.ts';
import type { Discussion } from '../state/discussion.ts';
import { attendanceOf } from '../state/discussion.ts';

export interface MissingSeat {
  readonly seat: string;
  readonly words: string;
  readonly rule: RuleId;
  /** The chair may go on without it, giving a reason. */
  readonly overridable: boolean;
}

/** The minimum as it stands now, from those recorded as taking part. */
export const quorumNow = (state: Discussion, practice: Practice): Quorum => quorumOf(state, practice, attendees(state));

/** The minimum if just these people took part: also used to foresee it from replies. */
export const quorumOf = (state: Discussion, practice: Practice, those: readonly Attendee[]): Quorum =>
  quorum(practice, {
    format: state.meeting.format,
    circumstances: state.facts.circumstances,
    concerns: state.facts.concerns,
    complexReasons: state.facts.complexReasons,
    immediateRisk: state.facts.circumstances.some((c) => c === 'immediateRisk' || c === 'seriousRisk'),
    attendees: those,
  });

const attendees = (state: Discussion): readonly Attendee[] =>
  attendanceOf(state).map(({ participant, mode, hasAuthority, substituteFor }) => ({
    personId: participant.personId,
    role: participant.role,
    mode,
    // nobody has confirmed it for them, so it does not count yet.
    hasDecisionAuthority: hasAuthority === true,
    isChair: participant.personId === state.chair.personId,
    rank: participant.rank,
    ...(substituteFor === null ? {} : { substituteFor }),
  }));

/** The seats still empty, in the words of the standard. */
export const missingSeats = (found: Quorum): readonly MissingSeat[] =>
  found.seats
    .filter((seat) => seat.filledBy === null)
    .map(({ seat, words, rule, overridable }) => ({ seat, words, rule, overridable }));
