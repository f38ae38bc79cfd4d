/** Whether what is stored is what was signed: the chain first, and then each signature of the record over it. */
import type { KeyObject } from 'node:crypto';
import type { Commit } from '../discussion/state/commit.ts';
import type { Seal } from '../discussion/state/signingEvents.ts';
import type { Instant } from '../practice/time/instant.ts';
import { fingerprintOf, isSigned, type Sealed } from './seal.ts';
import { readStream } from './stored.ts';

interface SealIn {
  readonly sealed: Sealed;
  readonly seal: Seal;
  readonly by: string;
  readonly at: Instant;
  /** The hash of the commit before it, which it has to be over. */
  readonly follows: string;
}

/** In the order they were made. */
export const sealsIn = (commits: readonly Commit[]): readonly SealIn[] =>
  commits.flatMap(({ reference, actor, at, previousHash, events }) =>
    events.flatMap((event): readonly SealIn[] => {
      if (event.type !== 'recordSigned' && event.type !== 'recordAuthorised') return [];
      const { number, seal } = event;
      const step = event.type === 'recordSigned' ? ('signed' as const) : ('authorised' as const);
      const sealed = { reference, number, step, head: seal.head };
      return [{ sealed, seal, by: actor.name, at, follows: previousHash }];
    }),
  );

export type Standing =
  | 'genuine'
  /** Not over what happened before it, or not made by the key it names. */
  | 'forged'
  /** By a key that is none of those at hand. */
  | 'otherKey';

interface Verified {
  readonly commits: number;
  readonly seals: readonly (SealIn & { readonly standing: Standing })[];
}

/** Throws StoredFault that names the first commit which is not as it was written. */
export const verified = async (
  reference: string,
  events: readonly string[],
  keys: readonly KeyObject[],
): Promise<Verified> => {
  const commits = readStream(reference, events);
  const named = new Map(await Promise.all(keys.map(async (key) => [await fingerprintOf(key), key] as const)));
  const seals = sealsIn(commits).map(async (found) => ({
    ...found,
    standing: await standingOf(found, named.get(found.seal.key)),
  }));
  return { commits: commits.length, seals: await Promise.all(seals) };
};

const standingOf = async ({ sealed, seal, follows }: SealIn, key: KeyObject | undefined): Promise<Standing> => {
  if (key === undefined) return 'otherKey';
  return seal.head === follows && (await isSigned(sealed, seal.signature, key)) ? 'genuine' : 'forged';
};
