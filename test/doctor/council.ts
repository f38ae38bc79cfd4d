/**
 * A live council whose every real part is on this machine: the product itself behind its door, its data on disk, a mail
 * server, and one server in the place of Microsoft’s sign-in, Microsoft Graph and gov.uk. Each can be broken by itself.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDirectory } from '../../src/directory/directory.ts';
import { isSecureAddress, usualSecureDomains } from '../../src/directory/secureDomains.ts';
import { importRota } from '../../src/directory/rotaRows.ts';
import { people } from '../../src/rehearsal/people.ts';
import { compose } from '../../src/start/compose.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { startMailServer, type Misbehaviour } from '../channels/mailServer.ts';
import { appId, liveConfig, liveEnvironment, tenantId } from '../door/live.ts';
import { startMicrosoft } from '../door/tokens.ts';

/** What a host answers to a path; the product’s own where it is undefined. */
export type Answer = (
  request: IncomingMessage,
  path: string,
) => { status?: number; body: unknown; date?: Date } | undefined;

export const organiser = 'strategy.meetings@exampleshire.gov.uk';

export const tokenWith = (claims: object): string =>
  ['{}', JSON.stringify(claims), ''].map((part) => Buffer.from(part).toString('base64url')).join('.');

/** As they are when nothing is wrong. */
const usual: Readonly<Record<string, Answer>> = {
  'login.microsoftonline.com': (_request, path) =>
    path.endsWith('/token')
      ? { body: { access_token: tokenWith({ tid: tenantId, appid: appId }) } }
      : { body: { issuer: tenantId } },
  'graph.microsoft.com': () => ({ body: { id: 'calendar', canEdit: true } }),
  'www.gov.uk': () => ({
    body: { 'england-and-wales': { events: ['2026-12-25', '2026-12-28', '2027-01-01'].map((date) => ({ date })) } },
  }),
};

export const startCouncil = async (mail: Misbehaviour = {}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'strategy-doctor-'));
  const file = join(dataDir, 'strategy.sqlite');
  const backups = join(dataDir, 'backups');
  const mailServer = await startMailServer(mail);
  await fill(file);
  mkdirSync(backups);
  writeFileSync(join(backups, 'monday.sqlite'), 'a copy');

  const microsoft = await startMicrosoft();
  const product = await compose({
    config: liveConfig(dataDir),
    origin: 'http://127.0.0.1',
    tokenKeys: microsoft.address,
    now: () => new Date(),
    log: () => undefined,
  });
  const broken = new Map<string, Answer>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const [, host = '', path = ''] = /^\/([^/]+)(\/.*)$/.exec(request.url ?? '') ?? [];
    const given = (broken.get(host) ?? usual[host])?.(request, path);
    if (given === undefined) {
      request.url = path;
      return void product.app(request, response);
    }
    if (given.date !== undefined) response.setHeader('date', given.date.toUTCString());
    response.writeHead(given.status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(given.body));
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const around = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    dataDir,
    file,
    backups,
    broken,
    /** Where every host of the world outside is found. */
    around,
    env: {
      ...liveEnvironment(dataDir),
      SMTP_PORT: String(mailServer.port),
      GRAPH_ORGANISER: organiser,
      SECRETS_CHANGED_ON: '2026-11-01',
    },
    makeBackupOlder: (hours: number) => {
      const then = new Date(Date.now() - hours * 3_600_000);
      utimesSync(join(backups, 'monday.sqlite'), then, then);
    },
    letOthersRead: () => chmodSync(file, 0o644),
    letNobodyElseRead: () => chmodSync(file, 0o600),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await product.stop();
      await microsoft.close();
      await mailServer.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** The people of the rehearsal, and everybody on duty every night. */
const fill = async (file: string): Promise<void> => {
  const stores = openSqlite(file);
  const entries = people
    .filter(({ roles }) => roles.length > 0 && !roles.includes('referrer'))
    .map(({ note: _note, teams, ...entry }) => ({
      ...entry,
      teams: teams === null ? null : { tenantId: teams.tenantId, userId: teams.userId },
    }))
    .filter(({ teams, email }) => teams !== null || isSecureAddress(email, usualSecureDomains));
  const directory = createDirectory(stores.directory);
  const imported = await directory.importPeople(JSON.stringify({ people: entries }));
  if (imported.result === 'refused') throw new Error(imported.faults.join('\n'));
  const rows = entries.map(({ id }) => `Out of hours,${id},2026-01-01 00:00,2030-01-01 00:00`);
  const rota = await importRota(stores.directory, ['duty,person,from,until', ...rows].join('\n'));
  if (rota.result === 'refused') throw new Error(rota.faults.join('\n'));
  await stores.close();
};
