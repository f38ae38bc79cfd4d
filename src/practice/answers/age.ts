/** What a date of birth says by itself: unborn, under school age, nearly 18 (I-20). */
import type { RuleFact } from '../language/commonFacts.ts';
import type { Birth } from '../matter.ts';
import { birthday, plusMonths, type LocalDate } from '../time/calendar.ts';

/** Compulsory school age is reached at 5. */
const schoolAge = 5;

/** The 18th birthday and the date six months before it, both `YYYY-MM-DD` (I-20). */
export const comingOfAge = (dateOfBirth: LocalDate): { eighteenthBirthday: LocalDate; sixMonthsBefore: LocalDate } => {
  const eighteenthBirthday = birthday(dateOfBirth, 18);
  return { eighteenthBirthday, sixMonthsBefore: plusMonths(eighteenthBirthday, -6) };
};

/** I-20: strictly less than six months to the 18th birthday, on the day of the meeting. */
const isNearly18 = (dateOfBirth: LocalDate, on: LocalDate): boolean => {
  const { eighteenthBirthday, sixMonthsBefore } = comingOfAge(dateOfBirth);
  return on > sixMonthsBefore && on < eighteenthBirthday;
};

/** `on`: the London date of the meeting, null while there is none. */
export const ageFacts = (birth: Birth, on: LocalDate | null): readonly RuleFact[] => {
  if (birth.kind === 'unborn') return ['unborn', 'underSchoolAge'];
  if (on === null) return [];
  return [
    ...(birthday(birth.on, schoolAge) > on ? ['underSchoolAge' as const] : []),
    ...(isNearly18(birth.on, on) ? ['nearly18' as const] : []),
  ];
};
