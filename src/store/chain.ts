/**
 * The hash chain that makes the audit trail tamper-evident: each commit carries the hash of its own content, which
 * includes the hash of the commit before it. Changing, removing or reordering any of them breaks the chain from there.
 */
import { createHash } from 'node:crypto';
import type { Commit } from '../discussion/state/commit.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the first commit of a discussion follows: the SHA-256 of nothing. */
export const nothingBefore = sha256('');

/**
 * One text for one value: object keys in code-unit order, no white space. Values without a JSON form (`undefined`) are
 * left out, as JSON does.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, (_key, v: unknown) => withKeysSorted(v));

const withKeysSorted = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** SHA-256 (hex) of everything in a stored commit but its own hash. */
export const hashOf = (commit: object): string => {
  const content = Object.entries(commit).filter(([key]) => key !== 'hash');
  return sha256(canonicalJson(Object.fromEntries(content)));
};

/** Links a commit to the one before it; `previousHash` is null for the first of a discussion. */
export const seal = (content: Omit<Commit, 'previousHash' | 'hash'>, previousHash: string | null): Commit => {
  const linked = { ...content, previousHash: previousHash ?? nothingBefore };
  return { ...linked, hash: hashOf(linked) };
};

/** Where a chain is broken, and how: the first commit that is not what it was when it was written. */
export interface ChainBreak {
  readonly version: number;
  readonly fault: 'missing' | 'altered' | 'unlinked' | 'misplaced';
}

/** A commit as it was sealed, in whatever format it was stored then. */
export type Sealed = Pick<Commit, 'discussionId' | 'version' | 'previousHash' | 'hash'>;

/** Checks a whole stream, from version 1; null when it is intact. */
export const verifyChain = (commits: readonly Sealed[]): ChainBreak | null => {
  let previous = nothingBefore;
  for (const [i, commit] of commits.entries()) {
    const version = i + 1;
    if (commit.version !== version) return { version, fault: 'missing' };
    if (commit.discussionId !== commits[0]?.discussionId) return { version, fault: 'misplaced' };
    if (commit.previousHash !== previous) return { version, fault: 'unlinked' };
    if (hashOf(commit) !== commit.hash) return { version, fault: 'altered' };
    previous = commit.hash;
  }
  return null;
};
