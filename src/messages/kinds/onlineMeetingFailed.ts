/** What the convenor has to know, and do, when the calendar did not take the meeting. */
import { hasFault, isMetOnline } from '../../discussion/state/onlineMeeting.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { task } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, oneOf, text } from '../letter.ts';
import { isSameMeeting } from '../wanted.ts';

const shape = { when: text, why: text };
const dataOf = ({ d }: View) => ({
  when: formatLondon(d.meeting.startsAt),
  why: d.arrangement.fault?.why ?? 'The calendar did not answer',
});

const stoodDown = letter('online-meeting-failed-stood-down', shape, dataOf);
const noLink = letter('online-meeting-failed-no-link', shape, dataOf);
const wrongEntry = letter('online-meeting-failed-entry', shape, dataOf);

export const onlineMeetingFailed: Message = {
  ...task,
  wanted: (view) => view.d.stage !== 'decided' && isSameMeeting(view) && hasFault(view.d),
  letter: oneOf({ stoodDown, noLink, wrongEntry }, ({ d }) => {
    if (d.stage === 'stoodDown') return 'stoodDown';
    return isMetOnline(d) && d.arrangement.onlineMeeting === null ? 'noLink' : 'wrongEntry';
  }),
  buttons: ['sayHowToJoin', 'openDiscussion'],
  proof: 'Request to say how to join',
};
