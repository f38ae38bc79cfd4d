/** Who is invited (I-*): the seats, what the circumstances add, and who never is (S-1). */
import { meetingType } from './chair.ts';
import type { Situation } from '../language/facts.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import { noticesOwed } from './duties.ts';
import { requirementFields } from './requirements.ts';
import { isFamily, roleWords } from '../language/roles.ts';
import { seatsFor } from './seats.ts';
import { factsOf } from './matter.ts';
import type { RuleOf } from '../language/rule.ts';
import { comingOfAge, holds, type FactSet } from './situation.ts';
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

const rolesOf = (rule: RuleOf<'invitee'>, facts: FactSet): readonly string[] =>
  rule.roles.filter((role) => {
    const involved = rule.onlyIf?.[role];
    return involved === undefined || facts.has(involved);
  });

const calls = (practice: Practice, situation: Situation): readonly Call[] => {
  const facts = factsOf(practice, situation);
  const seats = seatsFor(practice, situation).flatMap(({ inviteAs, rule }): Call[] =>
    inviteAs === null ? [] : [{ role: inviteAs, level: 'required', rule }],
  );
  const rows = rulesOfKind(practice, 'invitee')
    .filter((rule) => holds(rule.when, facts))
    .flatMap((rule) => rolesOf(rule, facts).map((role): Call => ({ role, level: rule.level, rule: rule.id })));
  const reconvened = rulesOfKind(practice, 'timescale')
    .filter((rule) => rule.invite !== undefined && holds(rule.when, facts))
    .flatMap(({ invite, id }) => (invite ?? []).map((role): Call => ({ role, level: 'consider', rule: id })));
  return [...seats, ...rows, ...reconvened];
};

const merge = (all: readonly Call[]): readonly Invitee[] => {
  const byRole = Map.groupBy(all, ({ role }) => role);
  return [...byRole].map(([role, asked]) => ({
    role,
    words: roleWords(role),
    level: asked.some(({ level }) => level === 'required') ? 'required' : 'consider',
    rules: [...new Set(asked.map(({ rule }) => rule))],
  }));
};

/** Who is told at once, besides being invited (H-2, I-22, CH-7). */
const told = (practice: Practice, facts: FactSet): Invitees['notify'] => [
  ...noticesOwed(practice, 'convening', facts).map(({ to, how }) => ({
    to,
    when: how === 'immediately' ? ('immediately' as const) : ('asap' as const),
  })),
  ...rulesOfKind(practice, 'invitee')
    .filter((rule) => rule.tell !== undefined && holds(rule.when, facts))
    .flatMap((rule) => rolesOf(rule, facts).map((to) => ({ to, when: 'asap' as const }))),
];

/** Who must be invited, whom to consider, and whom not, with the reasons. */
export function invitees(practice: Practice, situation: Situation): Invitees {
  const facts = factsOf(practice, situation);
  const invited = merge(calls(practice, situation)).toSorted((a, b) => (a.role < b.role ? -1 : 1));
  const required = invited.filter(({ level }) => level === 'required');
  const consider = invited.filter(({ level }) => level === 'consider');
  const family = (situation.proposed ?? []).filter(isFamily);
  const referrer = situation.referrer && isFamily(situation.referrer) ? [situation.referrer] : [];
  const birthdays = situation.childDateOfBirth ? comingOfAge(situation.childDateOfBirth) : null;
  return {
    required: required.map(({ role }) => role),
    consider: consider.map(({ role }) => role),
    notInvited: [...new Set([...family, ...referrer])].sort(),
    blocked: family.length > 0,
    meetingType: meetingType(practice, situation),
    ladoReferralFormRequired: requirementFields(practice, 'complexBooking', facts).length > 0,
    eighteenthBirthday: birthdays?.eighteenthBirthday ?? null,
    sixMonthsBefore: birthdays?.sixMonthsBefore ?? null,
    hostRemainsResponsibleUntil: requirementFields(practice, 'transfer', facts).length > 0 ? 'writtenAcceptance' : null,
    notify: told(practice, facts),
    entries: [...required, ...consider],
  };
}
