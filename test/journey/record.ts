/** What the council's record holds, read from its database file beside the running product. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fold } from '../../src/conduct/fold.ts';
import type { Commit } from '../../src/discussion/state/commit.ts';
import type { Discussion } from '../../src/discussion/state/discussion.ts';
import type { DiscussionEvent } from '../../src/discussion/state/event.ts';
import type { TrackedNotice } from '../../src/discussion/state/notice.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { RecordedRead, StoredDraft } from '../../src/store/rows.ts';

import type { Council } from './council.ts';

export interface Recorded {
  readonly commits: readonly Commit[];
  readonly discussion: Discussion | null;
  readonly notices: readonly TrackedNotice[];
  readonly reads: readonly RecordedRead[];
  /** The half-filled convene form, while there is one. */
  readonly form: StoredDraft | null;
}

export const recordOf = async ({ dataDir }: Pick<Council, 'dataDir'>, reference: string): Promise<Recorded> => {
  const stores = openSqlite(join(dataDir, 'strategy.sqlite'));
  try {
    const commits = await stores.store.load(reference);
    return {
      commits,
      discussion: fold(commits),
      notices: await stores.store.notices(reference),
      reads: await stores.store.reads(reference),
      form: await stores.drafts.get(reference),
    };
  } finally {
    await stores.close();
  }
};

/** Who looked, and all of them: the last tenth of a second’s are not written yet. */
export const looksAt = async (
  council: Pick<Council, 'dataDir'>,
  reference: string,
): Promise<readonly RecordedRead[]> => {
  await looksAreWritten();
  return (await recordOf(council, reference)).reads;
};

/** Several times as long as the product takes to write that somebody looked. */
export const looksAreWritten = (): Promise<void> => wait(400);

/** What has happened, by name, in order. */
export const eventsOf = async (council: Council, reference: string): Promise<readonly DiscussionEvent['type'][]> =>
  (await recordOf(council, reference)).commits.flatMap((c) => c.events.map((e) => e.type));

/** Every discussion that is still open, whoever convened it. */
export const openReferences = async ({ dataDir }: Council): Promise<readonly string[]> => {
  const stores = openSqlite(join(dataDir, 'strategy.sqlite'));
  try {
    return (await stores.store.listOpen(100)).map((s) => s.reference);
  } finally {
    await stores.close();
  }
};
