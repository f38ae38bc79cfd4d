/** What happens when a message is settled, and what a process that ends half-way leaves for the next. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { reporting } from '../../src/start/deliveries.ts';
import { plusMillis } from '../../src/practice/time/instant.ts';
import type { ClaimedNotice, Settlement, Store } from '../../src/store/store.ts';
import { convene, tuesday } from '../builders/convene.ts';
import { manager } from '../builders/people.ts';
import { openOffice, reference, type Office } from '../conduct/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.act(manager, convene());
});
afterEach(() => office.close());

const clock = () => tuesday;
const unreachable: Settlement = { status: 'telephone', since: tuesday, attempts: [] };

const invitation = async (from: Store, after = 0): Promise<ClaimedNotice> => {
  const now = plusMillis(tuesday, after);
  const claimed = await from.claim({ now, leaseUntil: plusMillis(now, 60_000), holder: `at ${after}`, limit: 50 });
  const found = claimed.find(({ notice }) => notice.kind === 'invitation');
  if (found === undefined) throw new Error('no invitation was claimed');
  return found;
};

/** The same store, but the process ends at one of its calls. */
const endingAt = (call: 'settle' | 'showAgain'): Store => ({
  ...office.stores.store,
  [call]: () => Promise.reject(new Error('the process ended')),
});

const asked = async (): Promise<readonly string[]> =>
  (await office.stores.store.load(reference)).flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'telephoneNeeded' ? [event.noticeId] : [])),
  );
const tasks = async (): Promise<number> =>
  (await office.stores.store.notices(reference)).filter(({ notice }) => notice.kind === 'telephoneTask').length;

it.each(['settle', 'showAgain'] as const)('it ends at %s: the chair is asked to telephone, and once', async (call) => {
  const first = await invitation(office.stores.store);
  await expect(reporting(endingAt(call), clock, office.conduct).settle(first, unreachable)).rejects.toThrow('ended');
  expect(await asked()).toEqual([first.notice.id]);
  if (call === 'settle') {
    const again = await invitation(office.stores.store, 61_000);
    await reporting(office.stores.store, clock, office.conduct).settle(again, unreachable);
  }
  expect(await asked()).toEqual([first.notice.id]);
  expect(await tasks()).toBe(1);
  const status = async () =>
    (await office.stores.store.notices(reference)).find(({ notice }) => notice.id === first.notice.id)?.delivery.status;
  // Asked for beside what failed.
  await expect.poll(status).toBe('telephone');
});
