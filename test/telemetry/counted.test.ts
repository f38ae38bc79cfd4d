/** The parts of the product as telemetry sees them, each by itself, with a collector that takes everything. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLimits } from '../../src/channels/limits.ts';
import { sleep } from '../../src/channels/sleep.ts';
import { faultOf } from '../../src/outbox/log.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { createLog, type Log } from '../../src/start/log.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { openTelemetry } from '../../src/telemetry/openTelemetry.ts';
import type { Telemetry } from '../../src/telemetry/telemetry.ts';
import { start } from '../store/contract/commits.ts';
import { startCollector, type Collector, type Point } from './collector.ts';

let collector: Collector;
let telemetry: Telemetry;
let log: Log;
beforeEach(async () => {
  collector = await startCollector();
  telemetry = await openTelemetry(
    { endpoint: collector.endpoint, headers: {} },
    { verbOf: (sent) => sent, notExported: () => undefined },
  );
  // Nothing is written below an error: what is counted does not depend on it.
  const quiet = createLog(
    'error',
    () => start,
    telemetry.lines(() => undefined),
  );
  log = telemetry.log(quiet);
});
afterEach(() => collector.stop());

const pointsOf = async (name: string): Promise<readonly Point[]> => {
  await telemetry.stop();
  return collector.metrics()[name]?.points ?? [];
};

const press = { type: 'invoke', value: { action: { verb: 'sign.send' } } };
const refusal = {
  what: 'refusal',
  reference: 'SD-ABC234',
  command: 'signRecord',
  by: 'priya',
  code: 'notYet',
} as const;
const broken = new TypeError('Jo Sample is not a function');

it('faults are counted by their name, those of the outbox among them', async () => {
  log({ what: 'fault', reference: 'a1b2c3d4', ...faultOf(broken) });
  log({ what: 'deliverFailed', noticeId: null, fault: faultOf(broken) });
  log({ what: 'leaseLost', noticeId: null, fault: null });
  log({ what: 'activity', activity: null, type: 'invoke', name: 'adaptiveCard/action', verb: null });
  expect(await pointsOf('strategy.faults')).toMatchObject([{ attributes: { 'fault.name': 'TypeError' }, asDouble: 2 }]);
  expect(collector.bytes()).not.toContain('Jo Sample');
});

it.each<[string, () => void, number]>([
  ['answered', () => undefined, 0],
  ['refused', () => log(refusal), 0],
  ['turnedAway', () => log({ what: 'turnedAway', why: 'notTheChannel' }), 0],
  [
    'fault',
    () => {
      log({ what: 'fault', reference: 'a1b2c3d4', ...faultOf(broken) });
      log(refusal);
    },
    2,
  ],
])('a turn is %s by what is logged in it', async (outcome, happening, code) => {
  await telemetry.turn(press, async () => {
    await Promise.resolve();
    happening();
  });
  const attributes = { 'activity.kind': 'invoke', 'activity.verb': 'sign.send', outcome };
  expect(await pointsOf('strategy.turn.duration')).toMatchObject([{ attributes, count: 1 }]);
  expect(collector.spans()).toMatchObject([{ name: 'turn', attributes, status: { code } }]);
});

it('a turn that fails is a fault, and fails as it would have', async () => {
  await expect(telemetry.turn(press, () => Promise.reject(broken))).rejects.toBe(broken);
  expect(await pointsOf('strategy.turn.duration')).toMatchObject([{ attributes: { outcome: 'fault' } }]);
  expect(collector.bytes()).not.toContain('Jo Sample');
});

it('what a turn began and did not wait for is counted, and in no trace', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'strategy-'));
  const stores = telemetry.stores(openSqlite(join(dataDir, 'strategy.sqlite')), () => start);
  const answered = Promise.withResolvers<undefined>();
  const began: Promise<unknown>[] = [];
  await telemetry.turn(press, async () => {
    began.push(answered.promise.then(() => stores.store.load('SD-ABC234')));
    await stores.store.nextDue();
  });
  answered.resolve(undefined);
  await Promise.all(began);
  const operations = (await pointsOf('strategy.store.duration')).map((point) => point.attributes['store.operation']);
  expect(operations).toEqual(['store.nextDue', 'store.load']);
  expect(collector.spans().map(({ name }) => name)).toEqual(['store.nextDue', 'turn']);
  await stores.close();
  rmSync(dataDir, { recursive: true });
});

it('what the store refuses is refused as it would have been, without a word of it in the trace', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'strategy-'));
  const stores = telemetry.stores(openSqlite(join(dataDir, 'strategy.sqlite')), () => start);
  const draft = { id: 'Jo Sample', revision: 1, owner: null, body: '{}', savedAt: start };
  await telemetry.turn(press, async () => {
    await expect(stores.drafts.put(draft as never)).rejects.toThrow();
  });
  await telemetry.stop();
  expect(collector.spans().find(({ name }) => name === 'drafts.put')?.status.code).toBe(2);
  expect(collector.bytes()).not.toContain('Jo Sample');
  await stores.close();
  rmSync(dataDir, { recursive: true });
});

it('waiting for the limits of Teams is counted, by who said so', async () => {
  const limits = telemetry.limits(createLimits({ clock: () => instant(performance.now()), sleep }));
  const scope = { conversation: 'channel', discussion: 'SD-ABC234' };
  for (let i = 0; i < 7; i += 1) expect(await limits.enter(scope)).toBeNull();
  expect(await limits.enter(scope)).not.toBeNull();
  limits.throttled(scope, null);
  expect(await pointsOf('strategy.limit.waits')).toMatchObject([
    { attributes: { 'limit.of': 'ours' }, asDouble: 1 },
    { attributes: { 'limit.of': 'teams' }, asDouble: 1 },
  ]);
});
