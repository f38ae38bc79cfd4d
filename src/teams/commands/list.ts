/** `/strategy list`: the open discussions, and those decided after which something is still to be done; for managers. */
import type { Card } from '../../cards/bind.ts';
import { messageCard } from '../../cards/message.ts';
import { mostListed, openDiscussionsCard } from '../../cards/openDiscussions.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import type { Edges } from '../edges.ts';
import type { Typed } from './typed.ts';

export const list = async (edges: Edges, { who }: Typed): Promise<Card> => {
  if (!may('list', capacitiesOf(null, who.actor))) {
    return messageCard({
      title: 'Open strategy discussions',
      lines: ['Only children’s social care managers can list them. Yours are in your invitations in this chat.'],
    });
  }
  const { store, clock } = edges;
  const [open, owing] = await Promise.all([store.listOpen(mostListed), store.listOwing(mostListed)]);
  return openDiscussionsCard(open, owing, clock());
};
