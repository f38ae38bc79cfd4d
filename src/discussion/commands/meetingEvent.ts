/** The meeting's entry in a calendar: what this service records about it. */
import type { CalendarCommand, Command } from './command.ts';
import type { Discussion } from '../state/discussion.ts';
import { accepted, refused, type Ruling } from './ruling.ts';

const kinds: Readonly<Record<CalendarCommand['kind'], true>> = { recordOnlineMeeting: true, reportMeetingFault: true };

export const isAboutCalendar = (command: Command): command is CalendarCommand => Object.hasOwn(kinds, command.kind);

/** What the calendar answered, as this program reports it. */
export const decideCalendar = (state: Discussion, command: CalendarCommand): Ruling => {
  const { stage } = state;
  const isLinked = command.kind === 'recordOnlineMeeting';
  // A meeting that was stood down may still be in people's calendars.
  if (stage === 'decided' || (stage === 'stoodDown' && isLinked)) {
    return refused({ code: 'tooLate', command: command.kind, stage });
  }
  return isLinked
    ? accepted({ type: 'onlineMeetingMade', joinUrl: command.joinUrl })
    : accepted({ type: 'meetingEventFailed', why: command.why });
};
