/** Runs one scenario from owing to the last settlement, and says what became of its notices. */
import { setTimeout as wait } from 'node:timers/promises';
import type { TrackedNotice } from '../../src/discussion/state/notice.ts';
import { withEscalations } from '../../src/discussion/debts/escalate.ts';
import { isWatched } from '../../src/messages/catalogue.ts';
import { personId } from '../../src/discussion/state/people.ts';
import { plusMillis } from '../../src/practice/time/instant.ts';
import type { Store } from '../../src/store/store.ts';
import { aNotice, minutes, oweNotices, start } from '../store/contract/commits.ts';
import { sendEverything } from './drain.ts';
import { judge, type Verdict } from './judge.ts';
import { runProcess, type Place } from './process.ts';
import type { Scenario } from './scenarios.ts';
import { colleagues, createSender, meetPeople } from './sender.ts';
import { startWorld, type World } from './world.ts';

export interface Result extends Verdict {
  readonly scenario: Scenario;
  /** Processes killed on the way. */
  readonly kills: number;
  readonly seconds: number;
}

const discussions = Array.from({ length: 20 }, (_, i) => `SD-${i + 1}`);
const deadline = minutes(8 * 60);
/** Longer than a lease: what a killed process held is free again when the next one starts. */
const afterDeathMs = 61_000;
/** A slow server may still be delivering what we gave up: longer than the longest delay of a scenario. */
const stragglersMs = 1_500;

export const runScenario = async (scenario: Scenario, count: number): Promise<Result> => {
  const began = performance.now();
  const world = await startWorld(scenario);
  const place = placeOf(scenario, world);
  const sender = createSender(place);
  await meetPeople(sender, world.serviceUrl);
  await oweAll(sender.stores.store, count);
  const kills = await send[scenario.how](place, count);
  if (scenario.how === 'steadily') await sendEverything(sender, place.until);
  await wait(stragglersMs);
  const verdict = judge(await everyNotice(sender.stores.store), world.copies);
  await sender.stores.close();
  await world.close();
  return { ...verdict, scenario, kills, seconds: Math.round((performance.now() - began) / 100) / 10 };
};

const placeOf = ({ routes, how, unreadable }: Scenario, world: World): Place => ({
  folder: world.folder,
  serviceUrl: world.serviceUrl,
  smtpPort: world.smtpPort,
  routes,
  start,
  until: plusMillis(deadline, 60_000),
  ahead: 0,
  realTime: how === 'two at once',
  unreadable: unreadable === true ? 'SD-1' : null,
});

const oweAll = async (store: Store, count: number): Promise<void> => {
  const each = count / discussions.length;
  for (const reference of discussions) {
    const notices = Array.from({ length: each }, (_, i) =>
      aNotice(`${reference}/1/outcome/${i}`, {
        kind: 'outcome',
        rule: 'N-1',
        deadline,
        recipient: { to: 'person', personId: personId(colleagues[i % colleagues.length]?.id ?? '') },
      }),
    );
    const otherwise = personId('priya-shah');
    const owed = withEscalations(notices, { reference, version: 1, otherwise }, isWatched);
    await oweNotices(store, reference, owed);
  }
};

const everyNotice = async (store: Store): Promise<readonly TrackedNotice[]> =>
  (await Promise.all(discussions.map((reference) => store.notices(reference)))).flat();

type HowToSend = (place: Place, count: number) => Promise<number>;

/** Dies at each step that a first process reports, at its first time and at later ones, and starts again each time. */
const killed: HowToSend = async (place, count) => {
  const steps = await stepsOf(place);
  const times = count >= 1_000 ? [1, 2, 3, 5, 10, 20, 40, 60] : [1];
  let kills = 0;
  let { ahead } = place;
  for (const time of times) {
    for (const step of steps) {
      const { died } = await runProcess({ place: { ...place, ahead }, dieAt: { step, time } });
      if (!died) continue;
      kills += 1;
      ahead += afterDeathMs;
    }
  }
  await runProcess({ place: { ...place, ahead }, dieAt: null });
  return kills;
};

const twoAtOnce: HowToSend = async (place) => {
  await Promise.all([runProcess({ place, dieAt: null }), runProcess({ place, dieAt: null })]);
  return 0;
};

const send: Readonly<Record<Scenario['how'], HowToSend>> = {
  steadily: () => Promise.resolve(0),
  killed,
  'two at once': twoAtOnce,
};

/** Every step a process goes through, as one tells that has a few notices of its own to send. */
const stepsOf = async (place: Place): Promise<readonly string[]> => {
  const world = await startWorld({ faults: [], every: 1 });
  const trial = { ...place, folder: world.folder, serviceUrl: world.serviceUrl, smtpPort: world.smtpPort };
  const sender = createSender(trial);
  await meetPeople(sender, world.serviceUrl);
  await oweAll(sender.stores.store, 2 * discussions.length);
  await sender.stores.close();
  const { steps } = await runProcess({ place: trial, dieAt: null });
  await world.close();
  return steps;
};
