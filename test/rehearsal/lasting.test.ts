import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personalChats } from '../../src/rehearsal/places.ts';
import { asPerson } from './asPerson.ts';
import { adaptiveCard, answerInvoke, cardType, newDataDir, silent, startToyTenant, withCard } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';

describe('after a restart', () => {
  it('every message, personal view and e-mail is found again, and ids go on from the last', async () => {
    const now = () => new Date('2026-11-03T10:00:00Z');
    const first = await startToyTenant(
      async (context) => {
        if (context.activity.type === 'invoke') await answerInvoke(context, cardType, adaptiveCard('For Priya'));
        else await context.sendActivity(withCard(adaptiveCard('For everyone')));
      },
      { now },
    );
    const priya = asPerson(first, 'priya-shah');
    await priya.says('channel', '/strategy', { mention: true });
    const last = (await priya.sees('channel')).at(-1)?.id ?? '';
    await priya.presses(last, { verb: 'arrive' });
    await createTransport({ host: '127.0.0.1', port: first.rehearsal.smtpPort, secure: false }).sendMail({
      from: 'strategy@exampleshire.gov.uk',
      to: 'carol@littleacorns.example',
      text: 'Dear Carol',
    });
    // An installation and the members of each place.
    const places = 2 + personalChats.length;
    await expect.poll(() => first.installations.length, { timeout: 10_000 }).toBe(places * 2);
    await first.close();

    const second = await startToyTenant(silent, { dataDir: first.dataDir, now });
    expect(await asPerson(second, 'priya-shah').reads('channel')).toEqual(['/strategy', 'For Priya']);
    expect(await asPerson(second, 'tom-reyes').reads('channel')).toEqual(['/strategy', 'For everyone']);
    expect(await asPerson(second, 'carol-tench').mail()).toHaveLength(1);
    const said = await asPerson(second, 'priya-shah').says('channel', 'Later');
    expect(Number(said.id)).toBeGreaterThan(Number(last));
    await second.close();
    expect(second.installations).toEqual([]);
  });
});

describe('strangers', () => {
  let tenant: ToyTenant;
  beforeAll(async () => {
    tenant = await startToyTenant(silent);
  });
  afterAll(() => tenant.close());

  /** `fetch` does not let a test choose the Host header. */
  const statusOf = (method: string, path: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request(`${tenant.origin}${path}`, { method, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end();
    });

  it.each([
    ['this machine by number', 'GET', () => ({}), 200],
    ['this machine by name', 'GET', (port: string) => ({ host: `localhost:${port}` }), 200],
    ['a name that merely leads here', 'GET', (port: string) => ({ host: `rebound.example:${port}` }), 403],
    ['a foreign page changing something', 'DELETE', () => ({ origin: 'https://evil.example' }), 403],
    ['another port of this machine changing something', 'DELETE', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['the page itself changing something', 'DELETE', (port: string) => ({ origin: `http://127.0.0.1:${port}` }), 200],
  ])('%s', async (_case, method, headersFor, status) => {
    const port = new URL(tenant.origin).port;
    expect(await statusOf(method, '/rehearsal/api/faults', headersFor(port))).toBe(status);
  });
});

it('says in one sentence that its file cannot be used, and leaves the file as it is', async () => {
  const dataDir = newDataDir();
  const file = join(dataDir, 'rehearsal.sqlite');
  writeFileSync(file, 'This is not a database, whatever its name says.');
  await expect(startToyTenant(silent, { dataDir })).rejects.toThrow(
    /rehearsal\.sqlite cannot be used \(.*\): move it away/,
  );
  expect(readFileSync(file, 'utf8')).toBe('This is not a database, whatever its name says.');
});
