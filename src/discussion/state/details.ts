/**
 * What is known of each child and of those it lives with, as it was entered: the newest of each field stands, and every
 * earlier one stays in the record. All of it is optional; it can be added by those taking part until the record is made.
 */
import { z } from 'zod';
import type { Instant } from '../../practice/time/instant.ts';
import type { Child } from './childShape.ts';
import type { PersonId } from './people.ts';
import type { Stamp } from './stamp.ts';

const childDetails = [
  'address',
  'nhsNumber',
  'gp',
  'education',
  'firstLanguage',
  'interpreter',
  'sex',
  'ethnicity',
  'disabilities',
  'upn',
  'councilId',
  'legalStatus',
  'history',
  'childViews',
  'parentViews',
  'consent',
  'consentWhy',
  'familyInformed',
  'familyInformedWhy',
  'categories',
  'dangerStatement',
  'safetyGoal',
  'abe',
  'abeWhy',
  'contingency',
  'primaryNeed',
  'enquiriesLastYear',
  'conferencesLastYear',
  'team',
] as const;
export type ChildDetail = (typeof childDetails)[number];

/** Of somebody in the household, or who matters to the child. They are never invited (S-1). */
const memberDetails = [
  'name',
  'relationship',
  'birthDate',
  'address',
  'parentalResponsibility',
  'risk',
  'riskWhy',
  'seen',
  'takenOut',
] as const;
export type MemberDetail = (typeof memberDetails)[number];
export type DetailName = ChildDetail | MemberDetail;
export type Details = Readonly<Partial<Record<DetailName, string>>>;

const detailName = z.enum([...new Set([...childDetails, ...memberDetails])]);

export const detailsRecordedEvent = z.strictObject({
  type: z.literal('detailsRecorded'),
  /** A child by its id (`A`), or somebody of the household (`H1`). */
  of: z.string(),
  /** Only what is other than before; blank: it is not known after all. */
  details: z.partialRecord(detailName, z.string()),
});

export interface Entered {
  readonly of: string;
  readonly details: Details;
  readonly version: number;
  readonly at: Instant;
  readonly by: PersonId;
}

/** As they stood at a version; as they stand, where none is given. */
export const detailsOf = (entered: readonly Entered[], of: string, version = Infinity): Details =>
  Object.assign(
    {},
    ...entered.filter((entry) => entry.of === of && entry.version <= version).map(({ details }) => details),
  ) as Details;

/** Those of the household, in the order they were entered. */
export const household = (entered: readonly Entered[]): readonly string[] =>
  [...new Set(entered.map(({ of }) => of))].filter((of) => isMember(of) && detailsOf(entered, of).takenOut !== 'yes');

export const isMember = (of: string): boolean => /^H\d+$/.test(of);

/** A child it is about, or somebody of its household. */
export const isDescribed = (
  { children, entered }: { readonly children: readonly Pick<Child, 'childId'>[]; readonly entered: readonly Entered[] },
  of: string,
): boolean => children.some(({ childId }) => childId === of) || household(entered).includes(of);

export const nextMember = (entered: readonly Entered[]): string =>
  `H${new Set(entered.map(({ of }) => of).filter(isMember)).size + 1}`;

export const afterEntering = (
  entered: readonly Entered[],
  { of, details }: z.infer<typeof detailsRecordedEvent>,
  { at, by, version }: Stamp,
): readonly Entered[] => [...entered, { of, details, version, at, by }];
