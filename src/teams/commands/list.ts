/** `/strategy list`: the open discussions, for managers. */
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
  return openDiscussionsCard(await edges.store.listOpen(mostListed), edges.clock());
};
