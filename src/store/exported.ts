/**
 * A discussion taken out of the store as a file: every commit as it was sealed, and a signature of the council over all of
 * it, so that whoever has the file and the public key can tell, without the store, that nothing in it has changed.
 */
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { digestOf } from './chain.ts';
import { fingerprintOf, isSigned, publicPem, signed } from './seal.ts';
import { sealsIn } from './verified.ts';
import { readStream } from './stored.ts';
import { StoredFault } from './storedFault.ts';

interface Exported {
  readonly reference: string;
  /** Each commit as it was sealed, byte for byte. */
  readonly events: readonly string[];
}

const textOf = (content: object): string => `${JSON.stringify(content, null, 2)}\n`;

/** What is signed of a file is its digest: the signature would hold all of it again. */
const digested = (content: object): { readonly sha256: string } => ({ sha256: digestOf(content) });

export const exportedFile = async (exported: Exported, key: KeyObject): Promise<string> => {
  const commits = readStream(exported.reference, exported.events);
  const content = {
    ...exported,
    chainHead: commits.at(-1)?.hash ?? null,
    signatures: sealsIn(commits).map(({ sealed, seal }) => ({ ...sealed, ...seal })),
    publicKey: publicPem(key),
  };
  return textOf({ ...content, signature: await signed(digested(content), key, await fingerprintOf(key)) });
};

const fileShape = z.looseObject({ reference: z.string(), events: z.array(z.string()), signature: z.string() });

/** What is in a file. Throws StoredFault where one byte of it is not as it was written, or none of these keys signed it. */
export const readExported = async (bytes: Uint8Array, keys: readonly KeyObject[]): Promise<Exported> => {
  const read = jsonIn(bytes);
  const file = fileShape.safeParse(read);
  if (!file.success) throw new StoredFault('This is no exported discussion, or it was changed: it cannot be read.');
  const { signature, ...content } = file.data;
  // Anybody’s reader may overlook what ours would not have written.
  const isAsWritten = Buffer.from(textOf(read as object)).equals(bytes);
  const bySome = await Promise.all(keys.map((key) => isSigned(digested(content), signature, key)));
  if (!isAsWritten || !bySome.includes(true)) {
    throw new StoredFault(altered(content));
  }
  return { reference: content.reference, events: content.events };
};

const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
};

/** The first event that is not what it was, where the chain can tell; otherwise it is something around the events. */
const altered = ({ reference, events }: Exported): string => {
  const changed = 'The file was changed since it was exported, or another key signed it.';
  try {
    readStream(reference, events);
    return changed;
  } catch (error) {
    if (error instanceof StoredFault) return `${changed} ${error.message}.`;
    throw error;
  }
};
