/** Turns given facts into the set of names that rules test, and tests them. */
import { plusMonths, plusYears, type LocalDate } from '../time/calendar.ts';
import type { Situation } from '../language/facts.ts';
import type { RuleFact } from '../language/factNames.ts';
import { isFamily } from '../language/roles.ts';
import type { When } from '../language/ruleParts.ts';

export type FactSet = ReadonlySet<RuleFact>;

const educationReferrers: readonly string[] = ['school', 'nursery', 'childrensCentre', 'education', 'earlyYears'];
const publicReferrers: readonly string[] = [
  'public',
  'memberOfPublic',
  'neighbour',
  'friend',
  'anonymous',
  'family',
  'relative',
  'grandparent',
  'sibling',
];

/** The referrer is a professional or agency: a relative or a member of the public is never invited (S-1, I-1). */
const isProfessionalReferrer = (referrer: string): boolean =>
  !isFamily(referrer) && !publicReferrers.includes(referrer);

/** The 18th birthday and the date six months before it, both `YYYY-MM-DD` (I-20). */
export const comingOfAge = (dateOfBirth: LocalDate): { eighteenthBirthday: LocalDate; sixMonthsBefore: LocalDate } => {
  const eighteenthBirthday = plusYears(dateOfBirth, 18);
  return { eighteenthBirthday, sixMonthsBefore: plusMonths(eighteenthBirthday, -6) };
};

const isNearly18 = (dateOfBirth: LocalDate, meetingDate: LocalDate): boolean => {
  const { eighteenthBirthday, sixMonthsBefore } = comingOfAge(dateOfBirth);
  return meetingDate > sixMonthsBefore && meetingDate < eighteenthBirthday;
};

type Listed = Pick<Situation, 'circumstances' | 'concerns' | 'complexReasons'>;

/** The names written in the three lists, as one set. */
export const listedFacts = (given: Listed): Set<RuleFact> =>
  new Set([...(given.circumstances ?? []), ...(given.concerns ?? []), ...(given.complexReasons ?? [])]);

/** Everything true of a situation under any standard. */
export function plainFacts(situation: Situation): Set<RuleFact> {
  const facts = listedFacts(situation);
  const { referrer, childDateOfBirth, meetingDate } = situation;
  if (situation.forensicEvidenceNeeded === true) facts.add('forensicEvidenceNeeded');
  if (situation.likelyCareAndSupportNeeds === true) facts.add('likelyCareAndSupportNeeds');
  if (referrer && isProfessionalReferrer(referrer)) facts.add('referredByProfessional');
  if (referrer && educationReferrers.includes(referrer)) facts.add('inEducationSetting');
  if (childDateOfBirth && meetingDate && isNearly18(childDateOfBirth, meetingDate)) facts.add('nearly18');
  return facts;
}

/** Whether a rule's condition holds: every list it gives. */
export const holds = (when: When | undefined, facts: FactSet): boolean =>
  (when?.allOf ?? []).every((name) => facts.has(name)) &&
  !(when?.noneOf ?? []).some((name) => facts.has(name)) &&
  (when?.anyOf === undefined || when.anyOf.some((name) => facts.has(name)));
