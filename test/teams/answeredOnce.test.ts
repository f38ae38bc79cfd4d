/** Where nothing can be written down, people are answered all the same. */
import { expect, it } from 'vitest';
import { answerOnce } from '../../src/teams/answeredOnce.ts';
import { briefly } from '../../src/store/briefly.ts';
import { instant } from '../../src/practice/time/instant.ts';

const message = { key: 'channel/1', text: '/strategy help', isEdit: false };
const clock = () => instant('2026-09-15T09:00:00Z');

it('an answer goes out though the disk is full, and the fault is noted', async () => {
  const faults: unknown[] = [];
  const full = new Error('database or disk is full');
  const drafts = {
    get: () => Promise.resolve(null),
    put: () => Promise.reject(full),
    remove: () => Promise.reject(full),
  };
  let answered = 0;
  await answerOnce(message, { drafts, clock, fault: (error) => faults.push(error) }, () => {
    answered += 1;
    return Promise.resolve('answered');
  });
  expect(answered).toBe(1);
  expect(faults).toEqual([full, full]);
});

it('what is not written in time is waited for no longer, and its failure is heard of later', async () => {
  const faults: unknown[] = [];
  const never = Promise.withResolvers<undefined>();
  expect(await briefly(never.promise, (error) => faults.push(error), 20)).toBeNull();
  never.reject(new Error('at last'));
  await never.promise.catch(() => undefined);
  expect(faults).toHaveLength(1);
});
