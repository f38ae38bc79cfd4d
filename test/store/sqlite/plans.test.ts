import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statements } from '../../../src/store/sqlite/statements.ts';
import { openDatabase } from '../../../src/store/sqlite/open.ts';

let folder: string;
let db: DatabaseSync;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-plans-'));
  db = openDatabase(join(folder, 'discussions.db'));
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

/** How SQLite carries out a statement, a line for each step. */
const plan = (name: keyof typeof statements): readonly string[] => {
  const values = { now: '2026', limit: 10, reference: 'SD-1' };
  const statement = db.prepare(`EXPLAIN QUERY PLAN ${statements[name]}`);
  statement.setAllowUnknownNamedParameters(true);
  return statement.all(values).map((step) => String(step['detail']));
};

type Name = keyof typeof statements;

/** What looks at more than one row without seeking it, and why that is little or wanted. */
const walked: Partial<Record<Name, readonly string[]>> = {
  // What is ready to be sent, in order, left at the limit.
  mostUrgent: ['SCAN n USING INDEX notices_ready'],
  // Those that are open, or have something still to be done, left at the limit.
  openSummaries: ['SCAN summaries USING INDEX summaries_open'],
  owingSummaries: ['SCAN summaries USING INDEX summaries_owing'],
  // The people of one line.
  concerns: ['SCAN json_each VIRTUAL TABLE INDEX 3:'],
  // All there are, for an operator who moves them elsewhere.
  tombstones: ['SCAN tombstones USING INDEX sqlite_autoindex_tombstones_1'],
  conversations: ['SCAN conversations USING INDEX sqlite_autoindex_conversations_1'],
  drafts: ['SCAN drafts USING INDEX sqlite_autoindex_drafts_1'],
};

describe('no statement walks or sorts a table, an operator’s as little as a person’s', () => {
  it.each(Object.keys(statements) as Name[])('%s', (name) => {
    const steps = plan(name).filter((step) => /^SCAN|TEMP B-TREE/.test(step));
    expect(steps).toEqual(walked[name] ?? []);
  });
});

describe('what the dispatcher asks costs the same however many notices have been settled or are not due', () => {
  it.each<[keyof typeof statements, readonly string[]]>([
    ['anyDue', ['SEARCH notices USING COVERING INDEX notices_due (due_at>? AND due_at<?)']],
    [
      'makeReady',
      [
        'SEARCH notices USING INTEGER PRIMARY KEY (rowid=?)',
        'LIST SUBQUERY 1',
        'SEARCH notices USING COVERING INDEX notices_waiting (due_at>? AND due_at<?)',
      ],
    ],
    [
      // The whole of this index is what is ready; it is walked in order and left at the limit.
      'mostUrgent',
      [
        'SCAN n USING INDEX notices_ready',
        'SEARCH c USING INDEX sqlite_autoindex_commits_1 (discussion_id=? AND version=?)',
      ],
    ],
    [
      'ofDiscussion',
      [
        'SEARCH n USING INDEX sqlite_autoindex_notices_2 (discussion_id=?)',
        'SEARCH c USING INDEX sqlite_autoindex_commits_1 (discussion_id=? AND version=?)',
      ],
    ],
    ['deliveriesOf', ['SEARCH notices USING INDEX sqlite_autoindex_notices_2 (discussion_id=?)']],
    ['nextDue', ['SEARCH notices USING COVERING INDEX notices_due (due_at>?)']],
    ['counts', ['SEARCH notices USING INDEX notices_unsettled (owed_at<?)']],
  ])('%s', (name, steps) => {
    expect(plan(name)).toEqual(steps);
  });

  it('a claim is as quick with 100,000 notices waiting or settled as with none', () => {
    const fill = db.prepare(`
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
      INSERT INTO notices (id, discussion_id, version, seq, kind, owed_at, deadline, status, due_at, delivery)
      SELECT 'n' || i, 'SD-' || i, 1, 0, 'outcome', '2026-01-01', '2026-01-02', 'owed', iif(i % 2, '2027-01-01', NULL), '{}' FROM n`);
    db.exec('PRAGMA foreign_keys = OFF');
    fill.run();
    const claim = db.prepare(statements.mostUrgent);
    const makeReady = db.prepare(statements.makeReady);
    const started = performance.now();
    for (let i = 0; i < 100; i += 1) {
      makeReady.run({ now: '2026-06-01' });
      expect(claim.all({ now: '2026-06-01', limit: 10 })).toEqual([]);
    }
    // Walking the notices once takes some 10 ms; a hundred claims that do not walk them take about 2 ms.
    expect(performance.now() - started).toBeLessThan(500);
  });
});
