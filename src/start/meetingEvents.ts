/** How meetings are kept in the calendar of the council: part of the composition root. */
import { createHash } from 'node:crypto';
import type { Conduct } from '../conduct/conduct.ts';
import type { Directory, DirectoryPerson } from '../directory/directory.ts';
import type { CalendarCommand } from '../discussion/commands/command.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { referenceOf } from '../discussion/state/noticeId.ts';
import { system, type PersonId } from '../discussion/state/people.ts';
import { meetingEntry } from '../messages/meetingEntry.ts';
import type { SendMeeting } from '../channels/send.ts';
import type { CalendarEdges } from '../outbox/toCalendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { hasFault, worryAt } from '../discussion/state/onlineMeeting.ts';

/** Where meetings are made, and for whom: the people of one tenant have them in their calendars. */
export interface Meetings {
  readonly send: SendMeeting;
  readonly tenantId: string;
}

/** Meetings were made here once, and are owed still. */
const nowhere: SendMeeting = () =>
  Promise.resolve({ result: 'closed', detail: 'This service no longer makes meetings: GRAPH_ORGANISER is not set' });

export const calendarEdges = (edges: {
  readonly meetings: Meetings | null;
  readonly conduct: Conduct;
  readonly directory: Directory;
  readonly clock: () => Instant;
}): CalendarEdges<Discussion> => {
  const { meetings, conduct, directory, clock } = edges;
  const record = async (reference: string, key: string, command: CalendarCommand): Promise<void> => {
    // Refused where the discussion was decided or stood down meanwhile: then nobody needs to know.
    await conduct.act({ reference, command, actor: system, key });
  };
  return {
    send: meetings?.send ?? nowhere,
    planFor: async (_notice, d) => {
      const entry = meetingEntry(d, await attendeesOf(d, directory, meetings));
      if (d.stage === 'decided' || entry.endsAt < clock()) return 'superseded';
      const joinUrl = d.arrangement.onlineMeeting?.joinUrl ?? null;
      return { entry, joinUrl, worryAt: worryAt(d), isFaultKnown: hasFault(d) };
    },
    linked: ({ id }, joinUrl) =>
      record(referenceOf(id), `${id}/${shortened(joinUrl)}`, { kind: 'recordOnlineMeeting', joinUrl }),
    failed: ({ id }, why) => record(referenceOf(id), `${id}/fault`, { kind: 'reportMeetingFault', why }),
  };
};

const shortened = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The chair and those invited who have not declined, as far as they have a calendar in our own tenant. */
const attendeesOf = async (
  d: Discussion,
  directory: Directory,
  meetings: Meetings | null,
): Promise<readonly string[]> => {
  const coming = d.invitations.filter((i) => i.reply.answer !== 'declined').map((i) => i.participant.personId);
  const people = await Promise.all([...new Set([d.chair.personId, ...coming])].map((id) => directory.byId(id)));
  return [...new Set(people.flatMap((person) => addressInTenant(person, meetings) ?? []))];
};

const addressInTenant = (person: DirectoryPerson | null, meetings: Meetings | null): string | null =>
  person?.teams != null && person.teams.tenantId === meetings?.tenantId ? person.email : null;

/** Whether this person has the meeting in their calendar from there, so that a calendar file would be a second one. */
export const isInCalendar = async (
  d: Discussion,
  who: PersonId,
  { directory, meetings }: { readonly directory: Directory; readonly meetings: Meetings | null },
): Promise<boolean> =>
  d.meeting.calendar !== undefined &&
  d.arrangement.fault === null &&
  addressInTenant(await directory.byId(who), meetings) !== null;
