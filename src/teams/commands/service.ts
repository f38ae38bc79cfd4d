/** `/strategy service`: how the service stands, for those who look after it. No discussion is named. */
import type { Card } from '../../cards/bind.ts';
import { messageCard } from '../../cards/message.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import type { Edges } from '../edges.ts';
import type { Typed } from './typed.ts';

const title = 'How the service stands';

export const service = async ({ store, clock }: Edges, { who }: Typed): Promise<Card> => {
  if (!may('seeService', capacitiesOf(null, who.actor))) {
    return messageCard({ title, lines: ['Only administrators of this service can see that.'] });
  }
  const now = clock();
  const { owed, overdue, oldestOwedAt } = await store.counts(now);
  return messageCard({
    title,
    lines: [
      overdue === 0 ? 'Nothing is late.' : 'Somebody has not been told in time. The service keeps trying.',
      'For everything else, run the command “doctor” where the service runs.',
    ],
    facts: [
      { title: 'At', value: formatLondon(now) },
      { title: 'Messages to be sent', value: String(owed) },
      { title: 'Of them late', value: String(overdue) },
      ...(oldestOwedAt === null ? [] : [{ title: 'The oldest since', value: formatLondon(oldestOwedAt) }]),
    ],
  });
};
