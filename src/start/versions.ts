/** Open discussions go on under the rules of their day: where those are not here, starting would let nobody decide. */
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
  for (const { reference } of await store.listOpen(mostOpen)) {
    const events = (await store.load(reference)).flatMap((commit) => commit.events);
    const convened = events.find((event) => event.type === 'discussionConvened');
    if (convened === undefined) continue;
    const { key, version } = convened.standard;
    if (practice(key, version) === null) missing.push(`${reference} was convened under ${key}, version ${version}.`);
  }
  if (missing.length > 0) {
    throw new CannotStart(
      ['Open discussions need a practice standard that is not here. Name its file in STANDARD_FILE.', ...missing].join(
        '\n',
      ),
    );
  }
};
