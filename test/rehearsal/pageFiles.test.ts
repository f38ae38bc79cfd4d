/** The page’s files reach a browser small, and once. */
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silent, startToyTenant } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';

const renderer = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'));

let tenant: ToyTenant;
let version: string;
beforeAll(async () => {
  tenant = await startToyTenant(silent);
  const page = (await ask('')).body.toString();
  version = /"([^"]+)\/vendor\/adaptivecards\.js"/.exec(page)?.[1] ?? '';
});
afterAll(() => tenant.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** `fetch` would ask for compression, and undo it, by itself. */
const ask = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(`${tenant.origin}/rehearsal/${path}`, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) });
      });
    }).on('error', reject);
  });

it.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('a large script is sent as %s to whoever takes that, and is the same', async (encoding, undo) => {
  const { headers, body } = await ask(`${version}/vendor/adaptivecards.js`, { 'accept-encoding': encoding });
  expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
  expect(headers['content-type']).toContain('text/javascript');
  expect(body.length).toBeLessThan(renderer.length / 3);
  expect(undo(body).equals(renderer)).toBe(true);
});

it('whoever takes nothing compressed has it as it is', async () => {
  const { headers, body } = await ask(`${version}/vendor/adaptivecards.js`, { 'accept-encoding': 'identity' });
  expect(headers['content-encoding']).toBeUndefined();
  expect(body.equals(renderer)).toBe(true);
});

it('under its version a file is kept by the browser, which need not ask again', async () => {
  const { headers } = await ask(`${version}/app.js`);
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

it('the page itself is asked for each time, and sent only when it is another', async () => {
  const { headers } = await ask('');
  expect(headers['cache-control']).toBe('no-cache');
  expect((await ask('', { 'if-none-match': String(headers.etag) })).status).toBe(304);
});

it.each([
  ['under its own name', 'app.js', 200],
  ['under another version', '0123456789abcdef/app.js', 404],
  ['that is not there', 'nothing.js', 404],
  ['outside the page', '..%2Frehearsal.ts', 404],
])('a file %s', async (_which, path, status) => {
  const answer = await ask(path);
  expect(answer.status).toBe(status);
  expect(answer.headers['cache-control']).toBe('no-cache');
});
