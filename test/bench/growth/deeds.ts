/**
 * What the store is asked for all day, in two files by turns: how much dearer it is in the larger one. Once with all that
 * is stored of the discussion in the memory of the machine, as it is while people are at work on it; and once as it is for
 * the first who asks in weeks: a file that is larger than the memory has it on the disk.
 */
import { figure, type Figure } from '../costs.ts';
import type { Extent } from '../extent.ts';
import type { Instant } from '../../../src/practice/time/instant.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { aCommit, aNotice, aSummary } from '../../store/contract/commits.ts';
import { referenceAt } from './grow.ts';
import { touch } from './touch.ts';

export interface File {
  readonly path: string;
  readonly discussions: number;
}

const deeds = ['one load', 'one append', 'one claim', 'the notices of one discussion'] as const;
type Deed = (typeof deeds)[number];
type Took = Record<Deed, number>;

const mostGrowth = 1.3;
/** As many as `/strategy list` asks for. */
const mostListed = 200;
const lists = 20;

const millisecondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const timed = async <T>(took: Took, deed: Deed, work: () => Promise<T>): Promise<T> => {
  const from = performance.now();
  const result = await work();
  took[deed] += performance.now() - from;
  return result;
};

/** Each deed once, for one discussion. */
const doAll = async (store: Store, reference: string, now: Instant, took: Took): Promise<void> => {
  const before = await timed(took, 'one load', () => store.load(reference));
  await timed(took, 'the notices of one discussion', () => store.notices(reference));
  const last = before.at(-1) ?? null;
  const id = `${reference}/${(last?.version ?? 0) + 1}/reminder`;
  const commit = aCommit(last, { reference, at: now, notices: [aNotice(id, { owedAt: now })] });
  const summary = aSummary(commit, { open: false });
  const appended = await timed(took, 'one append', () => store.append(commit, summary));
  if (appended !== 'appended') throw new Error(`${reference}: ${appended}`);
  const claim = { now, leaseUntil: now, holder: 'bench', limit: 8 };
  const [claimed, ...others] = await timed(took, 'one claim', () => store.claim(claim));
  if (claimed?.notice.id !== id || others.length > 0) throw new Error(`${id} was to be claimed alone`);
  await store.settle(claimed, { status: 'superseded', at: now, attempts: [] });
};

const doAllFor = async (store: Store, references: readonly string[], now: Instant): Promise<Took> => {
  const took: Took = { 'one load': 0, 'one append': 0, 'one claim': 0, 'the notices of one discussion': 0 };
  for (const reference of references) await doAll(store, reference, now, took);
  return took;
};

const list = async (store: Store): Promise<void> => {
  for (let i = 0; i < lists; i += 1) await Promise.all([store.listOpen(mostListed), store.listOwing(mostListed)]);
};

/** The list in both, before anything is appended: the lines are those of the product. */
const listed = async (few: Store, many: Store, all: number): Promise<readonly number[]> => {
  const ratios: number[] = [];
  for (let i = 0; i < all; i += 1) {
    const first = await millisecondsOf(() => list(few));
    ratios.push((await millisecondsOf(() => list(many))) / first);
  }
  return ratios;
};

/** Whether what is stored of them is in memory when they are asked for. */
const places = [
  { words: '', isTouched: true },
  { words: ', untouched for long', isTouched: false },
] as const;

/** The larger beside the smaller. */
export const growthOfDeeds = async (
  small: File,
  large: File,
  now: Instant,
  { warmUps, rounds }: Extent,
): Promise<readonly Figure[]> => {
  const [few, many] = [openSqlite(small.path), openSqlite(large.path)];
  const all = warmUps + rounds;
  const listing = (await listed(few.store, many.store, all)).slice(warmUps);
  // None is asked for twice: it would be longer, and in the smaller file sooner.
  const turns = Array.from({ length: all }, () => places).flat();
  const each = Math.floor(small.discussions / turns.length);
  const chosen = ({ discussions }: File, turn: number): readonly string[] =>
    Array.from({ length: each }, (_, i) =>
      referenceAt(Math.floor(((turn * each + i) * discussions) / (turns.length * each))),
    );
  const doing: { readonly words: string; readonly few: Took; readonly many: Took }[] = [];
  for (const [turn, { words, isTouched }] of turns.entries()) {
    const [here, there] = [chosen(small, turn), chosen(large, turn)];
    if (isTouched) {
      touch(small.path, here);
      touch(large.path, there);
    }
    const first = await doAllFor(few.store, here, now);
    doing.push({ words, few: first, many: await doAllFor(many.store, there, now) });
  }
  await Promise.all([few.close(), many.close()]);
  const grown = `${large.discussions} discussions beside ${small.discussions}`;
  const growthOf = (what: string, ratios: readonly number[]): Figure =>
    figure(`${what}: ${grown}`, 'times', mostGrowth, ratios);
  const ofDeeds = places.flatMap(({ words }) => {
    const counted = doing.filter((round) => round.words === words).slice(warmUps);
    const ratios = (deed: Deed): number[] => counted.map((round) => round.many[deed] / round.few[deed]);
    return deeds.map((deed) => growthOf(`${deed}${words}`, ratios(deed)));
  });
  return [...ofDeeds, growthOf('the list', listing)];
};
