/**
 * Commits as they are stored, read back with suspicion: the hash chain is verified over each text as it was written, and
 * only then is it brought to today's shape. Anything unknown or altered is a fault to stop on, never a gap in a statutory
 * record.
 */
import type { Commit } from '../discussion/state/commit.ts';
import { canonicalJson, verifyChain, type ChainBreak, type Link } from './chain.ts';
import { commitSchema } from './commitShape.ts';
import { currentFormat, readSealed, type Sealed } from './formats.ts';
import { StoredFault, parsed } from './storedFault.ts';

/**
 * Bytes of a commit's text inside an item. A Cosmos DB item may have 2 MB; what is left is for the deliveries of its
 * notices, which grow. The same on every store, so that any of them can be moved to any other.
 */
const maxTextBytes = 1_500_000;

/** Whether a commit's text is more than every store can take. Told before anything is written. */
export const isTooLarge = (text: string): boolean => Buffer.byteLength(JSON.stringify(text)) > maxTextBytes;

/**
 * The text under which a new commit is stored. Throws StoredFault if it could not be read back as it is, or owes one
 * notice twice. Two commits cannot owe the same one: its id has their reference and version in it.
 */
export const storedCommit = (commit: Commit): string => {
  const text = canonicalJson({ format: currentFormat, commit });
  const place = `The commit of discussion ${commit.reference} for version ${commit.version}`;
  const sealed = readSealed(text, place);
  believed(sealed, place);
  if (sealed.link.contentHash !== commit.hash) throw new StoredFault(`${place} does not have the hash of its content`);
  const notices = new Set(commit.notices.map((notice) => notice.id));
  if (notices.size < commit.notices.length) throw new StoredFault(`${place} repeats a notice id`);
  return text;
};

/** One discussion's commits from their stored texts in version order. Throws StoredFault naming the first bad one. */
export const readStream = (reference: string, texts: readonly string[]): readonly Commit[] =>
  readOn(reference, [], texts);

/** Those that follow commits which have been read and verified already. */
export const readOn = (reference: string, before: readonly Commit[], texts: readonly string[]): readonly Commit[] => {
  const placeOf = (i: number): string => `Discussion ${reference}, version ${before.length + i + 1}`;
  const sealed = texts.map((text, i) => readSealed(text, placeOf(i)));
  const links = sealed.map(({ link }) => link);
  const broken = verifyChain(links, before.at(-1) ?? null) ?? strayFrom(reference, links);
  if (broken !== null) throw new StoredFault(`${placeOf(broken.version - before.length - 1)}: ${breaks[broken.fault]}`);
  return sealed.map((one, i) => believed(one, placeOf(i)));
};

const believed = ({ upcast }: Sealed, place: string): Commit => parsed(commitSchema, upcast(), place);

const breaks: Record<ChainBreak['fault'], string> = {
  missing: 'the commit with this version is missing',
  altered: 'the commit has been altered since it was written',
  unlinked: 'the commit does not follow the one before it',
  misplaced: 'the commit belongs to another discussion',
};

const strayFrom = (reference: string, links: readonly Link[]): ChainBreak | null => {
  const stray = links.find((link) => link.reference !== reference);
  return stray === undefined ? null : { version: stray.version, fault: 'misplaced' };
};
