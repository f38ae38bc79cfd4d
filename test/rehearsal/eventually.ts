import { expect } from 'vitest';

/** What a browser shows takes a moment, and longer on a busy machine: looks again for up to ten seconds. */
export const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 10_000, interval: 50 });
