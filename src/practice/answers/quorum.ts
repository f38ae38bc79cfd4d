/** Whether the decision of a meeting counts: every seat filled, each by somebody who may decide for their agency. */
import { chairRule } from './chair.ts';
import type { QuorumWarning } from '../language/codes.ts';
import type { Findings } from './findings.ts';
import { formatFindings } from './format.ts';
import type { Reading } from './reading.ts';
import { rulesOfKind } from '../practice.ts';
import { seatPeople, type Seating } from './seating.ts';
import { chairs, counts, fits, seatsFor, type RequiredSeat } from './seats.ts';
import type { Attendee, RuleId } from '../language/vocabulary.ts';

export type ShortBecause =
  /** Nobody of that kind takes part. */
  | 'nobody'
  /** Written information fills no seat (S-4). */
  | 'writtenOnly'
  /** They cannot decide for their agency. */
  | 'noAuthority'
  /** Whoever chairs may not, under the chair rules. */
  | 'notEligible'
  /** The only person for it is needed in another seat: the seats want different people. */
  | 'alreadyCounted';

export interface Seat {
  readonly seat: string;
  readonly words: string;
  readonly rule: RuleId;
  readonly filledBy: string | null;
  readonly overridable: boolean;
  readonly shortBecause?: ShortBecause;
}

export interface Quorum {
  readonly quorate: boolean;
  readonly seats: readonly Seat[];
  /** Names of unfilled seats, in the order of the standard. */
  readonly missing: readonly string[];
  /** Before any override of a seat that allows one. */
  readonly canSaveDecision: boolean;
  /** Always: only the decision waits for quorum. */
  readonly mayShareInformation: true;
  /** Never: unavailability is no reason to pass the deadline. */
  readonly postponeBeyondDueAllowed: false;
  /** What a meeting short of its minimum may still do. */
  readonly inquorateAllows: readonly string[];
  /** What speaks against the format: a fault blocks the decision too (M-*). */
  readonly formatFindings: Findings;
  /** `chairRankIneligible`, `policeNotDdm`, `overridableWithReason:SEAT`. */
  readonly warnings: readonly QuorumWarning[];
}

const whyShort = (reading: Reading, seat: RequiredSeat): ShortBecause => {
  const { attendees } = reading.matter;
  const fitting = attendees.filter((attendee) => fits(reading, seat, attendee));
  if (fitting.some(counts)) return 'alreadyCounted';
  if (fitting.some(({ mode }) => mode !== 'written')) return 'noAuthority';
  if (fitting.length > 0) return 'writtenOnly';
  const wrongRank = seat.seat === 'chair' && chairRule(reading).ranks !== null && attendees.some(chairs);
  return wrongRank ? 'notEligible' : 'nobody';
};

/** Those who can take a seat, people of its best role first. */
const candidatesFor = (reading: Reading, seat: RequiredSeat): readonly string[] => {
  const preference = ({ role }: Attendee): number => seat.roles.indexOf(role);
  const able = reading.matter.attendees.filter((attendee) => counts(attendee) && fits(reading, seat, attendee));
  return able.toSorted((a, b) => preference(a) - preference(b)).map(({ personId }) => personId);
};

/** an officer with authority fills the police seat, though it asks for a Dedicated Decision Maker. */
const lesserRoles = (
  attendees: readonly Attendee[],
  required: readonly RequiredSeat[],
  seating: Seating,
): readonly 'policeNotDdm'[] =>
  required.flatMap(({ seat, roles, warnUnlessBest }) => {
    const filledBy = seating.get(seat);
    if (warnUnlessBest === null || filledBy === undefined) return [];
    const best = attendees.some(({ personId, role }) => personId === filledBy && role === roles[0]);
    return best ? [] : [warnUnlessBest];
  });

const warningsOf = (
  attendees: readonly Attendee[],
  required: readonly RequiredSeat[],
  seating: Seating,
  seats: readonly Seat[],
): readonly QuorumWarning[] => [
  ...(seats.some(({ shortBecause }) => shortBecause === 'notEligible') ? (['chairRankIneligible'] as const) : []),
  ...lesserRoles(attendees, required, seating),
  ...seats
    .filter(({ overridable, filledBy }) => overridable && filledBy === null)
    .map(({ seat }) => `overridableWithReason:${seat}` as const),
];

/** The seats of this meeting, who fills them, and whether a decision may be saved. */
export const quorum = (reading: Reading): Quorum => {
  const { practice, matter } = reading;
  const required = seatsFor(reading);
  const candidates = new Map(required.map((seat) => [seat.seat, candidatesFor(reading, seat)]));
  const seating = seatPeople(required, candidates);
  const seats = required.map((seat): Seat => {
    const filledBy = seating.get(seat.seat) ?? null;
    const { words, rule, overridable } = seat;
    const entry = { seat: seat.seat, words, rule, filledBy, overridable };
    return filledBy === null ? { ...entry, shortBecause: whyShort(reading, seat) } : entry;
  });
  const findings = formatFindings(reading);
  const missing = seats.filter(({ filledBy }) => filledBy === null).map(({ seat }) => seat);
  return {
    quorate: missing.length === 0,
    seats,
    missing,
    canSaveDecision: missing.length === 0 && findings.faults.length === 0,
    mayShareInformation: true,
    postponeBeyondDueAllowed: false,
    inquorateAllows: rulesOfKind(practice, 'attendance').flatMap((rule) => rule.inquorateAllows ?? []),
    warnings: warningsOf(matter.attendees, required, seating, seats),
    formatFindings: findings,
  };
};
