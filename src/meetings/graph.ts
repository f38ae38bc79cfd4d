/**
 * Meetings in Microsoft 365: the one folder that talks to Microsoft Graph. A discussion has one event in the calendar of
 * one mailbox of the council, with the reference only, because Exchange sends it to everybody at once and unencrypted.
 */
import type { MeetingResult, SendMeeting } from '../channels/send.ts';
import { createGraphClient, type GraphAnswer, type GraphCall, type GraphEdges } from './graphClient.ts';
import { changesTo, graphEvent, graphEvents, joinUrlIn, newEvent, type GraphEvent } from './graphEvent.ts';
import type { MeetingEntry } from '../messages/meetingEntry.ts';

type Answered = Extract<GraphAnswer, { answered: true }>;
/** What a request led to: the event as it is now; none, as it is not or no longer there; or why nobody knows. */
type Found =
  | { readonly found: GraphEvent }
  | { readonly found: null }
  | { readonly found: 'unclear'; readonly result: MeetingResult };

/** Failures of a mailbox, which Graph reports with the same 404 as an event that is gone. */
const mailboxCodes = [
  'ErrorInvalidUser',
  'MailboxNotEnabledForRESTAPI',
  'ResourceNotFound',
  'Request_ResourceNotFound',
];

/**
 * Brings the event in step with the entry. Safe to repeat: creation carries a transaction id, and what exists is read
 * before it is changed. At most five requests, one after another, and hardly ever more than two. Never rejects.
 */
export const createGraphMeetings = (edges: GraphEdges & { readonly organiser: string }): SendMeeting => {
  const ask = createGraphClient(edges);
  const events = `/users/${encodeURIComponent(edges.organiser)}/events`;
  /** Whoever's calendar it is has the event without being invited; Exchange does not list them. */
  const isOrganiser = (address: string): boolean => address.toLowerCase() === edges.organiser.toLowerCase();
  const one = (id: string): string => `${events}/${encodeURIComponent(id)}`;

  const request = async (call: GraphCall): Promise<Found> => {
    const answer = await ask(call);
    if (!answer.answered) return unclear({ result: 'later', detail: answer.detail, retryAfterMs: null });
    if (isGone(answer)) return { found: null };
    if (answer.status < 200 || answer.status >= 300) return unclear(refusalOf(answer));
    const event = graphEvent.safeParse(answer.body);
    return event.success ? { found: event.data } : unclear(notUnderstood);
  };

  /** By the subject, which names the discussion and nothing else: for when its id was never received. */
  const search = async ({ subject }: MeetingEntry): Promise<Found> => {
    const query = { $filter: `subject eq '${subject.replaceAll("'", "''")}'`, $top: '10' };
    const answer = await ask({ method: 'GET', path: events, query });
    if (!answer.answered) return unclear({ result: 'later', detail: answer.detail, retryAfterMs: null });
    if (answer.status !== 200) return unclear(refusalOf(answer));
    const list = graphEvents.safeParse(answer.body);
    if (!list.success) return unclear(notUnderstood);
    return { found: list.data.value.find((event) => event.isCancelled !== true) ?? null };
  };

  const update = async (event: GraphEvent, entry: MeetingEntry): Promise<MeetingResult> => {
    const changes = changesTo(event, entry);
    if (Object.keys(changes).length === 0) return standing(event);
    const changed = await request({ method: 'PATCH', path: one(event.id), body: changes });
    if (changed.found === 'unclear') return changed.result;
    return changed.found === null ? deletedMeanwhile : standing(changed.found);
  };

  const create = async (entry: MeetingEntry, anew: string | null): Promise<MeetingResult> => {
    const answer = await ask({ method: 'POST', path: events, body: newEvent(entry, anew) });
    if (!answer.answered) return { result: 'later', detail: answer.detail, retryAfterMs: null };
    // An earlier request did arrive, and the discussion has changed since.
    if (answer.code === 'ErrorDuplicateTransactionId')
      return settle(await search(entry), entry, () => deletedMeanwhile);
    if (answer.status < 200 || answer.status >= 300) return refusalOf(answer);
    const event = graphEvent.safeParse(answer.body);
    return event.success ? standing(event.data) : notUnderstood;
  };

  const settle = async (
    found: Found,
    entry: MeetingEntry,
    otherwise: () => Promise<MeetingResult> | MeetingResult,
  ): Promise<MeetingResult> => {
    if (found.found === 'unclear') return found.result;
    return found.found === null ? otherwise() : update(found.found, entry);
  };

  /** Exchange tells those invited. An event with nobody invited cannot be cancelled, only deleted. */
  const cancel = async (id: string, { attendees, reference }: MeetingEntry): Promise<MeetingResult> => {
    const comment = `Strategy discussion ${reference} is not going ahead.`;
    const answer = await ask(
      attendees.length === 0
        ? { method: 'DELETE', path: one(id) }
        : { method: 'POST', path: `${one(id)}/cancel`, body: { comment } },
    );
    if (!answer.answered) return { result: 'later', detail: answer.detail, retryAfterMs: null };
    const isDone = isGone(answer) || (answer.status >= 200 && answer.status < 300);
    return isDone ? { result: 'sent', receipt: id, joinUrl: null } : refusalOf(answer);
  };

  return async (asked) => {
    const entry = { ...asked, attendees: asked.attendees.filter((address) => !isOrganiser(address)) };
    const { replaces } = entry;
    if (entry.cancelled) {
      const known = replaces === null ? await search(entry) : null;
      if (known?.found === 'unclear') return known.result;
      const id = replaces ?? known?.found?.id;
      return id === undefined ? { result: 'sent', receipt: 'none', joinUrl: null } : cancel(id, entry);
    }
    if (replaces === null) return create(entry, null);
    const found = await request({ method: 'GET', path: one(replaces) });
    const isThere = found.found !== null && (found.found === 'unclear' || found.found.isCancelled !== true);
    // Somebody deleted it: made anew under another id, unless an earlier attempt at that is there already.
    return isThere
      ? settle(found, entry, () => deletedMeanwhile)
      : settle(await search(entry), entry, () => create(entry, replaces));
  };
};

