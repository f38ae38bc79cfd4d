/** Finding the event of a discussion in the calendar. */
import type { MeetingResult } from '../channels/send.ts';
import type { MeetingEntry } from '../messages/meetingEntry.ts';
import type { GraphAnswer, GraphCall } from './graphClient.ts';
import { graphEvent, graphEvents, type GraphEvent } from './graphEvent.ts';
import { isGone, notUnderstood, refusalOf, unanswered } from './graphRefusal.ts';

/** One mailbox's calendar, and the way to ask about it. */
export interface Calendar {
  readonly ask: (call: GraphCall) => Promise<GraphAnswer>;
  /** The path of its events. */
  readonly events: string;
}

/** What a request led to: the event as it is now; none, as it is not or no longer there; or why nobody knows. */
export type Found =
  | { readonly found: GraphEvent }
  | { readonly found: null }
  | { readonly found: 'unclear'; readonly result: MeetingResult };

const unclear = (result: MeetingResult): Found => ({ found: 'unclear', result });

/** Asks for one event, or changes it. */
export const request = async ({ ask }: Calendar, call: GraphCall): Promise<Found> => {
  const answer = await ask(call);
  if (!answer.answered) return unclear(unanswered(answer));
  if (isGone(answer)) return { found: null };
  if (answer.status < 200 || answer.status >= 300) return unclear(refusalOf(answer));
  const event = graphEvent.safeParse(answer.body);
  return event.success ? { found: event.data } : unclear(notUnderstood);
};

/** By the subject, which names the discussion and nothing else: for when its id was never received. */
export const search = async ({ ask, events }: Calendar, { subject }: MeetingEntry): Promise<Found> => {
  const query = { $filter: `subject eq '${subject.replaceAll("'", "''")}'`, $top: '10' };
  const answer = await ask({ method: 'GET', path: events, query });
  if (!answer.answered) return unclear(unanswered(answer));
  if (answer.status !== 200) return unclear(refusalOf(answer));
  const list = graphEvents.safeParse(answer.body);
  if (!list.success) return unclear(notUnderstood);
  return { found: list.data.value.find((event) => event.isCancelled !== true) ?? null };
};
