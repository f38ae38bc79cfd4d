import type { DiscussionEvent, EventOf } from '../state/event.ts';

type Quiet = EventOf<
  | 'substituteTurnedDown'
  | 'writtenInformationGiven'
  | 'attendanceRecorded'
  | 'authorityConfirmed'
  | 'informationShared'
  | 'departureRecorded'
  | 'safetyScaled'
  | 'agendaItemEntered'
  | 'detailsRecorded'
  | 'enquiryRecorded'
  | 'enquiryEnded'
  | 'conferenceRecorded'
  | 'filingRecorded'
  | 'recordPageClosed'
  | 'recordCodeEntered'
  | 'nextDiscussionKnown'
  | 'nextDiscussionCalledOff'
  | 'discussionClosed'
  | 'replyLinksStopped'
  | 'dutyDone'
>;
/** Nobody is owed anything because of these: the card shows them. */
const quiet: Readonly<Record<Quiet['type'], true>> = {
  substituteTurnedDown: true,
  writtenInformationGiven: true,
  attendanceRecorded: true,
  authorityConfirmed: true,
  informationShared: true,
  departureRecorded: true,
  safetyScaled: true,
  agendaItemEntered: true,
  detailsRecorded: true,
  enquiryRecorded: true,
  enquiryEnded: true,
  conferenceRecorded: true,
  filingRecorded: true,
  recordPageClosed: true,
  recordCodeEntered: true,
  nextDiscussionKnown: true,
  nextDiscussionCalledOff: true,
  discussionClosed: true,
  replyLinksStopped: true,
  dutyDone: true,
};
export const isQuiet = (event: DiscussionEvent): event is Quiet => Object.hasOwn(quiet, event.type);
