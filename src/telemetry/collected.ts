/** Telemetry where a collector is configured, and the counters and gauges. Loaded on demand. */
import type { Limits } from '../channels/limits.ts';
import { millis, second, type Instant } from '../practice/time/instant.ts';
import type { Store } from '../store/store.ts';
import { allowedWith, type Allowed } from './attributes.ts';
import { linesWith } from './lines.ts';
import { openProviders, type Providers } from './providers.ts';
import type { Telemetry, TelemetryEdges, TelemetrySettings } from './telemetry.ts';
import { timedStores } from './timedStores.ts';
import { measureWith, noteOutcome, turnWith } from './turns.ts';

export const collected = (settings: TelemetrySettings, { verbOf, notExported }: TelemetryEdges): Telemetry => {
  const providers = openProviders(settings, notExported);
  const { meter } = providers;
  const allowed = allowedWith(verbOf);
  const measure = measureWith(providers, allowed);
  const faults = meter.createCounter('strategy.faults', { unit: '{fault}' });
  return {
    turn: turnWith(providers, allowed),
    stores: (stores, clock) => {
      observeNotices(meter, stores.store, clock);
      return timedStores(stores, measure);
    },
    limits: countedLimits(meter, allowed),
    log: (log) => (entry) => {
      const name = faultNameIn(entry);
      if (name !== null) faults.add(1, allowed({ 'fault.name': name }));
      noteOutcome(entry.what);
      log(entry);
    },
    lines: linesWith(providers, allowed),
    stop: () => providers.stop(),
  };
};

/** Of a fault somebody was shown, and of one in the outbox; other entries have a `name` of another kind. */
const faultNameIn = (entry: { readonly what: string; readonly name?: unknown; readonly fault?: unknown }): unknown => {
  if (entry.what === 'fault') return entry.name;
  const { fault } = entry;
  return typeof fault === 'object' && fault !== null && 'name' in fault ? fault.name : null;
};

/** `ours`: put back to keep below the limits of Teams. `teams`: Teams itself said that it was too much. */
const countedLimits = (meter: Providers['meter'], allowed: Allowed): Telemetry['limits'] => {
  const waits = meter.createCounter('strategy.limit.waits', { unit: '{wait}' });
  const wait = (of: 'ours' | 'teams'): void => waits.add(1, allowed({ 'limit.of': of }));
  return (limits: Limits) => ({
    ...limits,
    enter: async (scope) => {
      const until = await limits.enter(scope);
      if (until !== null) wait('ours');
      return until;
    },
    throttled: (scope, retryAfterMs) => {
      wait('teams');
      limits.throttled(scope, retryAfterMs);
    },
  });
};

/** Asked for once for each time they are sent. While the store cannot be read, nothing is told of them. */
const observeNotices = (meter: Providers['meter'], store: Store, clock: () => Instant): void => {
  const owed = meter.createObservableGauge('notices.owed', { unit: '{notice}' });
  const overdue = meter.createObservableGauge('notices.overdue', { unit: '{notice}' });
  const oldest = meter.createObservableGauge('notices.owed.oldest', { unit: 's' });
  meter.addBatchObservableCallback(
    async (result) => {
      const now = clock();
      const { oldestOwedAt, ...counts } = await store.counts(now);
      result.observe(owed, counts.owed);
      result.observe(overdue, counts.overdue);
      const waited = oldestOwedAt === null ? 0 : millis(now) - millis(oldestOwedAt);
      result.observe(oldest, Math.max(0, waited / second));
    },
    [owed, overdue, oldest],
  );
};
