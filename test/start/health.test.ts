import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createServer } from '../../src/start/server.ts';
import type { NoticeCounts } from '../../src/store/store.ts';
import { start } from '../store/contract/commits.ts';

let close: () => void = () => undefined;
afterEach(() => close());

const token = 'a-token-of-the-operator-of-some-length';
const elsewhere = { 'x-forwarded-for': '203.0.113.9' };

const ask = async (
  path: string,
  notices: () => Promise<NoticeCounts>,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: unknown }> => {
  const app = createServer({
    onActivity: () => Promise.resolve(),
    door: [],
    proxies: 1,
    operatorToken: token,
    ready: async () => ({ notices: await notices(), file: 'whole' }),
    pages: [],
    home: null,
    fault: () => 'reference-1',
  });
  const server = createHttpServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => void server.close();
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });
  return { status: response.status, body: await response.json() };
};

const counts: NoticeCounts = { owed: 3, overdue: 1, oldestOwedAt: start };
const broken = (): Promise<NoticeCounts> => Promise.reject(new Error('disk I/O error in SD-1'));

describe('what an alert can watch', () => {
  it('while the data can be read: how many notices are owed, how many are overdue, and since when', async () => {
    expect(await ask('/readyz', () => Promise.resolve(counts))).toEqual({
      status: 200,
      body: { status: 'ready', notices: { owed: 3, overdue: 1, oldestOwedAt: start }, file: 'whole' },
    });
  });

  it('while it cannot: a reference to the fault, and nothing of it', async () => {
    expect(await ask('/readyz', broken)).toEqual({ status: 503, body: { status: 'not ready', fault: 'reference-1' } });
  });

  it('from elsewhere, only that it can be read or cannot, but for whoever shows the operator’s token', async () => {
    const ready = { status: 200, body: { status: 'ready' } };
    expect(await ask('/readyz', () => Promise.resolve(counts), elsewhere)).toEqual(ready);
    const guess = { ...elsewhere, authorization: 'Bearer a-guess' };
    expect(await ask('/readyz', () => Promise.resolve(counts), guess)).toEqual(ready);
    expect(await ask('/readyz', broken, elsewhere)).toEqual({ status: 503, body: { status: 'not ready' } });
    const shown = { ...elsewhere, authorization: `Bearer ${token}` };
    expect(await ask('/readyz', () => Promise.resolve(counts), shown)).toMatchObject({ body: { notices: counts } });
  });

  it('the process itself is alive either way', async () => {
    expect(await ask('/healthz', broken)).toEqual({ status: 200, body: { status: 'ok' } });
  });
});
