/** The discussion that meets in a conversation of Teams about now: the one that lives there, or whose link leads there. */
import { joinUrlOf } from '../../words/whereWords.ts';
import { isOpen, livesIn, type Discussion } from '../../discussion/state/discussion.ts';
import { hour, millis } from '../../practice/time/instant.ts';
import type { Edges } from '../edges.ts';

/** Of those open, the soonest first: an authority has a few dozen. */
const mostOpen = 500;
/** Meetings begin early, and run late. */
const aboutMs = 4 * hour;

export const metIn = async (conversation: string, { store, conduct, clock }: Edges): Promise<Discussion | null> => {
  const now = millis(clock());
  const awayFrom = (at: Discussion['meeting']['startsAt']): number => Math.abs(millis(at) - now);
  const near = (await store.listOpen(mostOpen))
    .filter(({ meetingAt }) => awayFrom(meetingAt) <= aboutMs)
    .toSorted((a, b) => awayFrom(a.meetingAt) - awayFrom(b.meetingAt));
  for (const { reference } of near) {
    const d = await conduct.current(reference);
    if (d !== null && isOpen(d) && isMetIn(d, conversation)) return d;
  }
  return null;
};

/** A link to join by has the conversation of its meeting in it. */
const isMetIn = (d: Discussion, conversation: string): boolean =>
  livesIn(d) === conversation || joinUrlOf(d).toLowerCase().includes(encodeURIComponent(conversation).toLowerCase());
