/** `hold`, `release` and `retention`: how long records are kept, and what must not be removed whatever its age. */
import type { Command } from 'commander';
import { subYears } from 'date-fns';
import { formatDate, formatLondon, londonDate } from '../practice/time/calendar.ts';
import { instant, type Instant } from '../practice/time/instant.ts';
import { referenceOfDraft } from '../store/draftId.ts';
import type { Held, Purged } from '../store/archive.ts';
import type { Stores } from '../store/store.ts';
import { InputProblem } from './io.ts';
import { using, type StoreEdges } from './stores.ts';

/** How many are looked at in one run: a purge of many years is several runs, each of them something to read. */
const atOnce = 1_000;

export const retentionCommands = (program: Command, edges: StoreEdges): void => {
  program
    .command('hold')
    .description('Keep a discussion whatever its age, for instance because a court has asked for it')
    .argument('<reference>', 'such as SD-ABC234')
    .requiredOption('--by <name>', 'who decided it; recorded with the discussion')
    .requiredOption('--reason <text>', 'why')
    .action((reference: string, { by, reason }: { readonly by: string; readonly reason: string }) =>
      using(edges.open(), async (stores) => {
        const { hold: before } = await found(stores, reference);
        if (before !== null)
          throw new InputProblem(`${reference} is held already: ${wordsOf(before)} Release it first.`);
        await stores.archive.hold(reference, { by, reason, at: edges.clock() });
        await stores.store.recordRead({ reference, personId: by, at: edges.clock(), deed: 'hold' });
        edges.io.out(`${reference} is kept until it is released.\n`);
      }),
    );

  program
    .command('release')
    .description('Lift the hold on a discussion')
    .argument('<reference>', 'such as SD-ABC234')
    .requiredOption('--by <name>', 'who decided it; recorded with the discussion')
    .action((reference: string, { by }: { readonly by: string }) =>
      using(edges.open(), async (stores) => {
        const { hold: before } = await found(stores, reference);
        if (before === null) throw new InputProblem(`There is no hold on ${reference}.`);
        await stores.archive.hold(reference, null);
        await stores.store.recordRead({ reference, personId: by, at: edges.clock(), deed: 'release' });
        edges.io.out(`${reference} is no longer held. The hold was: ${wordsOf(before)}\n`);
      }),
    );

  program
    .command('retention')
    .description('List discussions that ended, and forms left unfinished, longer ago than RETENTION_YEARS')
    .option('--purge', 'remove them for good; each discussion leaves a tombstone')
    .option('--by <name>', 'who decided to remove them; needed with --purge')
    .action(async ({ purge, by }: { readonly purge?: true; readonly by?: string }) => {
      if (purge === true && by === undefined)
        throw new InputProblem('--by is missing: say who decided to remove them.');
      const before = instant(subYears(new Date(edges.clock()), edges.retentionYears()));
      const say = (line: string): void => edges.io.out(`${line}\n`);
      const remover = purge === true && by !== undefined ? { by, at: edges.clock() } : null;
      await using(edges.open(), async (stores) => {
        const found = (await discussions(stores, before, remover, say)) + (await forms(stores, before, remover, say));
        if (found > 0 && remover === null) say('Nothing has been removed. To remove them: retention --purge --by NAME');
      });
    });
};

const found = async ({ archive }: Stores, reference: string): Promise<Held> => {
  const held = await archive.held(reference);
  if (held === null) throw new InputProblem(`There is no discussion ${reference}.`);
  return held;
};

const wordsOf = ({ by, reason, at }: NonNullable<Held['hold']>): string => `${by}, ${formatLondon(at)}, “${reason}”.`;

type Remover = { readonly by: string; readonly at: Instant } | null;

/** Gives back how many it found. */
type Work = (stores: Stores, before: Instant, remover: Remover, say: (line: string) => void) => Promise<number>;

/**
 * Says of each as it is done, so that a run cut short has said what it removed. Those with a hold are first in the list for
 * good, however many they are: it is read on until enough of the others are found.
 */
const discussions: Work = async ({ archive }, before, remover, say) => {
  const seen = new Set<string>();
  let others = 0;
  let isMore = true;
  while (isMore && others < atOnce) {
    const ended = await archive.endedBefore(before, seen.size + atOnce);
    const next = ended.filter((reference) => !seen.has(reference)).slice(0, atOnce - others);
    for (const reference of next) {
      const held = remover === null && (await archive.held(reference))?.hold;
      const outcome = remover === null ? (held ? 'held' : null) : await archive.purge(reference, remover);
      say(`${reference} ${outcome === null ? mayBeRemoved : purgedWords[outcome]}`);
      seen.add(reference);
      if (outcome !== 'held') others += 1;
    }
    isMore = next.length > 0;
  }
  if (seen.size === 0) say(`No discussion ended before ${formatDate(londonDate(before))}.`);
  if (others === atOnce) say(`There may be more than these ${atOnce}: run it again.`);
  return seen.size;
};

/** Forms of discussions that were never convened name children too. Those of others go with their discussion. */
const forms: Work = async ({ archive, drafts }, before, remover, say) => {
  let found = 0;
  for (const { id, savedAt } of await archive.drafts()) {
    if (savedAt >= before || (await archive.held(referenceOfDraft(id))) !== null) continue;
    found += 1;
    if (remover !== null) await drafts.remove(id);
    say(`${id}, a form nobody finished, ${remover === null ? mayBeRemoved : purgedWords.purged}`);
  }
  return found;
};

const mayBeRemoved = 'may be removed';
const purgedWords: Record<Purged, string> = {
  purged: 'removed',
  held: 'kept: there is a legal hold on it',
  open: 'kept: somebody still has to decide',
  unknown: 'was not there any more',
};
