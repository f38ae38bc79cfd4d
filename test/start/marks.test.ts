/** What becomes of a message that somebody typed is known at once, and written a moment later. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Instant } from '../../src/practice/time/instant.ts';
import { withMarks } from '../../src/start/marks.ts';
import { answerId } from '../../src/store/draftId.ts';
import type { StoredDraft } from '../../src/store/rows.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Stores } from '../../src/store/store.ts';
import { until } from '../journey/council.ts';

let folder: string;
let file: Stores;
let stores: Stores;
let faults: unknown[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-marks-'));
  file = openSqlite(join(folder, 'one.sqlite'));
  faults = [];
  stores = withMarks(file, (error) => String(faults.push(error)));
});
afterEach(async () => {
  await stores.close();
  rmSync(folder, { recursive: true });
});

const id = answerId('of a message');
const mark = (revision: number, body: string): StoredDraft => ({
  ...{ id, revision, owner: '', body },
  savedAt: '2026-09-15T09:00:00.000Z' as Instant,
});
const written = async (body: string): Promise<StoredDraft> =>
  until(`“${body}” to be written`, async () => {
    const row = await file.drafts.get(id);
    return row?.body === body ? row : undefined;
  });

it('is known to the process before it is written', async () => {
  expect(await stores.drafts.put(mark(1, 'begun'))).toBe('saved');
  expect(await file.drafts.get(id)).toBeNull();
  expect((await stores.drafts.get(id))?.body).toBe('begun');
  await written('begun');
  expect((await stores.drafts.get(id))?.body).toBe('begun');
});

it('is written once, as it ended, where it ended within the moment', async () => {
  await stores.drafts.put(mark(1, 'begun'));
  await stores.drafts.put(mark(2, 'answered'));
  expect((await written('answered')).revision).toBe(1);
  expect(await stores.drafts.put(mark(2, 'begun once more'))).toBe('saved');
  expect((await written('begun once more')).revision).toBe(2);
  expect(faults).toEqual([]);
});

it('is written twice where it took longer', async () => {
  await stores.drafts.put(mark(1, 'begun'));
  await written('begun');
  await stores.drafts.put(mark(2, 'answered'));
  expect((await written('answered')).revision).toBe(2);
});

it('ends while its beginning is being written: that is known at once, and written after it', async () => {
  const slow = Promise.withResolvers<'now'>();
  const revisions: number[] = [];
  const put = async (draft: StoredDraft) => {
    revisions.push(draft.revision);
    if (draft.revision === 1) await slow.promise;
    return file.drafts.put(draft);
  };
  const marks = withMarks({ ...file, drafts: { ...file.drafts, put } }, (error) => String(faults.push(error)));
  await marks.drafts.put(mark(1, 'begun'));
  await until('the first to be under way', () => Promise.resolve(revisions.length > 0 || undefined));
  expect(await marks.drafts.put(mark(2, 'answered'))).toBe('saved');
  expect((await marks.drafts.get(id))?.body).toBe('answered');
  // Several moments, on a store that is slow.
  await wait(400);
  expect(revisions).toEqual([1]);
  slow.resolve('now');
  expect((await written('answered')).revision).toBe(2);
  expect(revisions).toEqual([1, 2]);
  expect(faults).toEqual([]);
});

it('is for one of two who begin at the same time', async () => {
  const both = await Promise.all([stores.drafts.put(mark(1, 'one')), stores.drafts.put(mark(1, 'other'))]);
  expect(both).toEqual(['saved', 'conflict']);
});

it('stands as another instance wrote it, where that was first', async () => {
  await stores.drafts.put(mark(1, 'ours'));
  await file.drafts.put(mark(1, 'theirs'));
  await until('ours to be given up', async () => ((await stores.drafts.get(id))?.body === 'theirs' ? true : undefined));
  expect(faults).toEqual([]);
});

it('is written when the program ends', async () => {
  await stores.drafts.put(mark(1, 'answered'));
  await stores.close();
  file = openSqlite(join(folder, 'one.sqlite'));
  expect((await file.drafts.get(id))?.body).toBe('answered');
  stores = file;
});

it('a form is written before whoever filled it in is answered', async () => {
  await stores.drafts.put({ ...mark(1, '{}'), id: 'SD-222222' });
  expect((await file.drafts.get('SD-222222'))?.body).toBe('{}');
});
