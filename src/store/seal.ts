/**
 * The signature of a record: an Ed25519 key of the council over the head of the chain. Whoever has the public key alone can
 * tell whether anything before it has changed since. The chain finds a commit that was altered; the signature, one that was
 * written anew with everything after it.
 */
import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, compactVerify, CompactSign, exportJWK } from 'jose';
import type { Seal } from '../discussion/state/signingEvents.ts';
import { canonicalJson } from './chain.ts';

/** What is signed: which step of which version of whose record, after what. */
export interface Sealed {
  readonly reference: string;
  readonly number: number;
  readonly step: 'signed' | 'authorised';
  readonly head: string;
}
export type SealWith = (sealed: Sealed) => Promise<Seal>;

const isEd25519 = ({ asymmetricKeyType }: KeyObject): boolean => asymmetricKeyType === 'ed25519';

const keyOf = (text: string, read: (from: Parameters<typeof createPrivateKey>[0]) => KeyObject): KeyObject | null => {
  try {
    const key = text.trimStart().startsWith('{')
      ? read({ key: JSON.parse(text) as JsonWebKey, format: 'jwk' })
      : read(text);
    return isEd25519(key) ? key : null;
  } catch {
    // The error may quote the key.
    return null;
  }
};

/** A private key as PKCS#8 PEM or as a JWK; null where it is neither, or not of Ed25519. */
export const privateKeyIn = (text: string): KeyObject | null => keyOf(text, createPrivateKey);

/** A public key as SPKI PEM or as a JWK, or the private one it belongs to. */
const publicKeyIn = (text: string): KeyObject | null =>
  keyOf(text, (from) => createPublicKey(from as Parameters<typeof createPublicKey>[0]));

const pemBlock = /-----BEGIN [A-Z ]+-----[^-]+-----END [A-Z ]+-----/g;

/** One or several, as PEM after each other or as one JWK: a council signs with a new key from time to time. Empty where one is none. */
export const publicKeysIn = (text: string): readonly KeyObject[] => {
  const found = (text.match(pemBlock) ?? [text]).map(publicKeyIn);
  return found.every((key) => key !== null) ? found : [];
};

const publicOf = (key: KeyObject): KeyObject => (key.type === 'private' ? createPublicKey(key) : key);

export const publicPem = (key: KeyObject): string => publicOf(key).export({ type: 'spki', format: 'pem' }).toString();

/** How people tell keys apart: the thumbprint of RFC 7638. */
export const fingerprintOf = async (key: KeyObject): Promise<string> =>
  calculateJwkThumbprint(await exportJWK(publicOf(key)));

export const sealerWith =
  (key: KeyObject): SealWith =>
  async (sealed) => {
    const fingerprint = await fingerprintOf(key);
    return { head: sealed.head, key: fingerprint, signature: await signed(sealed, key, fingerprint) };
  };

/** A JWS of EdDSA. */
export const signed = (content: object, key: KeyObject, kid: string): Promise<string> =>
  new CompactSign(Buffer.from(canonicalJson(content))).setProtectedHeader({ alg: 'EdDSA', kid }).sign(key);

/** Whether this key made this signature over exactly that. One that is spelt otherwise than it was made is another. */
export const isSigned = async (content: object, signature: string, key: KeyObject): Promise<boolean> => {
  if (signature.split('.').some((part) => Buffer.from(part, 'base64url').toString('base64url') !== part)) return false;
  try {
    const { payload } = await compactVerify(signature, publicOf(key), { algorithms: ['EdDSA'] });
    return Buffer.from(payload).equals(Buffer.from(canonicalJson(content)));
  } catch {
    return false;
  }
};
