import type { Trace } from '../conduct/auditTrail.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Card } from './bind.ts';
import { messageCard } from './message.ts';

/** More do not fit a card; an operator’s command has them all. */
const mostShown = 40;

/** The newest first: what somebody asks after is mostly what has just happened. */
export const auditCard = (reference: string, traces: readonly Trace[]): Card => {
  const newest = traces.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, mostShown);
  return messageCard({
    title: `Who did and read what: ${reference}`,
    lines: [
      newest.length === traces.length
        ? `${traces.length} in all, the newest first.`
        : `The newest ${newest.length} of ${traces.length}. The command “audit”, where the service runs, has them all.`,
    ],
    facts: newest.map(({ at, name, did, what }) => ({ title: formatLondon(at), value: `${name} ${did}: ${what}` })),
  });
};
