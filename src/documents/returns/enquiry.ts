/**
 * The folder has the statutory returns that ask about section 47 enquiries, a file each. All of them are made from this:
 * one enquiry into one child, as far as this program knows it. Nothing is guessed: what is not known is left out.
 */
import { endOfEnquiry, type End } from '../../discussion/matter/enquiryEnd.ts';
import { startedFor } from '../../discussion/matter/gate.ts';
import type { Child } from '../../discussion/state/childShape.ts';
import { conferenceOf } from '../../discussion/state/conference.ts';
import { detailsOf, type Details } from '../../discussion/state/details.ts';
import type { Decided } from '../../discussion/state/discussion.ts';
import type { Participant } from '../../discussion/state/people.ts';
import { leadSocialWorker } from '../../discussion/state/responsible.ts';
import type { Practice } from '../../practice/practice.ts';
import { dueAt, londonDate, type LocalDate } from '../../practice/time/calendar.ts';

/** From a day to another, both of it. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Enquiry {
  /** Of the discussion that started it, and the child in it: `SD-ABC234-A`. */
  readonly id: string;
  /** Of the same discussion. */
  readonly reference: string;
  /** The council’s own number for the child; null where nobody has entered it. */
  readonly childNumber: string | null;
  readonly child: Child;
  readonly details: Details;
  readonly referredOn: LocalDate;
  /** The day of the strategy discussion that started it. */
  readonly startedOn: LocalDate;
  /** 15 working days later: by when its conference is to be held. */
  readonly target: LocalDate;
  readonly end: End | null;
  readonly conference: { readonly heldOn: LocalDate; readonly plan: boolean } | null;
  /** Null while nobody has said. */
  readonly isConferenceNeeded: boolean | null;
  /** The discussion has been closed: nothing more is recorded. */
  readonly isClosed: boolean;
  readonly worker: Participant;
}

/** A discussion that has been decided, under its procedure, as it stood on a day. */
export interface AsOf {
  readonly d: Decided;
  readonly practice: Practice;
  readonly day: LocalDate;
}

/** Whoever has taken the child over since (H-3), it was started here. */
export const enquiriesOf = (source: AsOf): readonly Enquiry[] =>
  startedFor(source.d).map((child) => enquiryInto(child, source));

const enquiryInto = (child: Child, source: AsOf): Enquiry => {
  const { d, practice } = source;
  const { meetingEndedAt } = d.decision;
  const details = detailsOf(d.entered, child.childId);
  return {
    id: `${d.reference}-${child.childId}`,
    reference: d.reference,
    childNumber: details.councilId === undefined || details.councilId === '' ? null : details.councilId,
    child,
    details,
    referredOn: londonDate(d.referral.receivedAt),
    startedOn: londonDate(meetingEndedAt),
    target: londonDate(dueAt(practice.calendar, meetingEndedAt, { workingDays: 15 })),
    ...whatCameOfIt(child, source),
    isClosed: d.closed !== null,
    worker: leadSocialWorker(d),
  };
};

/** What lies after the day has not come about by it. */
const whatCameOfIt = (
  child: Child,
  { d, practice, day }: AsOf,
): Pick<Enquiry, 'end' | 'conference' | 'isConferenceNeeded'> => {
  const ended = endOfEnquiry(d, child, practice);
  const end = ended !== null && ended.on <= day ? ended : null;
  const recorded = conferenceOf(d, child.childId);
  const conference = recorded?.what === 'held' && recorded.heldOn <= day ? recorded : null;
  return { end, conference, isConferenceNeeded: isNeeded(end, conference, recorded?.what === 'notNeeded') };
};

const isNeeded = (end: End | null, conference: object | null, isRefused: boolean): boolean | null => {
  if (conference !== null) return true;
  if (isRefused) return false;
  return end === null ? null : end.how === 'conference';
};
