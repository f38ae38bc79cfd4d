/** Annex A of the inspection framework, list 5: one row an enquiry. */
import { plusYears, type LocalDate } from '../../practice/time/calendar.ts';
import { yearsOld } from '../../words/childWords.ts';
import type { Enquiry, Period } from './enquiry.ts';
import { isOfOneChild } from './joined.ts';
import type { Table } from './table.ts';

const columns = [
  'Child Unique ID',
  'Gender',
  'Ethnicity',
  'Date of Birth',
  'Age of Child (Years)',
  'Does the Child have a Disability',
  'Strategy discussion initiating Section 47 Enquiry Start Date',
  'Was an Initial Child Protection Conference deemed unnecessary?',
  'Date of Initial Child Protection Conference',
  'Did the Initial Child Protection Conference Result in a Child Protection Plan',
  'Number of Section 47 Enquiries in the last 12 months (NOT INCLUDING THIS SECTION 47 ENQUIRY)',
  'Number of ICPCs in the last 12 months (NOT INCLUDING THIS ICPC)',
  'Allocated Team',
  'Allocated Worker',
] as const;

/** `all`: every enquiry there is, to count those of the twelve months before. */
export const annexA = (enquiries: readonly Enquiry[], all: readonly Enquiry[], { to }: Period): Table => ({
  columns,
  rows: enquiries.map((enquiry) => row(enquiry, all, to)),
});

const row = (enquiry: Enquiry, all: readonly Enquiry[], to: LocalDate): readonly string[] => {
  const { childNumber, details, child, startedOn, conference, isConferenceNeeded, worker } = enquiry;
  const bornOn = child.birth.kind === 'born' ? child.birth.on : null;
  const before = all.filter((other) => other.id !== enquiry.id && isOfOneChild(enquiry, other));
  const isInYear = (day: LocalDate | undefined, until: LocalDate): boolean =>
    day !== undefined && day <= until && day >= plusYears(until, -1);
  return [
    childNumber ?? '',
    genders[details.sex ?? ''] ?? 'c) Not stated/recorded',
    details.ethnicity ?? '',
    bornOn === null ? '' : britishDate(bornOn),
    bornOn === null ? '' : String(yearsOld(bornOn, to)),
    disability(details.disabilities ?? ''),
    britishDate(startedOn),
    isConferenceNeeded === null ? '' : yesNo(!isConferenceNeeded),
    conference === null ? '' : britishDate(conference.heldOn),
    conference === null ? '' : yesNo(conference.plan),
    known(details.enquiriesLastYear, before.filter((other) => isInYear(other.startedOn, startedOn)).length),
    known(
      details.conferencesLastYear,
      before.filter((other) => isInYear(other.conference?.heldOn, conference?.heldOn ?? startedOn)).length,
    ),
    details.team ?? '',
    worker.name,
  ];
};

const genders: Readonly<Record<string, string>> = { M: 'a) Male', F: 'b) Female' };

const yesNo = (is: boolean): string => (is ? 'a) Yes' : 'b) No');

const disability = (codes: string): string => (codes === '' ? '' : yesNo(codes !== 'NONE'));

const britishDate = (day: LocalDate): string => day.split('-').toReversed().join('/');

/** What somebody has looked up may be more than there is here. */
const known = (entered: string | undefined, counted: number): string =>
  String(Math.max(counted, /^\d{1,3}$/.test(entered ?? '') ? Number(entered) : 0));
