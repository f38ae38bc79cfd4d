import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TrackedNotice } from '../../src/discussion/state/notice.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { openCosmos } from '../../src/store/cosmos/cosmos.ts';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import type { Stores } from '../../src/store/store.ts';
import { startCosmosServer, type CosmosServer } from '../store/cosmos/server.ts';
import { until } from '../journey/council.ts';
import { startBalanced, type Balanced } from './balancer.ts';
import { announce, convene, decide, fillDecision, recordDecision, recordHere, recordLeft } from './story.ts';

const at = new Date('2026-09-15T10:00:00+01:00');
const stories = 6;
const attending = ['ellie-vaughan', 'grace-mensah', 'priya-shah', 'sam-whitlock'];
const overLeaseMs = 61_000;
const fiveMinutes = 5 * 60_000;

let server: CosmosServer;
let place: CosmosPlace;
let balanced: Balanced;
let stores: Stores;

beforeAll(async () => {
  server = await startCosmosServer();
  place = await server.newPlace();
  balanced = await startBalanced(place, at);
  stores = await openCosmos(place);
});
afterAll(async () => {
  await balanced.stop();
  await stores.close();
  await server.removePlace(place);
  await server.close();
});

afterEach(() => balanced.sendTo(null));

/** Owed by the end of the story's day, and not settled one way or another. */
const isLeft = ({ delivery }: TrackedNotice): boolean => {
  const due =
    'nextAttemptAt' in delivery ? delivery.nextAttemptAt : delivery.status === 'sending' ? delivery.leaseUntil : null;
  return due !== null && due < instant('2026-09-15T09:30:00.000Z');
};

describe('two instances that have read the same discussion', () => {
  it('neither decides by what it has kept: one hears that the police left, the other refuses', async () => {
    const { origin } = balanced;
    const [announced] = await announce(origin, 1);
    if (announced === undefined) throw new Error('nothing was announced');
    balanced.sendTo(0);
    const reference = await convene(origin, announced);
    const form = await fillDecision(origin, reference);
    expect(form.text).not.toContain('Missing');
    balanced.moveClocks(fiveMinutes);
    balanced.sendTo(1);
    await recordLeft(origin, reference, 'sam-whitlock');
    balanced.moveClocks(fiveMinutes);
    balanced.sendTo(0);
    const ended = { endedDate: '2026-09-15', endedTime: '10:08' };
    const refused = await recordDecision(origin, form, ended);
    expect(refused.text).toContain('Missing: Police');
    const decisions = async (): Promise<number> => {
      const commits = await stores.store.load(reference);
      return commits.flatMap(({ events }) => events).filter(({ type }) => type === 'decisionRecorded').length;
    };
    expect(await decisions()).toBe(0);
    // Back on the telephone, which the other one hears: then the first decides, and the other does not decide again.
    balanced.sendTo(1);
    await recordHere(origin, reference, 'sam-whitlock');
    balanced.sendTo(0);
    expect((await recordDecision(origin, refused, { ...ended, endedTime: '10:10' })).text).toContain(
      'The decision is recorded',
    );
    balanced.sendTo(1);
    await recordDecision(origin, form, ended);
    expect(await decisions()).toBe(1);
  }, 120_000);
});

describe('three instances on one Cosmos DB, and one killed while people work', () => {
  it('nothing is lost and nothing is decided twice', { timeout: 240_000 }, async () => {
    const announced = await announce(balanced.origin, stories);
    expect(announced).toHaveLength(stories);
    const told = announced.map(async (message) => {
      const reference = await convene(balanced.origin, message);
      await decide(balanced.origin, reference);
      return reference;
    });
    // Mid-way: each is convened somewhere, and none of them has come to its end.
    await until(
      'the work to be under way',
      async () => ((await stores.store.listOpen(100)).length >= 2 ? true : undefined),
      60_000,
    );
    await balanced.kill(2);
    const killedAfter = balanced.answered()[2];
    const references = await Promise.all(told);

    // Every instance had its share, and the one that was killed has answered nothing since.
    expect(Math.min(...balanced.answered())).toBeGreaterThan(0);
    expect(balanced.answered()[2]).toBe(killedAfter);

    for (const reference of references) {
      const commits = await stores.store.load(reference);
      const events = commits.flatMap((commit) => commit.events.map((event) => event.type));
      expect(events.filter((type) => type === 'discussionConvened')).toHaveLength(1);
      expect(events.filter((type) => type === 'decisionRecorded')).toHaveLength(1);
      // Whoever was told that it is recorded that they are here finds it in the record, once each.
      const here = commits.flatMap(({ events: all }) => all.filter((event) => event.type === 'attendanceRecorded'));
      expect(here.map(({ participant }) => participant.personId).toSorted()).toEqual(attending);
      expect(new Set(commits.map((commit) => commit.commandKey)).size).toBe(commits.length);
    }
    expect(new Set(references).size).toBe(stories);
    expect(await stores.store.listOpen(100)).toEqual([]);

    // What the killed one had in hand comes back when its lease has run out.
    await wait(1_000);
    balanced.moveClocks(overLeaseMs);
    const tracked = await until(
      'every notice to be settled',
      async () => {
        const all = (await Promise.all(references.map((reference) => stores.store.notices(reference)))).flat();
        return all.some(isLeft) ? undefined : all;
      },
      90_000,
    );
    expect(tracked.filter((n) => n.delivery.status === 'telephone')).toEqual([]);
    const sent = tracked.filter((n) => n.delivery.status === 'sent' && n.notice.recipient.to !== 'place');
    expect(sent.length).toBeGreaterThanOrEqual(stories * 5);
    // Each was taken by its channel once, as far as anybody who is still there knows.
    const twice = sent.filter((n) => n.delivery.attempts.filter((attempt) => attempt.result === 'sent').length !== 1);
    expect(twice).toEqual([]);
    // A lease that ran out because its process was killed, or the machine is busy, is no fault: nothing went out twice.
    expect(balanced.complaints.filter((line) => line.includes('"fault"') && !line.includes('"fault":null'))).toEqual(
      [],
    );
  });
});
