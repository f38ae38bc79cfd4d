import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSigningKeys, KeysUnavailable, type SigningKeys } from '../../src/door/signingKeys.ts';
import { startMicrosoft, type Microsoft } from './tokens.ts';

const minutes = 60_000;
const days = 24 * 60 * minutes;

let microsoft: Microsoft;
let keys: SigningKeys;
let now: number;
beforeEach(async () => {
  microsoft = await startMicrosoft();
  now = Date.UTC(2026, 8, 15, 9);
  keys = createSigningKeys(microsoft.address, () => new Date(now));
});
afterEach(() => microsoft.close());

describe('the keys that Microsoft signs with', () => {
  it('are asked for once, also by many at once, and again the next day', async () => {
    expect(await Promise.all([keys('teams'), keys('teams'), keys('teams')])).not.toContain(null);
    now += days - minutes;
    await keys('teams');
    expect(microsoft.asked()).toBe(1);
    now += 2 * minutes;
    await keys('teams');
    expect(microsoft.asked()).toBe(2);
  });

  it('are none that may not speak for Teams', async () => {
    expect(await keys('webchat')).toBeNull();
  });

  it('are asked for because of an unknown one every five minutes and no more often', async () => {
    for (let i = 0; i < 100; i += 1) {
      expect(await keys(`made-up-${i}`)).toBeNull();
      now += 3_000;
    }
    expect(microsoft.asked()).toBe(1);
    now += minutes;
    await keys('made-up');
    expect(microsoft.asked()).toBe(2);
  });

  it('last while Microsoft does not answer', async () => {
    await keys('teams');
    microsoft.goAway();
    now += 2 * days;
    expect(await keys('teams')).not.toBeNull();
  });

  it('that cannot be had are no keys: nobody is taken for a stranger, or for Teams, and it is tried again soon', async () => {
    microsoft.goAway();
    await expect(keys('teams')).rejects.toThrow(KeysUnavailable);
    microsoft.comeBack();
    await expect(keys('teams')).rejects.toThrow(KeysUnavailable);
    now += 11_000;
    expect(await keys('teams')).not.toBeNull();
  });
});
