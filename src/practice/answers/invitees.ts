/** Who is invited (I-*): the seats, what the circumstances add, and who never is (S-1). */
import { rulesOfKind, type Practice } from '../practice.ts';
import { noticesOwed, rolesHolding } from './duties.ts';
import { requirementFields } from './requirements.ts';
import { isFamily, roleWordsIn } from '../language/roles.ts';
import { seatsFor } from './seats.ts';
import { comingOfAge } from './age.ts';
import type { Reading } from './reading.ts';
import type { LocalDate } from '../time/calendar.ts';
import type { MeetingType, RuleId } from '../language/vocabulary.ts';

interface Invitee {
  readonly role: string;
  readonly words: string;
  readonly level: 'required' | 'consider';
  /** Every rule that asks for them. */
  readonly rules: readonly RuleId[];
}

export interface Invitees {
  /** Roles, sorted as text. */
  readonly required: readonly string[];
  readonly consider: readonly string[];
  /** Proposed (or referring) family members: they are not invited (S-1). */
  readonly notInvited: readonly string[];
  /** Somebody was proposed who may not be invited. */
  readonly blocked: boolean;
  readonly meetingType: MeetingType;
  readonly ladoReferralFormRequired: boolean;
  readonly eighteenthBirthday: LocalDate | null;
  readonly sixMonthsBefore: LocalDate | null;
  readonly hostRemainsResponsibleUntil: 'writtenAcceptance' | null;
  readonly notify: readonly { readonly to: string; readonly when: 'immediately' | 'asap' }[];
  /** Required first, then to consider, each with its reasons. */
  readonly entries: readonly Invitee[];
}

interface Call {
  readonly role: string;
  readonly level: 'required' | 'consider';
  readonly rule: RuleId;
}

const calls = (reading: Reading): readonly Call[] => {
  const { practice, facts, holds } = reading;
  const seats = seatsFor(reading).flatMap(({ inviteAs, rule }): Call[] =>
    inviteAs === null ? [] : [{ role: inviteAs, level: 'required', rule }],
  );
  const rows = rulesOfKind(practice, 'invitee')
    .filter((rule) => holds(rule.when))
    .flatMap((rule) => rolesHolding(rule, facts).map((role): Call => ({ role, level: rule.level, rule: rule.id })));
  const reconvened = rulesOfKind(practice, 'timescale')
    .filter((rule) => rule.invite !== undefined && holds(rule.when))
    .flatMap(({ invite, id }) => (invite ?? []).map((role): Call => ({ role, level: 'consider', rule: id })));
  return [...seats, ...rows, ...reconvened];
};

const merge = (practice: Practice, all: readonly Call[]): readonly Invitee[] => {
  const byRole = Map.groupBy(all, ({ role }) => role);
  return [...byRole].map(([role, asked]) => ({
    role,
    words: roleWordsIn(practice, role),
    level: asked.some(({ level }) => level === 'required') ? 'required' : 'consider',
    rules: [...new Set(asked.map(({ rule }) => rule))],
  }));
};

/** Who is told at once, besides being invited (H-2, I-22, CH-7). */
const told = (reading: Reading): Invitees['notify'] =>
  noticesOwed(reading, 'convening').map(({ to, how }) => ({ to, when: how === 'immediately' ? how : 'asap' }));

/** Who must be invited, whom to consider, and whom not, with the reasons. */
export const invitees = (reading: Reading): Invitees => {
  const { matter, meetingType } = reading;
  const invited = merge(reading.practice, calls(reading)).toSorted((a, b) => (a.role < b.role ? -1 : 1));
  const required = invited.filter(({ level }) => level === 'required');
  const consider = invited.filter(({ level }) => level === 'consider');
  const family = matter.proposed.filter(isFamily);
  const { referrer } = matter.referral;
  const [eldest] = matter.children.flatMap(({ birth }) => (birth?.kind === 'born' ? [birth.on] : [])).toSorted();
  const birthdays = eldest === undefined ? null : comingOfAge(eldest);
  return {
    required: required.map(({ role }) => role),
    consider: consider.map(({ role }) => role),
    notInvited: [...new Set([...family, ...(referrer !== null && isFamily(referrer) ? [referrer] : [])])].sort(),
    blocked: family.length > 0,
    meetingType,
    ladoReferralFormRequired: requirementFields(reading.practice, 'complexBooking', reading.holds).length > 0,
    eighteenthBirthday: birthdays?.eighteenthBirthday ?? null,
    sixMonthsBefore: birthdays?.sixMonthsBefore ?? null,
    hostRemainsResponsibleUntil:
      requirementFields(reading.practice, 'transfer', reading.holds).length > 0 ? 'writtenAcceptance' : null,
    notify: told(reading),
    entries: [...required, ...consider],
  };
};
