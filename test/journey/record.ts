/**
 * What the council's record holds, read from its database file beside the running product: by a connection that writes
 * nothing, and looks at no more than it was asked for, because stories ask again and again.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fold } from '../../src/conduct/fold.ts';
import type { Commit } from '../../src/discussion/state/commit.ts';
import type { Discussion } from '../../src/discussion/state/discussion.ts';
import type { DiscussionEvent } from '../../src/discussion/state/event.ts';
import type { TrackedNotice } from '../../src/discussion/state/notice.ts';
import type { RecordedRead, StoredDraft } from '../../src/store/rows.ts';
import { loadCommits } from '../../src/store/sqlite/commits.ts';
import { noticesOf } from '../../src/store/sqlite/deliveries.ts';
import { sqliteDrafts } from '../../src/store/sqlite/drafts.ts';
import { listOpen, readsOf } from '../../src/store/sqlite/lists.ts';

import { prepared, type Sqlite } from '../../src/store/sqlite/statements.ts';
import type { Council } from './council.ts';

export interface Recorded {
  readonly commits: readonly Commit[];
  readonly discussion: Discussion | null;
  readonly notices: readonly TrackedNotice[];
  readonly reads: readonly RecordedRead[];
  /** The half-filled convene form, while there is one. */
  readonly form: StoredDraft | null;
}

const looking = async <T>({ dataDir }: Pick<Council, 'dataDir'>, look: (sqlite: Sqlite) => T): Promise<Awaited<T>> => {
  const db = new DatabaseSync(join(dataDir, 'strategy.sqlite'), { readOnly: true });
  try {
    return await look(prepared(db));
  } finally {
    db.close();
  }
};

export const recordOf = (council: Pick<Council, 'dataDir'>, reference: string): Promise<Recorded> =>
  looking(council, async (sqlite) => {
    const commits = loadCommits(sqlite, reference);
    return {
      commits,
      discussion: fold(commits),
      notices: noticesOf(sqlite, reference),
      reads: readsOf(sqlite, reference),
      form: await sqliteDrafts(sqlite).get(reference),
    };
  });

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
export const openReferences = (council: Council): Promise<readonly string[]> =>
  looking(council, (sqlite) => listOpen(sqlite, 100).map((s) => s.reference));
