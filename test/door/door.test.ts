/** The live product's door, with keys of our own in the place of Microsoft's: what is not from Teams changes nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { exportSPKI, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose, type Product } from '../../src/start/compose.ts';
import { appId, liveConfig, tenantId } from './live.ts';
import { startMicrosoft, tokenFrom, type Microsoft } from './tokens.ts';

const serviceUrl = 'https://smba.trafficmanager.net/uk/';
const claims: JWTPayload = { iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl };

let microsoft: Microsoft;
let product: Product;
let address: string;
let dataDir: string;
const log: string[] = [];
const server = createServer();

beforeAll(async () => {
  microsoft = await startMicrosoft();
  dataDir = mkdtempSync(join(tmpdir(), 'strategy-door-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = liveConfig(dataDir, { LOG_LEVEL: 'debug' });
  const edges = { now: () => new Date(), log: (line: string) => void log.push(line) };
  product = await compose({ config, origin: address, tokenKeys: microsoft.address, ...edges });
  server.on('request', product.app);
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await product.stop();
  await microsoft.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Somebody presses a button of a discussion that does not exist: the answer comes at once, and goes nowhere else. */
const pressed = (over: object = {}) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  id: 'f:1',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:priya', aadObjectId: '9d2f6a10-1c4b-4e8a-8f37-5b6c7d8e9f01', name: 'Priya' },
  recipient: { id: `28:${appId}`, name: 'Strategy bot' },
  conversation: { id: '19:channel@thread.tacv2;messageid=1', conversationType: 'channel', tenantId },
  channelData: { tenant: { id: tenantId } },
  value: {
    action: { type: 'Action.Execute', verb: 'agenda.show', data: { reference: 'SD-AAAAAA' } },
    trigger: 'manual',
  },
  ...over,
});

