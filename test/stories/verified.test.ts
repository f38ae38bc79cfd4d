/** A signed record shows by itself whether anything in it was changed since: in the store, and in a file taken out of it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readExported } from '../../src/store/exported.ts';
import { publicKeysIn, sealerWith } from '../../src/store/seal.ts';
import { verified } from '../../src/store/verified.ts';
import { hashOf } from '../../src/store/chain.ts';
import { privateKeyIn } from '../../src/store/seal.ts';
import { signingKey } from '../builders/signingKey.ts';
import { authoriseRecord, signRecord } from './signing.ts';
import { begin, type Story } from './story.ts';

let folder: string;
let story: Story;
let file: string;
let pem: string;

const strategy = (...args: readonly string[]): string =>
  execFileSync(process.execPath, ['src/start/launch.cjs', 'strategy', ...args], {
    env: { ...process.env, DATA_DIR: folder },
    encoding: 'utf8',
    stdio: 'pipe',
  });
/** What it says when it fails. */
const failing = (dataDir: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/start/launch.cjs', 'strategy', ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verified-'));
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00', dataDir: folder });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides();
  await signRecord(story, 'unitManager');
  await authoriseRecord(story, 'otherUnitManager');
  await story.as('police').disagrees('It is too little');
  await story.end();
  file = join(folder, 'exported.json');
  writeFileSync(file, strategy('export', story.reference, '--by', 'Records office'));
  pem = join(folder, 'council.pem');
  writeFileSync(pem, strategy('public-key'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

it('the key of a rehearsal is made once, and readable by nobody else', () => {
  expect(statSync(join(folder, 'signing-key.pem')).mode & 0o777).toBe(0o600);
});

it('what was signed and what was exported is found genuine, with the public key alone', () => {
  const stored = strategy('verify', story.reference);
  expect(stored).toMatch(new RegExp(`^${story.reference}: \\d+ entries, and none of them was altered.`));
  expect(stored).toContain(
    'Version 1 of the record, signed by Hannah Boyle, Tuesday 24 November 2026, 2pm: the signature is genuine.',
  );
  expect(stored).toContain('Version 1 of the record, authorised by Gwen Harlow');
  const nowhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  expect(failing(nowhere, 'verify', file, '--key', pem)).toEqual({ status: 0, said: stored });
  expect(failing(nowhere, 'verify', file).said).toContain('There is no key here.');
  rmSync(nowhere, { recursive: true });
});

it('once the council signs with another key, what it signed before is verified with the one before', () => {
  const rotated = mkdtempSync(join(tmpdir(), 'rotated-'));
  const held = new DatabaseSync(join(folder, 'strategy.sqlite'));
  held.prepare('VACUUM INTO ?').run(join(rotated, 'strategy.sqlite'));
  held.close();
  writeFileSync(join(rotated, 'signing-key.pem'), signingKey);
  const unknown = failing(rotated, 'verify', story.reference);
  expect(unknown).toMatchObject({ status: 1, said: expect.stringContaining('Name that key with --key.') as string });
  expect(failing(rotated, 'verify', '--key', pem, story.reference)).toMatchObject({ status: 0 });
  const both = join(rotated, 'both.pem');
  writeFileSync(
    both,
    `${strategy('public-key')}${failing(rotated, 'public-key').said.split('\n').slice(0, 3).join('\n')}\n`,
  );
  const nowhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  expect(failing(nowhere, 'verify', file, '--key', both)).toMatchObject({ status: 0 });
  expect(failing(nowhere, 'verify', file, '--key', both, '--key', file).said).toContain('no key of Ed25519');
  for (const each of [rotated, nowhere]) rmSync(each, { recursive: true });
}, 180_000);

it('neither the key nor anything private of it is in what is exported', () => {
  const secret = readFileSync(join(folder, 'signing-key.pem'), 'utf8').split('\n')[1] ?? 'none';
  expect(secret.length).toBeGreaterThan(40);
  expect(readFileSync(file, 'utf8')).not.toContain(secret);
});

it('a stored event that was altered is named, before anything else', () => {
  const copy = mkdtempSync(join(tmpdir(), 'altered-'));
  strategy('backup', join(copy, 'strategy.sqlite'));
  const db = new DatabaseSync(join(copy, 'strategy.sqlite'));
  db.prepare(
    "UPDATE commits SET json = replace(json, 'unexplained', 'explained__') WHERE json LIKE '%unexplained%'",
  ).run();
  db.close();
  writeFileSync(join(copy, 'signing-key.pem'), readFileSync(join(folder, 'signing-key.pem')));
  const { status, said } = failing(copy, 'verify', story.reference);
  expect(status).toBe(1);
  expect(said).toMatch(/version \d+: the commit has been altered since it was written/);
  rmSync(copy, { recursive: true });
});

it('any one byte of the file that is another is caught', async () => {
  const bytes = readFileSync(file);
  const keys = publicKeysIn(readFileSync(pem, 'utf8'));
  await expect(readExported(bytes, keys)).resolves.toMatchObject({ reference: story.reference });
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ flip;
      await expect(readExported(changed, keys)).rejects.toThrow(/changed/);
    }),
    { numRuns: 300 },
  );
});

it('any one byte of a stored event that is another is caught', async () => {
  const keys = publicKeysIn(readFileSync(pem, 'utf8'));
  const { events } = await readExported(readFileSync(file), keys);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(events.length - 1),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (which, where, flip) => {
        const bytes = Buffer.from(events[which] ?? '');
        const at = where % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const changed = events.map((text, i) => (i === which ? bytes.toString() : text));
        await expect(verified(story.reference, changed, keys)).rejects.toThrow(`version ${which + 1}`);
      },
    ),
    { numRuns: 300 },
  );
});

it('a stream that was written anew from an event on, with a chain that is whole, has no genuine signature', async () => {
  const keys = publicKeysIn(readFileSync(pem, 'utf8'));
  const { events } = await readExported(readFileSync(file), keys);
  let previousHash: string | null = null;
  const anew = events.map((text) => {
    const { format, commit } = JSON.parse(text.replaceAll('unexplained', 'explained')) as {
      format: number;
      commit: Record<string, unknown>;
    };
    const linked = { ...commit, previousHash: previousHash ?? commit['previousHash'] };
    previousHash = hashOf(linked);
    return JSON.stringify(sorted({ format, commit: { ...linked, hash: previousHash } }));
  });
  const { seals } = await verified(story.reference, anew, keys);
  expect(seals.map(({ standing }) => standing)).toEqual(['forged', 'forged']);
});

it('a signature with another key is said to be that', async () => {
  const keys = publicKeysIn(readFileSync(pem, 'utf8'));
  const { events } = await readExported(readFileSync(file), keys);
  const other = publicKeysIn(signingKey);
  const { seals } = await verified(story.reference, events, other);
  expect(seals.map(({ standing }) => standing)).toEqual(['otherKey', 'otherKey']);
  const forging = sealerWith(privateKeyIn(signingKey) ?? expect.fail('no key'));
  expect((await forging({ reference: story.reference, number: 1, step: 'signed', head: 'x' })).key).not.toBe(
    seals[0]?.seal.key,
  );
});

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
};
