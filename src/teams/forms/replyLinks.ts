/** Stopping the reply links: nobody outside can answer by those sent so far, and those sent from now on work. */
import { stopLinksCard } from '../../cards/stopLinks.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import type { Edges, Handler } from '../edges.ts';
import { readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

const question = (d: Discussion, nonce: string, { clock }: Edges) => stopLinksCard(d, nonce, londonDate(clock()));

export const askToStopLinks: Handler = opens((d, _press, edges) => question(d, edges.newId(), edges));

export const stopReplyLinks: Handler = (press, edges) =>
  readable(press, edges, (d) => {
    const { reference, nonce } = readHeader(press);
    return submit(press, edges, {
      reference,
      command: { kind: 'stopReplyLinks' },
      done: 'The reply links sent so far no longer work.',
      form: () => question(d, nonce, edges),
    });
  });
