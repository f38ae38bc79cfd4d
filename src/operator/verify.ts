/** `verify`: whether a discussion, in the store or in an exported file, is what it was when it was written and signed. */
import type { KeyObject } from 'node:crypto';
import type { Command } from 'commander';
import { formatLondon } from '../practice/time/calendar.ts';
import { readExported } from '../store/exported.ts';
import { fingerprintOf, publicKeysIn, publicPem } from '../store/seal.ts';
import { verified, type Standing } from '../store/verified.ts';
import { referenceTyped } from '../typed/reference.ts';
import { InputProblem } from './io.ts';
import { using, type StoreEdges } from './stores.ts';

type Edges = StoreEdges & {
  /** The key that this bot signs with; null where none is at hand. */
  readonly signingKey: () => KeyObject | null;
  readonly readBytes: (path: string) => Uint8Array;
};

export const verifyCommands = (program: Command, edges: Edges): void => {
  program
    .command('verify')
    .description('Whether a discussion is what it was when it was written, and its record what was signed')
    .argument('<what>', 'a reference, such as SD-ABC234, or a file that export or file has made')
    .option(
      '--key <file>',
      'a public key of the council, beside this machine’s own; again for each that it has used before',
      (file: string, before: readonly string[]) => [...before, file],
      [] as readonly string[],
    )
    .action(async (what: string, options: { readonly key: readonly string[] }) => {
      const keys = keysFor(edges, options.key);
      const { reference, events } = await found(what, keys, edges);
      const { commits, seals } = await verified(reference, events, keys);
      edges.io.out(`${reference}: ${commits} entries, and none of them was altered.\n`);
      if (seals.length === 0) edges.io.out('Its record has not been signed.\n');
      for (const { sealed, seal, by, at, standing } of seals) {
        edges.io.out(
          `Version ${sealed.number} of the record, ${sealed.step} by ${by}, ${formatLondon(at)}: ${words[standing]} (key ${seal.key})\n`,
        );
      }
      if (seals.some(({ standing }) => standing !== 'genuine')) edges.io.exit(1);
    });
  program
    .command('public-key')
    .description('The key by which anybody can verify what this council has signed')
    .action(async () => {
      const [key] = keysFor(edges, []);
      edges.io.out(publicPem(key));
      edges.io.err(`${await fingerprintOf(key)}\n`);
    });
};

const words: Readonly<Record<Standing, string>> = {
  genuine: 'the signature is genuine.',
  forged: 'THE SIGNATURE IS NOT GENUINE.',
  otherKey: 'signed with another key, so nothing can be said of it. Name that key with --key.',
};

/** At least one. */
const keysFor = ({ io, signingKey }: Edges, files: readonly string[]): readonly [KeyObject, ...KeyObject[]] => {
  const own = signingKey();
  const [first, ...others] = [...files.flatMap((file) => keysOf(io.read(file), file)), ...(own === null ? [] : [own])];
  if (first === undefined)
    throw new InputProblem('There is no key here. Name the public key of the council with --key.');
  return [first, ...others];
};

const keysOf = (text: string, file: string): readonly KeyObject[] => {
  const found = publicKeysIn(text);
  if (found.length > 0) return found;
  throw new InputProblem(`--key: ${file} holds something that is no key of Ed25519, as PEM or as a JWK.`);
};

const found = async (
  what: string,
  keys: readonly KeyObject[],
  edges: Edges,
): Promise<{ readonly reference: string; readonly events: readonly string[] }> => {
  const reference = referenceTyped(what);
  if (reference === null) return readExported(edges.readBytes(what), keys);
  return using(edges.open(), async ({ archive }) => {
    const held = await archive.held(reference);
    if (held === null) throw new InputProblem(`There is no discussion ${reference}.`);
    return { reference, events: held.sealed };
  });
};
