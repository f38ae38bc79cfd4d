/** `/strategy filing`: the signed records that wait to be put into a child’s file, for those who put them there. */
import type { Card } from '../../cards/bind.ts';
import { messageCard } from '../../cards/message.ts';
import { recordsToFileCard } from '../../cards/recordsToFile.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import type { Edges } from '../edges.ts';
import type { Typed } from './typed.ts';

/** How many decided discussions with something still to do are looked through: no council has more at once. */
const mostLooked = 500;

export const filing = async ({ store }: Edges, { who }: Typed): Promise<Card> => {
  if (!may('listFiling', capacitiesOf(null, who.actor))) {
    return messageCard({
      title: 'Records to file',
      lines: ['Only records officers can list them. Yours can be filed from the discussion itself.'],
    });
  }
  return recordsToFileCard(await store.listOwing(mostLooked));
};
