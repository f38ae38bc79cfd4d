/**
 * One answer to each message somebody typed, however often Teams delivers it: that it was begun, and what became of it, is
 * kept under the message's own id until half-filled forms of that day are removed.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { millis, minute, type Instant } from '../practice/time/instant.ts';
import { briefly } from '../store/briefly.ts';
import { answerId } from '../store/draftId.ts';
import type { Drafts, StoredDraft } from '../store/rows.ts';

/**
 * `answered`: it was sent, or may have been. `notUnderstood`: so it was, and what was typed was no command, so that the
 * message put right is answered as a new one. `failed`: it certainly was not, so a later delivery is answered.
 */
const stage = z.enum(['begun', 'answered', 'notUnderstood', 'failed']);
/** `of`: what was typed, as a digest. */
const kept = z.object({ stage, of: z.string() });
export type Outcome = Exclude<z.infer<typeof stage>, 'begun'>;

interface TypedMessage {
  readonly key: string;
  readonly text: string;
  /** It was changed after it had been sent. */
  readonly isEdit: boolean;
}

/** No answer takes longer: whoever began it was stopped in the middle. */
const abandonedMs = minute;

interface AnswerEdges {
  readonly drafts: Drafts;
  readonly clock: () => Instant;
  readonly fault: (error: unknown) => unknown;
}

/** Runs `work` unless the message has been answered, or is being answered now. `again`: its answer may be there already. */
export const answerOnce = async (
  { key, text, isEdit }: TypedMessage,
  { drafts, clock, fault }: AnswerEdges,
  work: (again: boolean) => Promise<Outcome>,
): Promise<void> => {
  const id = answerId(digest(key));
  const of = digest(text);
  const before = await drafts.get(id);
  if (isEdit ? !isPutRight(before, of) : before !== null && !mayBegin(before, clock())) return;
  const revision = (before?.revision ?? 0) + 1;
  const write = (at: number, body: z.infer<typeof stage>) =>
    drafts.put({ id, revision: at, owner: '', body: JSON.stringify({ stage: body, of }), savedAt: clock() });
  // Not written, because nothing can be: people are answered all the same.
  if ((await briefly(write(revision, 'begun'), fault)) === 'conflict') return;
  try {
    const outcome = await work(before !== null && stageOf(before) === 'begun');
    await briefly(write(revision + 1, outcome), fault);
  } catch (error) {
    await briefly(write(revision + 1, 'failed'), fault);
    throw error;
  }
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const read = ({ body }: StoredDraft): z.infer<typeof kept> => kept.parse(JSON.parse(body));
const stageOf = (row: StoredDraft): z.infer<typeof stage> => read(row).stage;

const mayBegin = (before: StoredDraft, now: Instant): boolean => {
  const reached = stageOf(before);
  return reached === 'failed' || (reached === 'begun' && millis(before.savedAt) + abandonedMs < millis(now));
};

const isPutRight = (before: StoredDraft | null, of: string): boolean => {
  if (before === null) return false;
  const then = read(before);
  return then.stage === 'notUnderstood' && then.of !== of;
};
