/**
 * One answer to each message somebody typed, however often Teams delivers it: that it was begun, and what became of it, is
 * kept under the message's own id until half-filled forms of that day are removed.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { millis, minute, type Instant } from '../practice/time/instant.ts';
import type { Drafts, StoredDraft } from '../store/rows.ts';

/** `answered`: it was sent, or may have been. `failed`: it certainly was not, so a later delivery is answered. */
const stage = z.enum(['begun', 'answered', 'failed']);
export type Outcome = Exclude<z.infer<typeof stage>, 'begun'>;

/** No answer takes longer: whoever began it was stopped in the middle. */
const abandonedMs = minute;

/** Runs `work` unless the message has been answered, or is being answered now. `again`: its answer may be there already. */
export const answerOnce = async (
  key: string,
  { drafts, clock }: { readonly drafts: Drafts; readonly clock: () => Instant },
  work: (again: boolean) => Promise<Outcome>,
): Promise<void> => {
  const id = `typed:${createHash('sha256').update(key).digest('hex')}`;
  const before = await drafts.get(id);
  if (before !== null && !mayBegin(before, clock())) return;
  const revision = (before?.revision ?? 0) + 1;
  const write = (at: number, body: z.infer<typeof stage>) =>
    drafts.put({ id, revision: at, owner: '', body: JSON.stringify(body), savedAt: clock() });
  if ((await write(revision, 'begun')) === 'conflict') return;
  try {
    await write(revision + 1, await work(before !== null && stageOf(before) === 'begun'));
  } catch (error) {
    await write(revision + 1, 'failed');
    throw error;
  }
};

const stageOf = ({ body }: StoredDraft): z.infer<typeof stage> => stage.parse(JSON.parse(body));

const mayBegin = (before: StoredDraft, now: Instant): boolean => {
  const reached = stageOf(before);
  return reached === 'failed' || (reached === 'begun' && millis(before.savedAt) + abandonedMs < millis(now));
};
