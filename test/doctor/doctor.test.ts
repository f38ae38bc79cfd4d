/** An administrator asks what is still wrong: nothing is, or it is named, with how to mend it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Finding } from '../../src/doctor/finding.ts';
import { examine } from '../../src/doctor/doctor.ts';
import type { Around, Deployment } from '../../src/doctor/deployment.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { configFrom } from '../../src/start/configFrom.ts';
import { examined } from '../../src/start/examined.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { practiceFor } from '../builders/standards.ts';
import { reply, startMailServer } from '../channels/mailServer.ts';
import { appId, tenantId } from '../door/live.ts';
import { organiser, startCouncil, tokenWith, type Answer } from './council.ts';

type Council = Awaited<ReturnType<typeof startCouncil>>;
let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(() => council.close());

const manifest = JSON.parse(readFileSync('manifest/manifest.json', 'utf8')) as { bots: object[] };
const uploaded = (over: object = {}): Uint8Array => {
  const bots = manifest.bots.map((bot) => ({ ...bot, botId: appId }));
  return zipSync({ 'manifest.json': strToU8(JSON.stringify({ ...manifest, id: appId, bots, ...over })) });
};

/** What is outside this machine is found on it. */
const toLoopback = (url: string): string => url.replace(/^https:\/\//, `${council.around}/`);

const around = (over: Partial<Around> = {}): Around => ({
  now: () => instant(new Date()),
  fetch: (url, init) => fetch(toLoopback(url), init),
  identityToken: () => Promise.reject(new Error('no identity here')),
  open: () => Promise.resolve(openSqlite(council.file)),
  file: council.file,
  freeBytes: () => 50 * 2 ** 30,
  backups: council.backups,
  appPackage: uploaded(),
  ownManifest: () => manifest,
  practice: practiceFor('practice-standards-2025'),
  ...over,
});

const deployment = (over: Partial<Deployment> = {}): Deployment => {
  const config = configFrom(council.env);
  if (config.mode !== 'live') throw new Error('the council is live');
  return { ...config, ...over };
};

const spoken = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ result }) => result !== 'good')
    .map((finding) => `${finding.result}: ${finding.check}: ${finding.says} ${'mend' in finding ? finding.mend : ''}`);

describe('a deployment in which everything is right', () => {
  it('is good throughout', async () => {
    expect(spoken(await examine(deployment(), around()))).toEqual([]);
  });

  it('is examined by the command, which ends with 0; with 1 where something is wrong, and as JSON for a pipeline', async () => {
    const file = join(council.dataDir, 'app.zip');
    const strategy = (...args: readonly string[]) =>
      promisify(execFile)(
        process.execPath,
        [...['--import', './test/doctor/toLoopback.ts', 'src/start/launch.cjs', 'strategy'], ...args],
        { env: { PATH: process.env['PATH'], OUTSIDE: council.around, ...council.env } },
      );
    const pages = ['--website', '--privacy', '--terms'].flatMap((page) => [page, 'https://exampleshire.gov.uk']);
    await strategy('package', '--out', file, ...pages);
    const run = (more: readonly string[]) => strategy('doctor', ...more);
    const { stdout } = await run(['--backups', council.backups, '--package', file]);
    expect(stdout).toContain('0 to look at, 0 wrong, 0 not checked.');
    const broken: unknown = await run([
      '--backups',
      join(council.dataDir, 'nowhere'),
      '--package',
      file,
      '--json',
    ]).catch((error: unknown) => error);
    const ended = z.object({ code: z.number(), stdout: z.string() }).parse(broken);
    expect(ended.code).toBe(1);
    const wrong = (JSON.parse(ended.stdout) as readonly Finding[]).filter(({ result }) => result !== 'good');
    expect(wrong).toMatchObject([{ check: 'backup', result: 'fault' }]);
  });
});

interface Broken {
  readonly called: string;
  /** One host of the outside answers this. */
  readonly host?: readonly [string, Answer];
  readonly deployed?: () => Partial<Deployment>;
  readonly around?: () => Partial<Around>;
  readonly says: string;
}

const signIn = 'login.microsoftonline.com';
const refusing =
  (code: string): Answer =>
  (_request, path) =>
    path.endsWith('/token')
      ? { status: 401, body: { error: 'invalid_client', error_description: `${code}: it is refused.` } }
      : { body: {} };
const givenToken =
  (claims: object): Answer =>
  (_request, path) =>
    path.endsWith('/token')
      ? { body: { access_token: tokenWith({ tid: tenantId, appid: appId, ...claims }) } }
      : { body: {} };
const ours = 'strategy.exampleshire.gov.uk';
const registration = () => deployment().registration;