const unclear = (result: MeetingResult): Found => ({ found: 'unclear', result });

const standing = (event: GraphEvent): MeetingResult => ({
  result: 'sent',
  receipt: event.id,
  joinUrl: joinUrlIn(event),
});

const notUnderstood: MeetingResult = {
  result: 'later',
  detail: 'Microsoft Graph answered in a way we do not understand',
  retryAfterMs: null,
};

const deletedMeanwhile: MeetingResult = {
  result: 'later',
  detail: 'The event was deleted while it was being changed',
  retryAfterMs: null,
};

const isGone = ({ status, code }: Answered): boolean => status === 404 && !mailboxCodes.includes(code ?? '');

/** Answers that stay the same until an administrator does something, and what that is. */
const closing: Readonly<Partial<Record<number, string>>> = {
  400: 'Microsoft Graph does not accept the request',
  401: 'Microsoft Graph does not accept this service’s sign-in. An administrator can check the app registration',
  403: 'This service may not use that calendar. An administrator can grant it Calendars.ReadWrite for the mailbox in GRAPH_ORGANISER',
  404: 'Microsoft 365 has no such mailbox. An administrator can check GRAPH_ORGANISER',
  410: 'Microsoft 365 no longer has that mailbox. An administrator can check GRAPH_ORGANISER',
};

const refusalOf = ({ status, code, retryAfterMs }: Answered): MeetingResult => {
  const answer = `Microsoft Graph answered ${status}${code === null ? '' : ` ${code}`}`;
  const words = closing[status];
  return words === undefined
    ? { result: 'later', detail: answer, retryAfterMs }
    : { result: 'closed', detail: `${words} (${status}${code === null ? '' : ` ${code}`})` };
};
