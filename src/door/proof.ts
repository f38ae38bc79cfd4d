/** What proves that a request is from Teams for this bot: a token that the Bot Framework signed for it. */
import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { SigningKeys } from './signingKeys.ts';

/** Who signs what Microsoft's channels send. The directory service's own tokens for the bot are somebody else's. */
export const channelIssuer = 'https://api.botframework.com';
/** Clocks differ; seconds, as the Bot Framework's own clients allow. */
const clockTolerance = 300;

interface Claims {
  /** The address that the sender proved to be answered at. */
  readonly serviceUrl: string;
}

/** Null for any token but a good one. Rejects with `KeysUnavailable` while nothing can be checked. */
export type Proof = (token: string) => Promise<Claims | null>;

const header = z.object({ alg: z.literal('RS256'), kid: z.string().max(200) });
/** One audience: a token that is meant for others as well could be replayed by them. */
const claims = z.object({ aud: z.string(), serviceurl: z.string() });

export const createProof =
  (edges: { readonly appId: string; readonly keys: SigningKeys; readonly now: () => Date }): Proof =>
  async (token) => {
    const kid = kidOf(token);
    const key = kid === null ? null : await edges.keys(kid);
    if (key === null) return null;
    const payload = await verified(() =>
      jwtVerify(token, key, {
        algorithms: ['RS256'],
        issuer: channelIssuer,
        audience: edges.appId,
        requiredClaims: ['exp', 'nbf'],
        clockTolerance,
        currentDate: edges.now(),
      }),
    );
    const read = claims.safeParse(payload);
    return read.success ? { serviceUrl: read.data.serviceurl } : null;
  };

/** What can be told from the token itself costs no look at a key. */
const kidOf = (token: string): string | null => {
  try {
    return header.safeParse(decodeProtectedHeader(token)).data?.kid ?? null;
  } catch {
    // Not a token at all: jose says so with a TypeError.
    return null;
  }
};

const verified = async (verify: () => Promise<{ payload: JWTPayload }>): Promise<JWTPayload | null> => {
  try {
    return (await verify()).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
};
