import { formatLondon } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { onDutyUntil, swappedWords } from '../words/onDutyWords.ts';
import type { Card } from './bind.ts';
import { messageCard } from './message.ts';
import type { Staff } from './onDuty.ts';

/** More do not fit a card that is read at a glance. */
const mostShown = 40;

/** Who is on duty as what, until when, and how to ring them; a swap with who entered it. */
export const rotaCard = ({ people, onDuty }: Staff, now: Instant): Card => {
  const person = (id: string) => people.find((one) => one.id === id);
  const facts = onDuty.flatMap(({ duty, personId, until, swap }) => {
    const found = person(personId);
    if (found === undefined) return [];
    const { name, agency, telephone } = found;
    const swapped = swap === null ? '' : `, ${swappedWords(person(swap.off)?.name ?? 'somebody who has left', swap)}`;
    const ring = telephone === null ? '' : `. Telephone ${telephone}`;
    return [{ title: duty, value: `${name}, ${agency}, ${onDutyUntil(until, now)}${swapped}${ring}` }];
  });
  const more = facts.length > mostShown ? [`And ${facts.length - mostShown} more.`] : [];
  return messageCard({
    title: 'Who is on duty',
    lines: [facts.length === 0 ? 'The rota names nobody for now.' : `At ${formatLondon(now)}:`, ...more],
    facts: facts.slice(0, mostShown),
  });
};
