/**
 * That a message is being answered, and was, is known to this process at once, and written a moment later: whoever typed it
 * does not wait for a disk. A process that is killed has not written the last moment’s: should Teams deliver such a message
 * again, it is answered again.
 */
import { isAnswerId } from '../store/draftId.ts';
import type { StoredDraft } from '../store/rows.ts';
import type { Stores } from '../store/store.ts';
import { createMoment } from './moment.ts';

interface Mark {
  readonly draft: StoredDraft;
  /** The revision it is written as: of several in one moment only the last is written. */
  readonly revision: number;
  readonly isBeingWritten: boolean;
}

export const withMarks = (opened: Stores, fault: (error: unknown) => string): Stores => {
  const { drafts } = opened;
  const marks = new Map<string, Mark>();

  const write = async (mark: Mark): Promise<void> => {
    const { draft, revision } = mark;
    const written = { ...mark, isBeingWritten: true };
    marks.set(draft.id, written);
    // A conflict: another instance has answered it as well.
    await drafts.put({ ...draft, revision }).catch(fault);
    if (marks.get(draft.id) === written) marks.delete(draft.id);
  };
  const moment = createMoment(() => Promise.all([...marks.values()].map(write)));

  const put = (draft: StoredDraft): 'saved' | 'conflict' => {
    const before = marks.get(draft.id);
    if (before !== undefined && draft.revision !== before.draft.revision + 1) return 'conflict';
    const revision =
      before === undefined ? draft.revision : before.isBeingWritten ? before.revision + 1 : before.revision;
    marks.set(draft.id, { draft, revision, isBeingWritten: false });
    moment.later();
    return 'saved';
  };

  return {
    ...opened,
    drafts: {
      ...drafts,
      get: (id) => Promise.resolve(marks.get(id)?.draft ?? drafts.get(id)),
      put: (draft) => (isAnswerId(draft.id) ? Promise.resolve(put(draft)) : drafts.put(draft)),
    },
    close: async () => {
      await moment.now();
      await opened.close();
    },
  };
};
