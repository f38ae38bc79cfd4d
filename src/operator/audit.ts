/**
 * `audit`: who did and who read what, by person, by child, by discussion and by day. Whoever asks is in it from then on:
 * what they were shown is recorded like any other look.
 */
import { Option, type Command } from 'commander';
import { createDirectory } from '../directory/directory.ts';
import { isLocalDate, londonDate, londonIso } from '../practice/time/calendar.ts';
import type { Stores } from '../store/store.ts';
import { isAbout, traces, type Trace } from '../conduct/auditTrail.ts';
import { csv } from './csv.ts';
import { everyDiscussion } from './everyDiscussion.ts';
import { InputProblem } from './io.ts';
import { using, type StoreEdges } from './stores.ts';

type Edges = Pick<StoreEdges, 'io' | 'clock' | 'open'>;

interface Options {
  readonly by: string;
  readonly person?: string;
  readonly child?: string;
  readonly discussion?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: true;
  readonly csv?: true;
}

export const auditCommand = (program: Command, edges: Edges): void => {
  program
    .command('audit')
    .description('Who did and who read what, and when. That you asked is recorded with each discussion shown')
    .requiredOption('--by <name>', 'who asks')
    .option('--person <id>', 'only of this person: an id of the directory, or what an operator called themselves')
    .option('--child <name>', 'only about this child: its name, or the council’s number for it')
    .option('--discussion <reference>', 'only of this discussion')
    .option('--from <date>', 'from this day on, such as 2026-11-01')
    .option('--to <date>', 'to the end of this day')
    .addOption(new Option('--json', 'as JSON').conflicts('csv'))
    .option('--csv', 'as CSV')
    .action((options: Options) =>
      using(edges.open(), async (stores) => {
        checkDays(options);
        const found = await tracesIn(stores, options);
        const look = { personId: options.by, at: edges.clock(), deed: 'audit' };
        const shown = new Set(found.map((trace) => trace.reference));
        await Promise.all([...shown].map((reference) => stores.store.recordRead({ reference, ...look })));
        edges.io.out(written(found, options));
      }),
    );
};

const checkDays = ({ from, to }: Options): void => {
  for (const [option, day] of Object.entries({ from, to })) {
    if (day !== undefined && !isLocalDate(day))
      throw new InputProblem(`--${option}: "${day}" must be a date such as 2026-11-27.`);
  }
};

const tracesIn = async (stores: Stores, options: Options): Promise<readonly Trace[]> => {
  const { discussion, child, person, from = '', to = '9999' } = options;
  const names = new Map((await createDirectory(stores.directory).all()).map(({ id, name }) => [id, name]));
  const found: Trace[] = [];
  for await (const held of everyDiscussion(stores.archive, discussion)) {
    if (child !== undefined && !isAbout(held, child)) continue;
    found.push(...traces(held, names));
  }
  return found
    .filter(({ who }) => person === undefined || who === person)
    .filter(({ at }) => londonDate(at) >= from && londonDate(at) <= to)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

const written = (found: readonly Trace[], options: Options): string => {
  if (options.json === true) return `${JSON.stringify(found, null, 2)}\n`;
  const rows = found.map(({ at, reference, who, name, via, did, what }) => [
    londonIso(at),
    reference,
    name,
    who,
    via,
    did,
    what,
  ]);
  if (options.csv === true) return csv(['at', 'discussion', 'name', 'id', 'through', 'did', 'what'], rows);
  const lines = found.map(
    ({ at, reference, who, name, did, what }) =>
      `${londonIso(at)}  ${reference}  ${name === who ? who : `${name} (${who})`} ${did}: ${what}`,
  );
  return [...lines, `${found.length} found.`, ''].join('\n');
};
