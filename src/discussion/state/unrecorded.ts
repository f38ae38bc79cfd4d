import type { DiscussionEvent } from './event.ts';

/** Of messages, calendars and signatures: the record is the same as before. */
const unrecorded: readonly DiscussionEvent['type'][] = [
  'noticeAcknowledged',
  'telephoneNeeded',
  'toldByTelephone',
  'nothingHeard',
  'reminderSnoozed',
  'replyLinksStopped',
  'placeGone',
  'onlineMeetingMade',
  'meetingEventFailed',
  'dutyDone',
  'recordPageOpened',
  'recordPageClosed',
  'recordCodeAsked',
  'recordCodeEntered',
  'recordSigned',
  'recordAuthorised',
  'recordSentBack',
  'recordReopened',
  'authoriserReplaced',
];
export const isUnrecorded = ({ type }: DiscussionEvent): boolean => unrecorded.includes(type);
