/** A collector that is down, slow or refuses costs nobody anything. */
import { afterEach, describe, expect, it } from 'vitest';
import { startCouncil } from '../journey/council.ts';
import { startCollector, type Collector } from './collector.ts';

let collector: Collector | null = null;
afterEach(() => collector?.stop());

/** Two turns, answered, with telemetry sent there; how long it takes to stop then, in milliseconds; and the log. */
const trial = async (endpoint: string): Promise<{ stopping: number; log: string }> => {
  const council = await startCouncil({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } });
  const manager = council.as('priya-shah');
  await manager.say('channel', '/strategy', { mention: true });
  await manager.press(await manager.card('channel', 'New strategy discussion'), 'Open the form');
  const began = performance.now();
  await council.stop();
  return { stopping: performance.now() - began, log: council.faults.join('\n') };
};

describe('a turn is answered and the product stops in time where the collector', () => {
  it('is down', async () => {
    collector = await startCollector();
    const { endpoint } = collector;
    collector.stop();
    const { stopping } = await trial(endpoint);
    expect(stopping).toBeLessThan(5_000);
  });

  it('never answers', async () => {
    collector = await startCollector('slow');
    const { stopping } = await trial(collector.endpoint);
    expect(stopping).toBeLessThan(5_000);
    expect(collector.requests()).not.toEqual([]);
  });

  it('refuses what it is sent, which the log says once for each kind', async () => {
    collector = await startCollector('refuses');
    const { stopping, log } = await trial(collector.endpoint);
    expect(stopping).toBeLessThan(5_000);
    expect(log.match(/"what":"notExported","signal":"metrics"/g)).toHaveLength(1);
    expect(log.match(/"what":"notExported","signal":"traces"/g)).toHaveLength(1);
  });
});
