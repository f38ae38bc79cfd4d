/** One discussion as the product stored it, from which any number of others are made: another reference, the same rows. */
import { createHash } from 'node:crypto';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { nothingBefore } from '../../../src/store/chain.ts';

type Row = Readonly<Record<string, SQLOutputValue>>;

interface SealedText {
  /** The commit itself, as canonical JSON. */
  readonly commit: string;
  readonly hash: string;
  readonly previousHash: string;
  /** What follows it in the stored text: the format. */
  readonly end: string;
}

export interface Template {
  readonly reference: string;
  readonly commits: readonly SealedText[];
  readonly notices: readonly Row[];
  readonly summary: Row;
  readonly reads: readonly Row[];
}

export const templateOf = (path: string, reference: string): Template => {
  const db = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  const rows = (sql: string): readonly Row[] => db.prepare(sql).all(reference);
  const commits = rows('SELECT json FROM commits WHERE discussion_id = ? ORDER BY version');
  const notices = rows('SELECT * FROM notices WHERE discussion_id = ? ORDER BY version, seq');
  const [summary] = rows('SELECT * FROM summaries WHERE discussion_id = ?');
  const reads = rows('SELECT person_id, at, deed FROM reads WHERE discussion_id = ? ORDER BY seq');
  db.close();
  if (summary === undefined) throw new Error(`there is no ${reference}`);
  return { reference, commits: commits.map((row) => sealedText(String(row['json']))), notices, summary, reads };
};

const stored = /^\{"commit":(\{.*\})(,"format":\d+\})$/s;
const linked = /"hash":"([0-9a-f]{64})",.*"previousHash":"([0-9a-f]{64})"/s;

const sealedText = (text: string): SealedText => {
  const [, commit = '', end = ''] = stored.exec(text) ?? [];
  const [, hash = '', previousHash = ''] = linked.exec(commit) ?? [];
  if (contentHash(commit, hash) !== hash) throw new Error('a commit is not stored as it was when this was written');
  return { commit, hash, previousHash, end };
};

/** As src/store/chain.ts has it: the hash of everything but itself. */
const contentHash = (commit: string, hash: string): string =>
  createHash('sha256')
    .update(commit.replace(`"hash":"${hash}",`, ''))
    .digest('hex');

/** The texts under another reference, chained anew. */
export const textsUnder = ({ reference, commits }: Template, other: string): readonly string[] => {
  let previous = nothingBefore;
  return commits.map(({ commit, hash, previousHash, end }) => {
    const moved = commit.replaceAll(reference, other).replace(previousHash, previous);
    previous = contentHash(moved, hash);
    return `{"commit":${moved.replace(hash, previous)}${end}`;
  });
};
