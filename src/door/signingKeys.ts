/** The keys Microsoft signs with for Teams, as its OpenID metadata lists them, and lists them anew when they change. */
import { importJWK, type CryptoKey } from 'jose';
import { z } from 'zod';

/** Where the Bot Framework publishes them. */
export const botFrameworkMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** They cannot be had, so nobody's word can be checked. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** The key of that id, if it may speak for Teams; null if there is none. Rejects with {@link KeysUnavailable}. */
export type SigningKeys = (kid: string) => Promise<CryptoKey | null>;

const aDay = 24 * 3_600_000;
/** A stranger may name as many keys as they like: they are asked for no more often, whatever is wanted of them. */
const betweenMs = { whileNone: 10_000, usually: 5 * 60_000 };
const patienceMs = 10_000;
const channel = 'msteams';

const metadata = z.object({ jwks_uri: z.url() });
const listed = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string(), endorsements: z.array(z.string()).default([]) })),
});

interface Known {
  readonly at: number;
  readonly keys: ReadonlyMap<string, CryptoKey>;
}

export const createSigningKeys = (address: string, now: () => Date): SigningKeys => {
  let known: Known | null = null;
  let triedAt = -Infinity;
  let asking: Promise<void> | null = null;

  const isWanting = (kid: string): boolean =>
    known === null || !known.keys.has(kid) || now().getTime() - known.at > aDay;
  const mayAsk = (): boolean =>
    Math.abs(now().getTime() - triedAt) >= (known === null ? betweenMs.whileNone : betweenMs.usually);
  const ask = async (): Promise<void> => {
    triedAt = now().getTime();
    known = { at: triedAt, keys: await published(address) };
  };
  /** Old keys are better than none: Microsoft withdraws them days after their successors are published. */
  const askOnce = (): Promise<void> => {
    asking ??= ask()
      .catch((error: unknown) => {
        if (known === null) throw error;
      })
      .finally(() => (asking = null));
    return asking;
  };

  return async (kid) => {
    if (isWanting(kid) && (asking !== null || mayAsk())) await askOnce();
    if (known === null) throw new KeysUnavailable('Microsoft’s signing keys could not be had a moment ago');
    return known.keys.get(kid) ?? null;
  };
};

/** Those that Microsoft endorses for Teams. */
const published = async (address: string): Promise<ReadonlyMap<string, CryptoKey>> => {
  try {
    const { jwks_uri } = metadata.parse(await fetched(address));
    const { keys } = listed.parse(await fetched(jwks_uri));
    const ours = keys.filter(({ kty, endorsements }) => kty === 'RSA' && endorsements.includes(channel));
    const read = ours.map(async (jwk) => [jwk.kid, (await importJWK({ ...jwk, alg: 'RS256' })) as CryptoKey] as const);
    return new Map(await Promise.all(read));
  } catch (cause) {
    throw new KeysUnavailable(`Microsoft’s signing keys could not be had from ${new URL(address).host}`, { cause });
  }
};

const fetched = async (address: string): Promise<unknown> => {
  const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return response.json();
};
