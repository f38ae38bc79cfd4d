/**
 * Meetings in Microsoft 365: the one folder that talks to Microsoft Graph. A discussion has one event in the calendar of
 * one mailbox of the council, with the reference only, because Exchange sends it to everybody at once and unencrypted.
 */
import type { MeetingResult, SendMeeting } from '../channels/send.ts';
import type { MeetingEntry } from '../messages/meetingEntry.ts';
import { createGraphClient, type GraphEdges } from './graphClient.ts';
import { changesTo, graphEvent, joinUrlIn, newEvent, type GraphEvent } from './graphEvent.ts';
import { request, search, type Calendar, type Found } from './graphFinding.ts';
import { deletedMeanwhile, isGone, notUnderstood, refusalOf, unanswered } from './graphRefusal.ts';

/**
 * Brings the event in step with the entry. Safe to repeat: creation carries a transaction id, and what exists is read
 * before it is changed. At most five requests, one after another, and hardly ever more than two. Never rejects.
 */
export const createGraphMeetings = (edges: GraphEdges & { readonly organiser: string }): SendMeeting => {
  const events = `/users/${encodeURIComponent(edges.organiser)}/events`;
  const calendar: Calendar = { ask: createGraphClient(edges), events };
  /** Whoever's calendar it is has the event without being invited; Exchange does not list them. */
  const isOrganiser = (address: string): boolean => address.toLowerCase() === edges.organiser.toLowerCase();
  return (asked) => {
    const entry = { ...asked, attendees: asked.attendees.filter((address) => !isOrganiser(address)) };
    return entry.cancelled ? withdraw(calendar, entry) : enter(calendar, entry);
  };
};

const enter = async (calendar: Calendar, entry: MeetingEntry): Promise<MeetingResult> => {
  const { replaces } = entry;
  if (replaces === null) return create(calendar, entry, null);
  const found = await request(calendar, { method: 'GET', path: pathOf(calendar, replaces) });
  const isThere = found.found !== null && (found.found === 'unclear' || found.found.isCancelled !== true);
  // Somebody deleted it: made anew under another id, unless an earlier attempt at that is there already.
  return isThere
    ? settle(calendar, found, entry, () => deletedMeanwhile)
    : settle(calendar, await search(calendar, entry), entry, () => create(calendar, entry, replaces));
};

const withdraw = async (calendar: Calendar, entry: MeetingEntry): Promise<MeetingResult> => {
  const { replaces } = entry;
  const known = replaces === null ? await search(calendar, entry) : null;
  if (known?.found === 'unclear') return known.result;
  const id = replaces ?? known?.found?.id;
  return id === undefined ? { result: 'sent', receipt: 'none', joinUrl: null } : cancel(calendar, id, entry);
};

const settle = async (
  calendar: Calendar,
  found: Found,
  entry: MeetingEntry,
  otherwise: () => Promise<MeetingResult> | MeetingResult,
): Promise<MeetingResult> => {
  if (found.found === 'unclear') return found.result;
  return found.found === null ? otherwise() : update(calendar, found.found, entry);
};

const create = async (calendar: Calendar, entry: MeetingEntry, anew: string | null): Promise<MeetingResult> => {
  const answer = await calendar.ask({ method: 'POST', path: calendar.events, body: newEvent(entry, anew) });
  if (!answer.answered) return unanswered(answer);
  // An earlier request did arrive, and the discussion has changed since.
  if (answer.code === 'ErrorDuplicateTransactionId')
    return settle(calendar, await search(calendar, entry), entry, () => deletedMeanwhile);
  if (answer.status < 200 || answer.status >= 300) return refusalOf(answer);
  const event = graphEvent.safeParse(answer.body);
  return event.success ? standing(event.data) : notUnderstood;
};

const update = async (calendar: Calendar, event: GraphEvent, entry: MeetingEntry): Promise<MeetingResult> => {
  const changes = changesTo(event, entry);
  if (Object.keys(changes).length === 0) return standing(event);
  const changed = await request(calendar, { method: 'PATCH', path: pathOf(calendar, event.id), body: changes });
  if (changed.found === 'unclear') return changed.result;
  return changed.found === null ? deletedMeanwhile : standing(changed.found);
};

/** Exchange tells those invited. An event with nobody invited cannot be cancelled, only deleted. */
const cancel = async (
  calendar: Calendar,
  id: string,
  { attendees, reference }: MeetingEntry,
): Promise<MeetingResult> => {
  const path = pathOf(calendar, id);
  const comment = `Strategy discussion ${reference} is not going ahead.`;
  const answer = await calendar.ask(
    attendees.length === 0 ? { method: 'DELETE', path } : { method: 'POST', path: `${path}/cancel`, body: { comment } },
  );
  if (!answer.answered) return unanswered(answer);
  const isDone = isGone(answer) || (answer.status >= 200 && answer.status < 300);
  return isDone ? { result: 'sent', receipt: id, joinUrl: null } : refusalOf(answer);
};

const pathOf = ({ events }: Calendar, id: string): string => `${events}/${encodeURIComponent(id)}`;

const standing = (event: GraphEvent): MeetingResult => ({
  result: 'sent',
  receipt: event.id,
  joinUrl: joinUrlIn(event),
});
