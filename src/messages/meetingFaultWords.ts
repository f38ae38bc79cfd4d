import { formatLondon } from '../practice/time/calendar.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Letter } from './letters.ts';
import { isMetOnline } from '../discussion/state/onlineMeeting.ts';

/** What the convenor has to know, and do, when the calendar did not take the meeting. */
export const meetingFaultWords = (d: Discussion): Pick<Letter, 'heading' | 'lines'> => {
  const why = d.arrangement.fault?.why ?? 'The calendar did not answer';
  if (d.stage === 'stoodDown') {
    return {
      heading: 'The meeting is still in people’s calendars',
      lines: [
        `The strategy discussion ${d.reference} is not going ahead, but it could not be taken out of people’s calendars. ${why}.`,
        'Everybody invited is told by message all the same, so there is nothing you must do. This service goes on trying until the time of the meeting.',
      ],
    };
  }
  const meeting = `The strategy discussion ${d.reference} starts ${formatLondon(d.meeting.startsAt)}.`;
  return isMetOnline(d) && d.arrangement.onlineMeeting === null
    ? {
        heading: 'The Teams meeting could not be made',
        lines: [
          `${meeting} There is no link to join it yet. ${why}.`,
          'Set the time and place again (“Change the time” on the discussion’s card) and enter how to join, such as a link or a number to dial. You can keep the time as it is. Everybody invited is then told.',
          'This service goes on trying. If a link is made after all, everybody invited is sent it.',
        ],
      }
    : {
        heading: 'The calendar entry is not as it should be',
        lines: [
          `${meeting} It could not be entered or changed in people’s calendars. ${why}.`,
          'Everybody invited is told of the meeting by message all the same, so there is nothing you must do. Calendars may show another time, or none. This service goes on trying.',
        ],
      };
};
