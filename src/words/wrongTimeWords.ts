/** What people read when a time cannot be right. */
import type { Refusal } from '../discussion/commands/refusal.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import { cite } from './citation.ts';

type WrongTime = Extract<
  Refusal,
  {
    code:
      | 'meetingTooLate'
      | 'timeInPast'
      | 'timeInFuture'
      | 'endedBeforeItBegan'
      | 'leftBeforeJoining'
      | 'seenBeforeReferral'
      | 'decidedBeforeItBegan'
      | 'conferenceBeforeDecision'
      | 'enquiryEndedBeforeDecision'
      | 'putOffTooLong';
  }
>;

export const wrongTimeWords = (refusal: WrongTime): string => {
  switch (refusal.code) {
    case 'meetingTooLate':
      return `The meeting must start by ${formatLondon(refusal.dueAt)} ${cite(refusal.rule)}. If somebody cannot come in time, invite a substitute or have them join by telephone ${cite('Q-9')}.`;
    case 'timeInPast':
      return pastWords[refusal.what];
    case 'timeInFuture':
      return futureWords[refusal.what];
    case 'endedBeforeItBegan':
      return `The meeting began ${formatLondon(refusal.beganAt)}, so it cannot have ended before that. Check the time.`;
    case 'leftBeforeJoining':
      return `They joined ${formatLondon(refusal.joinedAt)}, so they cannot have left before that. Check the time.`;
    case 'seenBeforeReferral':
      return `The referral was received ${formatLondon(refusal.receivedAt)}. Record when the child was seen since then. Check the date and time.`;
    case 'decidedBeforeItBegan':
      return `The meeting began ${formatLondon(refusal.beganAt)}, so nothing can have been decided before that. Check the time.`;
    case 'conferenceBeforeDecision':
      return `The discussion ended ${formatLondon(refusal.meetingEndedAt)}, and its conference is held after that. Check the date.`;
    case 'enquiryEndedBeforeDecision':
      return `The discussion ended ${formatLondon(refusal.meetingEndedAt)}, and its enquiry ends after that. Check the date.`;
    case 'putOffTooLong':
      return `It cannot be put off beyond ${formatLondon(refusal.dueAt)}${refusal.rule === null ? '' : ` ${cite(refusal.rule)}`}.`;
    default:
      return unreachable('refusal', refusal);
  }
};

const pastWords = {
  meeting: 'The meeting cannot start in the past. Choose a time from now on.',
  action: 'An action cannot be due in the past. Choose today or a later day.',
} as const;

const futureWords = {
  referral: 'The referral cannot have been received in the future. Check the date and time.',
  emergencyAction: 'The action cannot have been taken in the future. Check the date and time.',
  concerns: 'Concerns cannot have been identified in the future. Check the date and time.',
  meetingEnd: 'The meeting cannot have ended in the future. Check the date and time.',
  decision: 'The decision cannot have been taken in the future. Check the date and time.',
  notReached: 'This cannot be in the future. Check the date and time.',
  enquiryEnd: 'The enquiry cannot have ended in the future. Check the date.',
  conference: 'This has a date in the future. Enter the day on which it happened.',
  answer: 'The answer cannot have come in the future. Enter the day it bears, or on which it was given.',
  attendance: 'Nobody can have joined or left in the future. Check the time.',
  childSeen: 'The child cannot have been seen in the future. Check the date and time.',
  telephoneCall: 'The call cannot have been made in the future. Check the date and time.',
} as const;
