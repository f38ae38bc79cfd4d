import { millis, type Instant } from '../practice/time/instant.ts';

/** Whether one more request under this key may be answered now. */
export type Allow = (key: string) => boolean;

/** How many keys are remembered; beyond it the oldest are forgotten, so that nobody can fill the memory. */
const mostKeys = 10_000;

/** So many requests a key in each window of time. In memory: what it protects is this process. */
export const createLimiter = (options: {
  readonly most: number;
  readonly windowMs: number;
  readonly clock: () => Instant;
}): Allow => {
  const seen = new Map<string, { readonly since: number; readonly count: number }>();
  return (key) => {
    const now = millis(options.clock());
    const before = seen.get(key);
    const fresh = before === undefined || now - before.since >= options.windowMs || now < before.since;
    const { since, count } = fresh ? { since: now, count: 1 } : { since: before.since, count: before.count + 1 };
    seen.delete(key);
    seen.set(key, { since, count });
    const [oldest] = seen.keys();
    if (seen.size > mostKeys && oldest !== undefined) seen.delete(oldest);
    return count <= options.most;
  };
};
