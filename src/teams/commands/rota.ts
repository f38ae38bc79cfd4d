/** `/strategy rota`: who is on duty now, for managers, who are the ones to choose them, and whoever keeps it. */
import type { Card } from '../../cards/bind.ts';
import { messageCard } from '../../cards/message.ts';
import { rotaCard } from '../../cards/rota.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import { staffAt } from '../directoryPeople.ts';
import type { Edges } from '../edges.ts';
import type { Typed } from './typed.ts';

export const rota = async (edges: Edges, { who }: Typed): Promise<Card> => {
  if (!may('seeRota', capacitiesOf(null, who.actor))) {
    return messageCard({
      title: 'Who is on duty',
      lines: ['Only children’s social care managers and administrators can see the rota.'],
    });
  }
  const now = edges.clock();
  return rotaCard(await staffAt(edges.directory, now), now);
};
