/** When the enquiry into a child was at its end, and how: at its gate, as it was recorded, or by its conference. */
import { conferenceResult } from '../../practice/language/vocabulary.ts';
import type { Practice } from '../../practice/practice.ts';
import { londonDate, type LocalDate } from '../../practice/time/calendar.ts';
import type { Child } from '../state/childShape.ts';
import { conferenceOf } from '../state/conference.ts';
import type { Decided } from '../state/discussion.ts';
import { endRecorded, type WayToEnd } from '../state/enquiryEnd.ts';
import { resultOf } from '../state/enquiryReport.ts';
import { enquiredInto, gateFor } from './gate.ts';

export interface End {
  readonly how: WayToEnd;
  readonly on: LocalDate;
}

/** Null while it goes on. GT-5: where there is a gate, nothing but its result ends it. */
export const endOfEnquiry = (d: Decided, { childId }: Child, practice: Practice): End | null => {
  if (gateFor(d, childId, practice) !== null) return endAtGate(d, childId);
  const recorded = endRecorded(d, childId);
  if (recorded !== null) return { how: recorded.how, on: recorded.on };
  const conference = conferenceOf(d, childId);
  return conference?.what === 'held' ? { how: 'conference', on: conference.heldOn } : null;
};

const endAtGate = (d: Decided, childId: string): End | null => {
  const result = resultOf(d, childId);
  if (result === null) return null;
  return { how: result.value === conferenceResult ? 'conference' : 'furtherSupport', on: londonDate(result.at) };
};

/** Those whose enquiry goes on. */
export const stillEnquired = (d: Decided, practice: Practice): readonly Child[] =>
  enquiredInto(d).filter((child) => endOfEnquiry(d, child, practice) === null);

/** Those of whom somebody may say how it ended: no gate does. */
export const endedByHand = (d: Decided, practice: Practice): readonly Child[] =>
  enquiredInto(d).filter(({ childId }) => gateFor(d, childId, practice) === null);
