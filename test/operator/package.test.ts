/** An administrator makes the app package of their council, and uploads what Teams will take. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { Command } from 'commander';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { InputProblem } from '../../src/operator/io.ts';
import { packageCommand } from '../../src/operator/package.ts';

const folder = mkdtempSync(join(tmpdir(), 'package-'));
afterAll(() => rmSync(folder, { recursive: true }));

const id = '0a1b2c3d-4e5f-4a6b-8c7d-9e8f7a6b5c4d';
const pages = [
  ...['--website', 'https://exampleshire.gov.uk/strategy', '--privacy', 'https://exampleshire.gov.uk/privacy'],
  ...['--terms', 'https://exampleshire.gov.uk/terms'],
];
const env = { MICROSOFT_APP_ID: id, AUTHORITY: 'Exampleshire County Council' };

const typed = (out: string, more: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const command = ['src/start/launch.cjs', 'strategy', 'package', '--out', join(folder, out), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    env: { ...process.env, ...more },
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
};

it('has its icons, and the manifest of this version with the council’s ids, name and pages, valid under Microsoft’s schema', async () => {
  expect(typed('app.zip', env, ...pages)).toMatchObject({ status: 0 });
  const files = unzipSync(readFileSync(join(folder, 'app.zip')));
  expect(Object.keys(files).toSorted()).toEqual(['color.png', 'manifest.json', 'outline.png']);
  const text = strFromU8(files['manifest.json'] ?? new Uint8Array());
  const own = JSON.parse(readFileSync('manifest/manifest.json', 'utf8')) as { bots: readonly object[] };
  expect(JSON.parse(text)).toEqual({
    ...own,
    id,
    developer: {
      name: 'Exampleshire County Council',
      websiteUrl: 'https://exampleshire.gov.uk/strategy',
      privacyUrl: 'https://exampleshire.gov.uk/privacy',
      termsOfUseUrl: 'https://exampleshire.gov.uk/terms',
    },
    bots: own.bots.map((bot) => ({ ...bot, botId: id })),
    webApplicationInfo: { id },
  });
  const file = join(folder, 'manifest.json');
  writeFileSync(file, text);
  expect((await AppManifestUtils.readAndValidateTeamsManifest(file))[1]).toEqual([]);
});

it.each([
  ['no id', { ...env, MICROSOFT_APP_ID: '' }, pages, 'MICROSOFT_APP_ID must be the id'],
  ['no council', { ...env, AUTHORITY: '' }, pages, 'AUTHORITY must be the name of the council.'],
  [
    'a page that is not protected',
    env,
    pages.with(1, 'http://exampleshire.gov.uk'),
    '--website must begin with https://.',
  ],
])('with %s nothing is written, and it is said what is missing', (_what, more, args, said) => {
  expect(typed('no.zip', more, ...args)).toEqual({ status: 2, said: expect.stringContaining(said) as string });
});

describe('what is wrong in manifest/ is found before anybody uploads it', () => {
  const spoilt = (name: string, change: (bytes: Buffer) => Buffer): string => {
    const program = new Command('strategy').exitOverride();
    const io = { read: () => '', out: () => undefined, err: () => undefined, exit: () => undefined };
    packageCommand(program, {
      ...{ io, env, writeBytes: () => expect.fail('it was written') },
      manifestFile: (asked) => {
        const bytes = readFileSync(join('manifest', asked));
        return asked === name ? change(bytes) : bytes;
      },
    });
    try {
      program.parse(['package', '--out', 'x.zip', ...pages], { from: 'user' });
    } catch (problem) {
      if (problem instanceof InputProblem) return problem.message;
      throw problem;
    }
    return 'nothing';
  };
  const manifest = (from: string, to: string) =>
    spoilt('manifest.json', (bytes) => Buffer.from(bytes.toString('utf8').replace(from, to)));

  it.each([
    ['a command with too long a name', () => manifest('"/strategy list"', `"/strategy ${'list'.repeat(9)}"`), 'title'],
    ['too long a name', () => manifest('"Strategy bot"', `"${'Strategy'.repeat(5)}"`), 'name.short'],
    [
      'a page inside Teams',
      () => manifest('"accentColor"', '"validDomains": ["example.org"], "accentColor"'),
      'validDomains',
    ],
    [
      'an icon that is another picture',
      () => spoilt('outline.png', () => readFileSync('manifest/color.png')),
      '32 by 32',
    ],
    ['an icon that is none', () => spoilt('color.png', () => Buffer.from('<svg/>'.repeat(9))), '192 by 192'],
  ])('%s', (_what, found, said) => {
    expect(found()).toContain(said);
  });
});
