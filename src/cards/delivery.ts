import { z } from 'zod';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { longestThatFits, plain, said, template, type Card } from './bind.ts';
import type { Proof, State } from '../words/proof.ts';
import { cite } from '../words/citation.ts';

const bind = template(
  'delivery',
  z.object({
    reference: plain,
    summary: said,
    rows: z.array(z.object({ who: said, what: said, state: said, detail: said, colour: plain })),
  }),
);

const bindInThread = template(
  'delivery-in-thread',
  z.object({ reference: plain, summary: said, viewers: z.array(plain) }),
);

/** How many rows fit a card, fewer where names are long; the rest is counted, never dropped in silence. */
const rowCounts = [25, 15, 8];

/** Who is owed what, by when, and what has become of it: what is not settled first, then outcomes; the rest is counted. */
export const deliveryCard = (d: Pick<Discussion, 'reference'>, all: readonly Proof[]): Card => {
  const { waiting, told } = sorted(all);
  const listed = [...waiting, ...told.toSorted((a, b) => Number(isOutcome(b)) - Number(isOutcome(a)))];
  const count = countOf(all);
  return longestThatFits(rowCounts, (length) =>
    bind({
      reference: d.reference,
      summary: listed.length > length ? `${count} ${listed.length - length} more are not listed here.` : count,
      rows: listed.slice(0, length).map(rowOf),
    }),
  );
};

/** In the thread: how many, and to nobody who. Those who lead the discussion have the list in their own view. */
export const deliveryInThread = (
  { reference }: Pick<Discussion, 'reference'>,
  all: readonly Proof[],
  viewers: readonly string[],
): Card => bindInThread({ reference, summary: countOf(all), viewers });

const sorted = (all: readonly Proof[]) => ({
  waiting: all.filter(({ state }) => state !== 'notNeeded' && state !== 'scheduled' && state !== 'told'),
  told: all.filter(({ state }) => state === 'told'),
  scheduled: all.filter(({ state }) => state === 'scheduled'),
});

const countOf = (all: readonly Proof[]): string => {
  const { waiting, told, scheduled } = sorted(all);
  const later = scheduled.length === 0 ? '' : ` ${scheduled.length} not due yet.`;
  return `${told.length} of ${told.length + waiting.length} sent.${later}`;
};

const isOutcome = ({ kind }: Proof): boolean => kind === 'outcome';

const colours: Readonly<Record<State, string>> = {
  told: 'default',
  waiting: 'default',
  late: 'attention',
  escalated: 'attention',
  doubtful: 'warning',
  telephone: 'attention',
  scheduled: 'default',
  notNeeded: 'default',
};

const rowOf = ({ who, what, rule, dueAt, state, stands, detail, acknowledgedAt }: Proof) => {
  const why = rule === null ? '' : ` ${cite(rule)}`;
  const due = dueAt === null ? why : `, due by ${formatLondon(dueAt)}${why}`;
  const read = acknowledgedAt === null ? '' : `. Read ${formatLondon(acknowledgedAt)}`;
  return { who, what: `${what}${due}`, state: stands, detail: `${detail}${read}`, colour: colours[state] };
};
