/** Everything held, a discussion at a time: however many there are, no more than one is in memory. */
import type { Archive, Held } from '../store/archive.ts';
import { InputProblem } from './io.ts';

const atOnce = 500;

/** All of them in the order of their references, or the one that is named. */
export async function* everyDiscussion(archive: Archive, only?: string): AsyncGenerator<Held> {
  if (only !== undefined) {
    const held = await archive.held(only);
    if (held === null) throw new InputProblem(`There is no discussion ${only}.`);
    yield held;
    return;
  }
  let after: string | null = null;
  do {
    const page: readonly string[] = await archive.discussions(after, atOnce);
    for (const reference of page) {
      const held = await archive.held(reference);
      // Purged since the page was read.
      if (held !== null) yield held;
    }
    after = page.at(-1) ?? null;
  } while (after !== null);
}
