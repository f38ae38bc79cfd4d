/** Which seats a meeting must fill and who can take each (Q-*). */
import { chairEligible, meetingType, type MeetingMatter } from './chair.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import { isFamily } from '../language/roles.ts';
import { appliesUnder } from '../language/readings.ts';
import type { SeatData } from '../language/ruleParts.ts';
import { holds, listedFacts } from './situation.ts';
import type { Attendee, RuleId } from '../language/vocabulary.ts';

export interface RequiredSeat {
  readonly seat: string;
  /** Plain words: `Police Dedicated Decision Maker`. */
  readonly words: string;
  readonly rule: RuleId;
  /** Roles that can take it, the best first; empty for the chair, whom the chair rules judge. */
  readonly roles: readonly string[];
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
  inviteAs: data.inviteAs,
  overridable: data.overridable ?? false,
  alsoFills: data.alsoFills ?? null,
  warnUnlessBest: data.warnUnlessBest ?? null,
});

/** The seats of a meeting in the standard's order, the chair first. */
export function seatsFor(practice: Practice, matter: MeetingMatter): readonly RequiredSeat[] {
  const type = meetingType(practice, matter);
  const facts = listedFacts(matter);
  return rulesOfKind(practice, 'seats')
    .filter((rule) => holds(rule.when, facts))
    .flatMap((rule) => rule.seats.map((data) => ({ data, rule: rule.id })))
    .filter(({ data }) => (data.meetingType ?? type) === type && holds(data.when, facts))
    .filter(({ data }) => appliesUnder(practice.readings, data.under))
    .reduce<RequiredSeat[]>((seats, { data, rule }) => place(seats, required(data, rule), data.before), []);
}

const place = (seats: readonly RequiredSeat[], seat: RequiredSeat, before: string | undefined): RequiredSeat[] => {
  const at = seats.findIndex((other) => other.seat === before);
  return at === -1 ? [...seats, seat] : seats.toSpliced(at, 0, seat);
};

/** Whether an attendee is of the right kind for a seat, whatever their mode or authority. */
export const fits = (practice: Practice, matter: MeetingMatter, seat: RequiredSeat, attendee: Attendee): boolean => {
  if (isFamily(attendee.role)) return false;
  if (seat.seat !== 'chair') return seat.roles.includes(attendee.role);
  return chairs(attendee) && chairEligible(practice, attendee, matter).eligible;
};

export const chairs = (attendee: Attendee): boolean => attendee.isChair === true || attendee.role === 'chair';

/** Q-10, S-4: authority to decide, and taking part rather than writing in. */
export const counts = (attendee: Attendee): boolean => attendee.hasDecisionAuthority && attendee.mode !== 'written';
