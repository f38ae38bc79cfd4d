/**
 * What the validators of the returns check about enquiries, by their numbers, as far as this program’s own data can answer
 * it; docs/returns.md says which they are, and why the others cannot be.
 */
import { dueAt, endOfDay, type Calendar, type LocalDate } from '../../practice/time/calendar.ts';
import type { Enquiry, Period } from './enquiry.ts';
import { isOfOneChild } from './joined.ts';

export interface Finding {
  /** The sector’s number; `number` where the council’s own number for the child is not known. */
  readonly check: '8740' | '8675Q' | '8615' | '2889' | '8890' | '8839' | '8868' | '2884' | 'number';
  readonly about: Enquiry;
  readonly words: string;
}

/** A query is to be looked at; everything else has to be put right. */
export const isError = ({ check }: Finding): boolean => check !== '8675Q';

interface Checked {
  readonly period: Period;
  readonly calendar: Calendar;
  /** All of the return. */
  readonly all: readonly Enquiry[];
}

type Check = Pick<Finding, 'check' | 'words'> & { readonly fails: (enquiry: Enquiry, checked: Checked) => boolean };

const isSettled = ({ conference, isConferenceNeeded }: Enquiry): boolean =>
  conference !== null || isConferenceNeeded === false;

/** Those of the same child that began after it, or on the same day and later in the return. */
const laterOf = (enquiry: Enquiry, { all }: Checked): readonly Enquiry[] =>
  all.slice(all.indexOf(enquiry) + 1).filter((other) => isOfOneChild(enquiry, other));

/** Until its conference, or until it ended without one; null while it goes on. */
const openUntil = ({ conference, isConferenceNeeded, end, startedOn }: Enquiry): LocalDate | null => {
  if (conference !== null) return conference.heldOn;
  return isConferenceNeeded === false ? (end?.on ?? startedOn) : null;
};

const goesOnPast = (enquiry: Enquiry, day: LocalDate): boolean => {
  const until = openUntil(enquiry);
  return until === null || until > day;
};

const checks: readonly Check[] = [
  {
    check: 'number',
    words: 'The council’s own number for the child is not entered, so it is left out.',
    fails: ({ childNumber }) => childNumber === null,
  },
  {
    check: '8740',
    words: 'It began before the period and has no conference by the end of it.',
    fails: (enquiry, { period }) => enquiry.startedOn < period.from && !isSettled(enquiry),
  },
  {
    check: '8675Q',
    words:
      'It began more than 15 working days before the end of the period: there is no date of a conference, nor that none is needed.',
    fails: (enquiry, { period, calendar }) =>
      !isSettled(enquiry) && dueAt(calendar, endOfDay(enquiry.startedOn), { workingDays: 15 }) < endOfDay(period.to),
  },
  {
    check: '8615',
    words: 'It began after its conference.',
    fails: ({ conference, startedOn }) => conference !== null && conference.heldOn < startedOn,
  },
  {
    check: '2889',
    words: 'It began before the referral was received.',
    fails: ({ startedOn, referredOn }) => startedOn < referredOn,
  },
  {
    check: '8890',
    words: 'Another enquiry into the child began while it went on.',
    fails: (enquiry, checked) => laterOf(enquiry, checked).some(({ startedOn }) => goesOnPast(enquiry, startedOn)),
  },
  {
    check: '8839',
    words: 'Another enquiry of the same referral has no conference either, nor that none is needed.',
    fails: (enquiry, checked) =>
      !isSettled(enquiry) &&
      laterOf(enquiry, checked).some((other) => other.referredOn === enquiry.referredOn && !isSettled(other)),
  },
  {
    check: '8868',
    words: 'The discussion is closed: there is no date of a conference, nor that none is needed.',
    fails: (enquiry) => enquiry.isClosed && !isSettled(enquiry),
  },
  {
    check: '2884',
    words: 'The same conference is recorded with another enquiry into the child.',
    fails: ({ conference, ...enquiry }, checked) =>
      conference !== null &&
      checked.all.some(
        (other) =>
          other.id !== enquiry.id &&
          isOfOneChild({ ...enquiry, conference }, other) &&
          other.conference?.heldOn === conference.heldOn,
      ),
  },
];

/** By enquiry, in the order of the numbers above. */
export const findingsIn = (checked: Checked): readonly Finding[] =>
  checked.all.flatMap((about) =>
    checks.flatMap(({ check, words, fails }) => (fails(about, checked) ? [{ check, about, words }] : [])),
  );

/** Those that a return of a period is about: begun, ended or with its conference in it. */
export const isIn = ({ from, to }: Period, { startedOn, end, conference }: Enquiry): boolean =>
  [startedOn, end?.on, conference?.heldOn].some((day) => day !== undefined && day >= from && day <= to);

/** The census has also those from before that still wait for a conference: what is wrong with them is to be found. */
export const isInCensus = (period: Period, enquiry: Enquiry): boolean => {
  const { startedOn, conference } = enquiry;
  const isWithin = (day: LocalDate): boolean => day >= period.from && day <= period.to;
  if (startedOn > period.to) return false;
  return isWithin(startedOn) || (conference === null ? !isSettled(enquiry) : isWithin(conference.heldOn));
};