interface Answered {
  readonly status: number;
  readonly text: string;
}
let callers = 0;
/** Each call is another caller's, so that none is refused for those before it. */
const ask = async (token: string | null, activity: unknown = pressed(), from = ''): Promise<Answered> => {
  callers += 1;
  const caller = from === '' ? `10.${callers >> 16}.${(callers >> 8) & 255}.${callers & 255}` : from;
  const response = await fetch(`${address}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': caller,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  });
  return { status: response.status, text: await response.text() };
};
const turnedAway = { status: 401, text: '{"error":"Not accepted."}' };
const genuine = (over: JWTPayload = {}) => tokenFrom(microsoft.channel, claims, over);

it('what Teams sends for this bot is answered', async () => {
  const { status, text } = await ask(await genuine());
  expect(status).toBe(200);
  expect(text).toContain('You are not in the directory of Exampleshire County Council yet');
});

const seconds = (from: number): number => Math.floor(Date.now() / 1_000) + from;

describe('any other token has one and the same answer', () => {
  it.each<[string, () => Promise<string | null> | string | null]>([
    ['none', () => null],
    ['no token at all', () => 'x'],
    ['expired', () => genuine({ exp: seconds(-400) })],
    ['not yet valid', () => genuine({ nbf: seconds(400) })],
    ['without an end', () => tokenFrom(microsoft.channel, claims, {}, ['exp'])],
    ['for another app', () => genuine({ aud: '00000000-0000-4000-8000-000000000000' })],
    ['for this app and another', () => genuine({ aud: [appId, 'another'] })],
    ['for this app alone, as a list', () => genuine({ aud: [appId] })],
    ['of another issuer', () => genuine({ iss: 'https://sts.windows.net/7a1e5c0d-2b64-4e3f-9d18-0c5a6b7e8f90/' })],
    [
      'of the directory service, for the bot itself',
      () => genuine({ iss: `https://login.microsoftonline.com/${tenantId}/v2.0` }),
    ],
    [
      'of the emulator',
      () => genuine({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', tid: tenantId }),
    ],
    ['for another address to answer', () => genuine({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
    ['for no address', () => tokenFrom(microsoft.channel, claims, {}, ['serviceurl'])],
    ['with a key nobody listed', () => tokenFrom(microsoft.stranger, claims)],
    ['with a listed name and another key', () => tokenFrom({ ...microsoft.stranger, kid: 'teams' }, claims)],
    ['with a key that may not speak for Teams', () => tokenFrom(microsoft.otherChannel, claims)],
    ['unsigned', () => new UnsecuredJWT({ ...claims, exp: seconds(60), nbf: seconds(-60) }).encode()],
    [
      'signed with the public key as a password',
      async () =>
        new SignJWT({ ...claims, exp: seconds(60), nbf: seconds(-60) })
          .setProtectedHeader({ alg: 'HS256', kid: 'teams' })
          .sign(new TextEncoder().encode(await exportSPKI(microsoft.channel.publicKey))),
    ],
  ])('%s', async (_name, token) => {
    expect(await ask(await token())).toEqual(turnedAway);
  });

  it('and a stranger’s body is not even read', async () => {
    expect(await ask(null, '{')).toEqual(turnedAway);
  });
});

describe('with a good token', () => {
  it.each<[string, object]>([
    ['another channel', { channelId: 'webchat' }],
    ['the emulator', { channelId: 'emulator' }],
  ])('%s is not Teams', async (_name, over) => {
    expect(await ask(await genuine(), pressed(over))).toEqual(turnedAway);
  });

  it.each([
    'https://smba.trafficmanager.net:8443/uk/',
    'https://somebody:secret@smba.trafficmanager.net/uk/',
    'http://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net.example/uk/',
    'not an address',
  ])('nothing is answered at %s', async (elsewhere) => {
    const token = await genuine({ serviceurl: elsewhere });
    expect(await ask(token, pressed({ serviceUrl: elsewhere }))).toEqual(turnedAway);
  });

  it.each<[string, object]>([
    ['without a sender', { from: undefined }],
    ['without a recipient', { recipient: undefined }],
    ['without a conversation', { conversation: undefined }],
    ['with a conversation that is none', { conversation: {} }],
    ['of no kind', { type: undefined }],
  ])('an activity %s is nothing Teams sends', async (_name, over) => {
    expect((await ask(await genuine(), pressed(over))).status).toBe(400);
  });

  it.each([
    ['a sender of another tenant', '00000000-0000-4000-8000-000000000000', tenantId],
    ['a place of another tenant', tenantId, '00000000-0000-4000-8000-000000000000'],
  ])('%s is nobody here, and no less politely', async (_name, senders, places) => {
    const conversation = { ...pressed().conversation, tenantId: places };
    const { status, text } = await ask(
      await genuine(),
      pressed({ conversation, channelData: { tenant: { id: senders } } }),
    );
    expect(status).toBe(200);
    expect(text).not.toContain('You are not in the directory of Exampleshire County Council yet');
  });
});

it('one address that is refused again and again is not looked at any more; others are', async () => {
  const statuses = new Set<number>();
  for (let i = 0; i < 620; i += 1) statuses.add((await ask(null, '{}', '192.0.2.7')).status);
  expect([...statuses]).toEqual([401, 429]);
  expect((await ask(await genuine(), pressed(), '192.0.2.8')).status).toBe(200);
});

it('one person who presses without end is stopped, and nobody else', async () => {
  const token = await genuine();
  const statuses = new Set<number>();
  const tireless = pressed({ from: { id: '29:tireless', aadObjectId: '9d2f6a10-1c4b-4e8a-8f37-5b6c7d8e9f02' } });
  for (let i = 0; i < 250; i += 1) statuses.add((await ask(token, tireless)).status);
  expect([...statuses]).toEqual([200, 429]);
  expect((await ask(token)).status).toBe(200);
});

const collect = (): number => {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
};

it('20,000 unsigned requests leave nothing behind: no memory, no question to Microsoft, a line of log each', async () => {
  const forged = (i: number) =>
    new UnsecuredJWT({ ...claims, tid: `tenant-${i}`, iss: `https://sts.windows.net/tenant-${i}/` }).encode();
  const send = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, j) => ask(forged(i + j))));
    }
  };
  await send(1_000);
  log.length = 0;
  const asked = microsoft.asked();
  const before = collect();
  await send(20_000);
  const lines = log.length;
  expect(lines).toBe(20_000);
  expect(log.every((line) => /"why":"badToken"/.test(line) && line.length < 200)).toBe(true);
  log.length = 0;
  expect(collect() - before).toBeLessThan(16 * 1024 * 1024);
  expect(microsoft.asked()).toBe(asked);
}, 120_000);

it('of everything that was turned away nothing is kept', () => {
  const database = new DatabaseSync(join(dataDir, 'strategy.sqlite'), { readOnly: true });
  const rows = (table: string) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'];
  expect(['commits', 'notices', 'summaries', 'reads', 'drafts'].map(rows)).toEqual([0, 0, 0, 0, 0]);
  const kept = database.prepare('SELECT reference FROM conversations').all();
  expect(JSON.stringify(kept)).not.toMatch(/tenant-|emulator|webchat|:8443|somebody:/);
  database.close();
});
