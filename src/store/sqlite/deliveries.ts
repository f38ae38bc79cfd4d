/** The notices of one discussion: what each is, from the discussion's commits, and what has become of it, from its row. */
import type { Notice, TrackedNotice } from '../../discussion/state/notice.ts';
import { readDelivery } from '../delivery.ts';
import { StoredFault } from '../storedFault.ts';
import { loadCommits } from './commits.ts';
import { noticesInFull } from './notices.ts';
import type { Sqlite } from './statements.ts';

/** In the order they were owed. Those of a damaged record too: somebody has to hear of it. */
export const noticesOf = (sqlite: Sqlite, reference: string): readonly TrackedNotice[] => {
  // The rows first: whatever another program appends meanwhile is in the commits by then.
  const rows = sqlite.sql.deliveriesOf.all({ reference });
  const commits = readable(() => loadCommits(sqlite, reference));
  const notices = rows.flatMap((row) => {
    const version = Number(row['version']);
    const notice = commits?.[version - 1]?.notices[Number(row['seq'])];
    return notice === undefined ? [] : [asItStands(notice, { reference, version }, String(row['delivery']))];
  });
  return notices.length === rows.length ? notices : noticesInFull(sqlite, reference);
};

const readable = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof StoredFault) return null;
    throw error;
  }
};

interface Standing {
  readonly text: string;
  readonly tracked: TrackedNotice;
}

/** How each notice stood when it was looked at last: most stand where they stood, and are not read again. */
const standing = new WeakMap<Notice, Standing>();

const asItStands = (notice: Notice, at: Pick<TrackedNotice, 'reference' | 'version'>, text: string): TrackedNotice => {
  const known = standing.get(notice);
  if (known?.text === text) return known.tracked;
  const found = { ...at, notice, delivery: readDelivery(text, `Notice ${notice.id}`) };
  standing.set(notice, { text, tracked: found });
  return found;
};