const brokenOnes: readonly Broken[] = [
  {
    called: 'a wrong secret',
    host: [signIn, refusing('AADSTS7000215')],
    says: 'fault: registration: No token for the bot: Microsoft’s sign-in refused it: AADSTS7000215. MICROSOFT_APP_PASSWORD is not a secret',
  },
  {
    called: 'a secret that has run out',
    host: [signIn, refusing('AADSTS7000222')],
    says: 'AADSTS7000222. The secret has run out',
  },
  {
    called: 'a registration that is not there',
    host: [signIn, refusing('AADSTS700016')],
    says: 'AADSTS700016. The tenant has no registration of that id',
  },
  {
    called: 'a tenant that is not there',
    host: [signIn, refusing('AADSTS90002')],
    says: 'AADSTS90002. There is no such tenant',
  },
  {
    called: 'a token of another tenant',
    host: [signIn, givenToken({ tid: appId })],
    says: 'fault: registration: The token is of another tenant.',
  },
  {
    called: 'a token of another registration',
    host: [signIn, givenToken({ appid: tenantId })],
    says: 'fault: registration: The token is of another registration.',
  },
  {
    called: 'a managed identity that is not assigned',
    deployed: () => ({ registration: { ...registration(), appType: 'UserAssignedMSI', password: null } }),
    says: 'this machine has no managed identity of that id. Assign the identity',
  },
  {
    called: 'a permission for every mailbox',
    host: [signIn, givenToken({ roles: ['Calendars.ReadWrite'] })],
    says: 'fault: graph permissions: The registration has permissions for the whole tenant that it does not need: Calendars.ReadWrite.',
  },
  {
    called: 'a calendar that was not granted',
    host: ['graph.microsoft.com', () => ({ status: 403, body: {} })],
    says: `fault: graph permissions: The calendar of ${organiser} may not be used: Microsoft Graph answered 403.`,
  },
  {
    called: 'a mailbox that is not there',
    host: ['graph.microsoft.com', () => ({ status: 404, body: {} })],
    says: `There is no mailbox ${organiser}.`,
  },
  {
    called: 'an address that leads nowhere',
    around: () => ({
      fetch: (url, init) => (url.includes(ours) ? fetch('http://127.0.0.1:1/') : fetch(toLoopback(url), init)),
    }),
    says: 'fault: public address: https://strategy.exampleshire.gov.uk was not reached: ',
  },
  {
    called: 'an address with something else behind it',
    host: [ours, () => ({ status: 200, body: 'Welcome' })],
    says: 'answers, but it is not this service.',
  },
  {
    called: 'an endpoint that lets strangers in',
    host: [ours, (_request, path) => (path === '/healthz' ? undefined : { status: 200, body: {} })],
    says: 'fault: public address: A message that nobody has signed was answered 200',
  },
  {
    called: 'a clock ten minutes out',
    host: [
      signIn,
      (request, path) => ({
        ...givenToken({})(request, path),
        body: givenToken({})(request, path)?.body,
        date: new Date(Date.now() - 600_000),
      }),
    ],
    says: 'fault: clock: This clock and Microsoft’s are 60',
  },
  {
    called: 'a mail server that is not there',
    deployed: () => ({ smtp: { ...deployment().smtp, port: 1 } }),
    says: 'fault: mail: 127.0.0.1:1: the mail server was not reached',
  },
  {
    called: 'a bank holiday that is new',
    host: ['www.gov.uk', () => ({ body: { 'england-and-wales': { events: [{ date: '2027-05-12' }] } } })],
    says: 'fault: bank holidays: gov.uk has bank holidays that working days are counted through: 2027-05-12.',
  },
  {
    called: 'addresses of anybody taken for secure',
    deployed: () => ({ secureDomains: ['gov.uk', 'gmail.com'] }),
    says: 'fault: secure domains: Anybody may have an address at gmail.com.',
  },
  {
    called: 'secrets of last year',
    deployed: () => ({ secretsChangedOn: '2025-01-01' }),
    says: 'fault: secrets: The secrets were changed on 2025-01-01.',
  },
  {
    called: 'an app of another registration',
    around: () => ({ appPackage: uploaded({ id: tenantId }) }),
    says: 'fault: app package: It is of another registration than MICROSOFT_APP_ID.',
  },
  {
    called: 'an app of another version',
    around: () => ({ appPackage: uploaded({ version: '0.0.1' }) }),
    says: 'warning: app package: It is version 0.0.1',
  },
  {
    called: 'something else than an app',
    around: () => ({ appPackage: strToU8('a letter') }),
    says: 'fault: app package: It cannot be read',
  },
  {
    called: 'a disk that is nearly full',
    around: () => ({ freeBytes: () => 100_000_000 }),
    says: 'fault: disk space: 0.1 GB are free',
  },
  {
    called: 'a disk that is filling up',
    around: () => ({ freeBytes: () => 700_000_000 }),
    says: 'warning: disk space: 0.7 GB are free',
  },
  {
    called: 'no backup',
    around: () => ({ backups: join(council.dataDir, 'nowhere') }),
    says: 'fault: backup: There is no backup',
  },
  {
    called: 'data that cannot be opened',
    around: () => ({ open: () => Promise.reject(new Error('The database file was written by a newer version.')) }),
    says: 'fault: store: The database file was written by a newer version.',
  },
];

