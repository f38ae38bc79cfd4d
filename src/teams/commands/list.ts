/** `/strategy list`: of the open discussions and those with something still to do, what this manager may open. */
import type { Card } from '../../cards/bind.ts';
import { messageCard } from '../../cards/message.ts';
import { openDiscussionsCard } from '../../cards/openDiscussions.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import type { Summary } from '../../discussion/state/summary.ts';
import type { Edges } from '../edges.ts';
import type { Typed } from './typed.ts';

/** How many lines of each list are looked through: more are not open at once in any council. */
const mostLooked = 200;

export const list = async (edges: Edges, { who }: Typed): Promise<Card> => {
  if (!may('list', capacitiesOf(null, who.actor))) {
    return messageCard({
      title: 'Open strategy discussions',
      lines: ['Only children’s social care managers can list them. Yours are in your invitations in this chat.'],
    });
  }
  const { store, clock } = edges;
  const asker = who.actor.personId;
  const theirs = (all: readonly Summary[]): readonly Summary[] => all.filter((s) => isOpenTo(s, asker));
  const [open, owing] = await Promise.all([store.listOpen(mostLooked), store.listOwing(mostLooked)]);
  return openDiscussionsCard({ open: theirs(open), owing: theirs(owing) }, { asker, now: clock() });
};

/** A line from before that was kept is shown to whomever it concerns; opening it asks again. */
const isOpenTo = ({ readers, people }: Summary, asker: string): boolean => (readers ?? people ?? []).includes(asker);
