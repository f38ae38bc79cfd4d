/** What somebody is to a discussion at the moment, as their own buttons say it. */
import { attendanceOf, invitationOf, type Discussion } from '../discussion/state/discussion.ts';
import type { Actor } from '../discussion/state/people.ts';
import { formatTime } from '../practice/time/calendar.ts';

export const whereTheyStand = (d: Discussion, { personId }: Actor): string => {
  if (d.stage === 'stoodDown') return 'It has been stood down.';
  const here = attendanceOf(d).find(({ participant }) => participant.personId === personId);
  if (here?.leftAt !== undefined) return `You are recorded as having left at ${formatTime(here.leftAt)}.`;
  if (here !== undefined) return 'You are recorded as here.';
  const reply = invitationOf(d, personId)?.reply;
  switch (reply?.answer) {
    case 'awaited':
      return 'You have not answered the invitation yet.';
    case 'accepted':
      return reply.taken === undefined
        ? 'You have said that you are coming.'
        : 'It was taken by telephone that you are coming. Reply to confirm that you can decide.';
    case 'declined':
      return 'You have said that you are not coming.';
    case undefined:
      return d.chair.personId === personId ? 'You chair it.' : 'You can do this:';
  }
};
