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

/** SHA-256 (hex) of a value, however its fields are ordered. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value));

/** SHA-256 (hex) of everything in a stored commit but its own hash. */
export const hashOf = (commit: object): string => {
  const content = Object.entries(commit).filter(([key]) => key !== 'hash');
  return digestOf(Object.fromEntries(content));
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

/** What the chain has of one commit, whatever its format called things. */
export interface Link {
  readonly reference: string;
  readonly version: number;
  readonly previousHash: string;
  readonly hash: string;
  /** What `hash` has to be for the content as it is now. */
  readonly contentHash: string;
}

type Hashed = Pick<Commit, 'version' | 'previousHash' | 'hash'>;

/** The link that a commit makes, in the shape in which it was sealed. */
export const linkOf = (reference: string, sealed: Hashed): Link => {
  const { version, previousHash, hash } = sealed;
  return { reference, version, previousHash, hash, contentHash: hashOf(sealed) };
};

/** Checks a stream, from version 1 or from whatever comes after `last`; null when it is intact. */
export const verifyChain = (
  links: readonly Link[],
  last: Pick<Link, 'version' | 'hash'> | null = null,
): ChainBreak | null => {
  let previous = last?.hash ?? nothingBefore;
  for (const [i, link] of links.entries()) {
    const version = (last?.version ?? 0) + i + 1;
    if (link.version !== version) return { version, fault: 'missing' };
    if (link.reference !== links[0]?.reference) return { version, fault: 'misplaced' };
    if (link.previousHash !== previous) return { version, fault: 'unlinked' };
    if (link.contentHash !== link.hash) return { version, fault: 'altered' };
    previous = link.hash;
  }
  return null;
};
