/** `rota`: who is on duty as what. Every time is on the clock in London. */
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { createDirectory } from '../directory/directory.ts';
import { onDutyAt, type Swap } from '../directory/rota.ts';
import { momentTyped, rotaColumns } from '../directory/rotaFile.ts';
import { importRota, readRota, swapOnRota } from '../directory/rotaRows.ts';
import { formatLondon, londonDate, londonTime } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Stores } from '../store/store.ts';
import { onDutyUntil, swappedWords } from '../words/onDutyWords.ts';
import { csv } from './csv.ts';
import { InputProblem } from './io.ts';
import { readFile } from './readFile.ts';
import { using, type StoreEdges } from './stores.ts';

type Edges = Pick<StoreEdges, 'io' | 'open' | 'clock'>;

export const rotaCommands = (program: Command, edges: Edges): void => {
  const rota = program.command('rota').description('Who is on duty: offered first wherever somebody is chosen');

  rota
    .command('import')
    .description(
      'Take the shifts of a CSV file: all of them, or none. From its first shift on it is the rota of its duties',
    )
    .argument('<file>', `CSV with the columns ${rotaColumns.join(', ')}; person is an id of the directory`)
    .action((file: string) => using(edges.open(), (stores) => take(stores, readFile(edges.io, file), edges)));

  rota
    .command('show')
    .description('Who is on duty now, or at another time')
    .option('--at <time>', 'such as "2026-11-27 20:00"')
    .action(({ at }: { readonly at?: string }) =>
      using(edges.open(), (stores) => show(stores, at === undefined ? edges.clock() : moment('--at', at), edges)),
    );

  rota
    .command('swap')
    .description('One person for another for a span, which is kept with who agreed it and when')
    .argument('<duty>', 'as the rota calls it')
    .requiredOption('--off <id>', 'who is on duty by the rota')
    .requiredOption('--on <id>', 'who takes their place')
    .requiredOption('--from <time>', 'such as "2026-11-27 20:00"')
    .requiredOption('--until <time>', 'such as "2026-11-28 08:00"')
    .requiredOption('--by <name>', 'who agreed it')
    .action((duty: string, asked: AskedSwap) => using(edges.open(), (stores) => swap(stores, duty, asked, edges)));

  rota
    .command('export')
    .description('The shifts as CSV, as "rota import" takes them; with --swaps the swaps, and who agreed them')
    .option('--swaps', 'the swaps instead')
    .action(({ swaps = false }: { readonly swaps?: boolean }) =>
      using(edges.open(), async (stores) => {
        const found = await readRota(stores.directory);
        edges.io.out(swaps ? swapsCsv(found.swaps) : csv(rotaColumns, found.duties.flatMap(shiftRows)));
      }),
    );
};

const take = async ({ directory }: Stores, text: string, { io }: Edges): Promise<void> => {
  const taken = await importRota(directory, text);
  if (taken.result === 'refused') throw new InputProblem(taken.faults.join('\n'));
  io.out(`${taken.shifts} shifts imported.\n`);
  for (const { duty, from, until } of taken.gaps) {
    io.out(`Nobody is on duty as ${duty} from ${formatLondon(from)} until ${formatLondon(until)}.\n`);
  }
};

const show = async ({ directory }: Stores, at: Instant, { io }: Edges): Promise<void> => {
  const [rota, people] = await Promise.all([readRota(directory), createDirectory(directory).all()]);
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? id;
  const isKnown = (id: string): boolean => people.some((person) => person.id === id);
  const found = onDutyAt(rota, at);
  io.out(`On duty at ${formatLondon(at)}:\n`);
  for (const { title } of rota.duties.filter(({ title }) => !found.some(({ duty }) => duty === title))) {
    io.out(`${title}: nobody\n`);
  }
  for (const { duty, personId, until, swap } of found) {
    const who = isKnown(personId)
      ? `${nameOf(personId)}, `
      : `nobody: ${personId} is in the directory no more, and was `;
    const swapped = swap === null ? '' : ` (${swappedWords(nameOf(swap.off), swap)})`;
    io.out(`${duty}: ${who}${onDutyUntil(until, at)}${swapped}\n`);
  }
};

interface AskedSwap {
  readonly off: string;
  readonly on: string;
  readonly from: string;
  readonly until: string;
  readonly by: string;
}

const swap = async ({ directory }: Stores, duty: string, asked: AskedSwap, { io, clock }: Edges): Promise<void> => {
  const { off, on, by } = asked;
  const [from, until] = [moment('--from', asked.from), moment('--until', asked.until, 'second')];
  const done = await swapOnRota(directory, { duty, off, on, from, until, by, at: clock() }, randomUUID());
  if (done.result === 'refused') throw new InputProblem(done.faults.join('\n'));
  io.out(`${on} is on duty as ${duty} in place of ${off} from ${formatLondon(from)} until ${formatLondon(until)}.\n`);
};

const moment = (option: string, text: string, ofTwo: 'first' | 'second' = 'first'): Instant => {
  const read = momentTyped(text, ofTwo);
  if ('fault' in read) throw new InputProblem(`${option} ${read.fault}.`);
  return read.at;
};

const written = (at: Instant): string => `${londonDate(at)} ${londonTime(at)}`;

const shiftRows = ({ title, shifts }: Awaited<ReturnType<typeof readRota>>['duties'][number]) =>
  shifts.map(({ personId, from, until }) => [title, personId, written(from), written(until)]);

const swapsCsv = (swaps: readonly Swap[]): string =>
  csv(
    ['duty', 'off', 'on', 'from', 'until', 'by', 'agreed'],
    swaps.map(({ duty, off, on, from, until, by, at }) => [
      duty,
      off,
      on,
      written(from),
      written(until),
      by,
      written(at),
    ]),
  );
