/** What is asked once a discussion is decided: of the enquiry into each child, and of the end of it all. */
import type { EventOf } from '../state/event.ts';
import type { Notice } from '../state/notice.ts';
import type { Participant, PersonId } from '../state/people.ts';

/** GT-*: of the enquiry into one child. */
export type GateCommand =
  | {
      readonly kind: 'reportEnquiry';
      readonly childId: string;
      readonly answers: EventOf<'enquiryReported'>['answers'];
    }
  /** It is complete, and signed; `decider` is asked for the result. */
  | { readonly kind: 'checkEnquiry'; readonly childId: string; readonly decider: Participant }
  /** By whoever checks it, or is asked for the result: it is not complete. */
  | { readonly kind: 'sendEnquiryBack'; readonly childId: string; readonly reason: string }
  | { readonly kind: 'recordResult'; readonly childId: string; readonly result: string; readonly reason: string };

/** By this program: whoever was asked for a result is in the directory no more. */
export interface ReplaceDecider {
  readonly kind: 'replaceDecider';
  readonly childId: string;
  readonly leaver: PersonId;
  readonly decider: Participant;
}

/** How a discussion that has been decided comes to its end. */
export type ClosingCommand =
  | ({ readonly kind: 'endEnquiry' } & Omit<EventOf<'enquiryEnded'>, 'type'>)
  | ({ readonly kind: 'recordConference' } & Omit<EventOf<'conferenceRecorded'>, 'type'>)
  /** */
  | { readonly kind: 'recordFiling'; readonly step: 'started' | 'filed'; readonly where: string }
  | { readonly kind: 'signOffFiling'; readonly where: string }
  | { readonly kind: 'callOffNext'; readonly reason: string }
  /** This program’s own: what has become of a discussion convened from it. */
  | ({ readonly kind: 'recordNext' } & Omit<EventOf<'nextDiscussionKnown'>, 'type'>)
  /** `unsent`: the stored notices that are to reach people and are not known to have, never what a form says. */
  | { readonly kind: 'close'; readonly reason: string; readonly unsent: readonly Notice[] };
