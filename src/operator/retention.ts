/** `hold`, `release` and `retention`: how long records are kept, and what must not be removed whatever its age. */
import type { Command } from 'commander';
import { subYears } from 'date-fns';
import { formatDate, londonDate } from '../practice/calendar.ts';
import { instant, type Instant } from '../practice/instant.ts';
import type { Archive, Purged } from '../store/store.ts';
import { InputProblem } from './io.ts';
import { using, type StoreEdges } from './stores.ts';

/** How many are looked at in one run: a purge of many years is several runs, each of them something to read. */
const atOnce = 1_000;

export const retentionCommands = (program: Command, edges: StoreEdges): void => {
  program
    .command('hold')
    .description('Keep a discussion whatever its age, for instance because a court has asked for it')
    .argument('<reference>')
    .requiredOption('--by <name>', 'who decided it')
    .requiredOption('--reason <text>', 'why')
    .action((reference: string, { by, reason }: { readonly by: string; readonly reason: string }) =>
      setHold(edges, reference, { by, reason, at: edges.clock() }, 'is kept until it is released'),
    );

  program
    .command('release')
    .description('Lift the hold on a discussion')
    .argument('<reference>')
    .action((reference: string) => setHold(edges, reference, null, 'is no longer held'));

  program
    .command('retention')
    .description('Discussions that ended longer ago than RETENTION_YEARS; with --purge, remove them for good')
    .option('--purge', 'remove them, leaving a tombstone each')
    .option('--by <name>', 'who decided to remove them')
    .action(async ({ purge, by }: { readonly purge?: true; readonly by?: string }) => {
      if (purge === true && by === undefined)
        throw new InputProblem('--by is missing: say who decided to remove them.');
      const before = instant(subYears(new Date(edges.clock()), edges.retentionYears()));
      await using(edges.open(), async ({ archive }) => {
        const ended = await archive.endedBefore(before, atOnce);
        if (ended.length === 0) return edges.io.out(`No discussion ended before ${formatDate(londonDate(before))}.\n`);
        for (const reference of ended) {
          const line =
            by !== undefined && purge === true
              ? await purged(archive, reference, edges.clock(), by)
              : await standing(archive, reference);
          edges.io.out(`${reference} ${line}\n`);
        }
        if (purge !== true)
          edges.io.out('Nothing has been removed. To remove them: retention --purge --by "NAME OF WHO DECIDED"\n');
        if (ended.length === atOnce) edges.io.out(`There may be more than these ${atOnce}: run it again.\n`);
      });
    });
};

/** What a purge would do, told by the same words where it would do nothing. */
const standing = async (archive: Archive, reference: string): Promise<string> =>
  (await archive.held(reference))?.hold ? purgedWords.held : 'may be removed';

const setHold = (
  edges: StoreEdges,
  reference: string,
  hold: Parameters<Archive['hold']>[1],
  words: string,
): Promise<void> =>
  using(edges.open(), async ({ archive }) => {
    if ((await archive.hold(reference, hold)) === 'unknown')
      throw new InputProblem(`There is no discussion ${reference}.`);
    edges.io.out(`${reference} ${words}.\n`);
  });

const purgedWords: Record<Purged, string> = {
  purged: 'removed',
  held: 'kept: there is a legal hold on it',
  open: 'kept: somebody still has to decide',
  unknown: 'was not there any more',
};

const purged = async (archive: Archive, reference: string, at: Instant, by: string): Promise<string> =>
  purgedWords[await archive.purge(reference, { at, by })];