describe('a deployment in which one thing is wrong', () => {
  it.each(brokenOnes)('$called', async ({ host, deployed, around: other, says }) => {
    if (host !== undefined) council.broken.set(...host);
    const found = spoken(await examine(deployment(deployed?.()), around(other?.())));
    council.broken.clear();
    expect(found.join('\n')).toContain(says);
    // One cause may show in two checks; the rest stays as it was.
    expect(found.length).toBeLessThanOrEqual(2);
  });

  it.each([
    [
      'a password it refuses',
      { authOptional: false, onAuth: (_auth, _session, done) => done(reply(535, 'no')) },
      'it refuses the name and password',
    ],
    [
      'a sender it refuses',
      { onMailFrom: (_address, _session, done) => done(reply(550, 'not from you')) },
      'it takes nothing from that sender: 550 not from you',
    ],
    [
      'a sender’s address that does not exist',
      { onRcptTo: (_address, _session, done) => done(reply(550, 'unknown')) },
      'it takes nothing for the sender’s own address',
    ],
  ] as const satisfies readonly (readonly [string, Parameters<typeof startMailServer>[0], string])[])(
    'a mail server with %s',
    async (_called, misbehaviour, says) => {
      const server = await startMailServer({ ...misbehaviour, allowInsecureAuth: true });
      const smtp = {
        ...deployment().smtp,
        port: server.port,
        auth: 'onAuth' in misbehaviour ? { user: 'us', password: 'wrong' } : null,
      };
      const found = spoken(await examine(deployment({ smtp }), around()));
      await server.close();
      expect(found.join('\n')).toContain(`127.0.0.1:${server.port}: ${says}`);
      expect(server.received).toEqual([]);
    },
  );

  it.each([
    ['that offers no TLS', {}],
    ['whose certificate nobody vouches for', { disabledCommands: [] }],
  ])('a mail server on another machine %s', async (_called, offering) => {
    const server = await startMailServer(offering);
    const smtp = { ...deployment().smtp, host: '0.0.0.0', port: server.port };
    const found = spoken(await examine(deployment({ smtp }), around()));
    await server.close();
    expect(found.join('\n')).toContain(`fault: mail: 0.0.0.0:${server.port}: no secure connection`);
  });

  it('data that others on the machine may read, and a backup of last week', async () => {
    council.letOthersRead();
    council.makeBackupOlder(7 * 24);
    const found = spoken(await examine(deployment(), around()));
    council.letNobodyElseRead();
    council.makeBackupOlder(1);
    expect(found).toEqual([
      expect.stringContaining(`fault: file permissions: Others on this machine may read ${council.file}. chmod go= `),
      expect.stringContaining('fault: backup: The newest backup is 168 hours old.'),
    ]);
  });

  it('seats that nobody in the directory can take, and nobody to hear of what is late', async () => {
    const stores = openSqlite(council.file);
    const directory = createDirectory(stores.directory);
    const before = await directory.entries();
    const gone = before.people.filter(({ roles, rank }) => roles.includes('police') || rank === 'serviceManager');
    await directory.remove(gone.map(({ id }) => id));
    const found = spoken(await examine(deployment(), around()));
    await directory.importPeople(JSON.stringify(before));
    await stores.close();
    expect(found.join('\n')).toMatch(/fault: directory: .*Police.*: the directory has nobody who is/);
    expect(found.join('\n')).toMatch(/warning: tonight: Of those on duty .* nobody can take: .*police/);
    expect(found.join('\n')).toContain('fault: service manager: ');
  });
});

describe('an environment with which the bot would not start', () => {
  const asked = (env: Readonly<Record<string, string | undefined>>) =>
    examined(
      {},
      {
        env,
        now: () => new Date(),
        fetch: () => Promise.reject(new Error('nothing is asked of anybody')),
        open: () => Promise.reject(new Error('nothing is opened')),
        manifestFile: (name) => readFileSync(`manifest/${name}`),
      },
    );

  it.each([
    [
      'no configuration at all',
      {},
      'fault: configuration: MODE is rehearsal, in which nobody real is written to. Set MODE=live.',
    ],
    [
      'a registration half filled in',
      { MICROSOFT_APP_ID: undefined },
      'fault: configuration: MICROSOFT_APP_ID is required in live mode.',
    ],
    ['no secret for links', { LINK_SECRET: 'short' }, 'LINK_SECRET must be 32 characters or more'],
    ['a procedure that is not there', { STANDARD: 'camden' }, 'STANDARD: camden must be one of'],
  ])('%s', async (_called, over, says) => {
    const env = Object.keys(over).length === 0 ? {} : { ...council.env, ...over };
    expect(spoken(await asked(env)).join('\n')).toContain(says);
  });
});
