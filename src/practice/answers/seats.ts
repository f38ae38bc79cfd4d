/** Which seats a meeting must fill and who can take each (Q-*). */
import { chairEligible } from './chair.ts';
import { rulesOfKind } from '../practice.ts';
import { isChildrensSocialCare, isFamily } from '../language/roles.ts';
import { appliesUnder } from '../language/readings.ts';
import type { SeatData } from '../language/parts.ts';
import type { Reading } from './reading.ts';
import type { Attendee, Rank, RuleId } from '../language/vocabulary.ts';

export interface RequiredSeat {
  readonly seat: string;
  /** Plain words: `Police Dedicated Decision Maker`. */
  readonly words: string;
  readonly rule: RuleId;
  /** Roles that can take it, the best first; empty for the chair, whom the chair rules judge. */
  readonly roles: readonly string[];
  /** Ranks in children's social care that take it as well. */
  readonly ranks: readonly Rank[];
  /** The role to invite for it; null where the standard names none. */
  readonly inviteAs: string | null;
  readonly overridable: boolean;
  readonly alsoFills: string | null;
  readonly warnUnlessBest: 'policeNotDdm' | null;
}

const required = (data: SeatData, rule: RuleId): RequiredSeat => ({
  seat: data.seat,
  words: data.words,
  rule,
  roles: data.roles,
  ranks: data.ranks ?? [],
  inviteAs: data.inviteAs,
  overridable: data.overridable ?? false,
  alsoFills: data.alsoFills ?? null,
  warnUnlessBest: data.warnUnlessBest ?? null,
});

/** The seats of a meeting in the standard's order, the chair first. */
export const seatsFor = ({ practice, meetingType, holds }: Reading): readonly RequiredSeat[] =>
  rulesOfKind(practice, 'seats')
    .filter((rule) => holds(rule.when))
    .flatMap((rule) => rule.seats.map((data) => ({ data, rule: rule.id })))
    .filter(({ data }) => (data.meetingType ?? meetingType) === meetingType && holds(data.when))
    .filter(({ data }) => appliesUnder(practice.readings, data.under))
    .reduce<RequiredSeat[]>((seats, { data, rule }) => place(seats, required(data, rule), data.before), []);

const place = (seats: readonly RequiredSeat[], seat: RequiredSeat, before: string | undefined): RequiredSeat[] => {
  const at = seats.findIndex((other) => other.seat === before);
  return at === -1 ? [...seats, seat] : seats.toSpliced(at, 0, seat);
};

/** Whether an attendee is of the right kind for a seat, whatever their mode or authority. */
export const fits = (reading: Reading, seat: RequiredSeat, attendee: Attendee): boolean => {
  if (isFamily(attendee.role)) return false;
  if (seat.seat !== 'chair') return seat.roles.includes(attendee.role) || isOfRank(seat, attendee);
  return chairs(attendee) && chairEligible(reading, attendee).eligible;
};

/** the Social Work Manager is one by rank, in whatever role they come. */
const isOfRank = ({ ranks }: RequiredSeat, { rank, role }: Attendee): boolean =>
  rank !== null && rank !== undefined && ranks.includes(rank) && isChildrensSocialCare(role);

export const chairs = (attendee: Attendee): boolean => attendee.isChair === true || attendee.role === 'chair';

/** Q-10, S-4: authority to decide, and taking part rather than writing in. */
export const counts = (attendee: Attendee): boolean => attendee.hasDecisionAuthority && attendee.mode !== 'written';
