/** Open discussions go on under the rules of their day: where those are not here, starting would let nobody decide. */
import type { Summary } from '../discussion/state/summary.ts';
import type { Library } from '../practice/library.ts';
import type { Store } from '../store/store.ts';
import { CannotStart } from './cannotStart.ts';

/** More are not open at once in any council. */
const mostOpen = 10_000;

/** Throws {@link CannotStart} naming each open discussion whose standard, in its version, is not here. */
export const refuseUnknownVersions = async (
  store: Pick<Store, 'listOpen' | 'load'>,
  { practice }: Library,
): Promise<void> => {
  const missing: string[] = [];
  for (const { reference, standard } of await store.listOpen(mostOpen)) {
    const under = standard ?? (await convenedUnder(store, reference));
    if (under === null || practice(under.key, under.version) !== null) continue;
    missing.push(`${reference} was convened under ${under.key}, version ${under.version}.`);
  }
  if (missing.length > 0) {
    throw new CannotStart(
      ['Open discussions need a practice standard that is not here. Name its file in STANDARD_FILE.', ...missing].join(
        '\n',
      ),
    );
  }
};

/** A line of the list written before it named the standard: its discussion does. */
const convenedUnder = async (store: Pick<Store, 'load'>, reference: string): Promise<Summary['standard']> => {
  const events = (await store.load(reference)).flatMap((commit) => commit.events);
  return events.find((event) => event.type === 'discussionConvened')?.standard ?? null;
};
