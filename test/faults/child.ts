/** One sending process: works until nothing is due, or kills itself without warning at the step it was told. */
import { setTimeout as wait } from 'node:timers/promises';
import { sendEverything } from './drain.ts';
import type { Orders } from './process.ts';
import { createSender } from './sender.ts';

const { place, dieAt } = JSON.parse(process.argv[2] ?? '') as Orders;
/** A step that does not come that often: die all the same, so that later processes have something left to die over. */
const mostClaims = 5;
const steps = new Map<string, number>();

const touch = (step: string): void => {
  const time = (steps.get(step) ?? 0) + 1;
  steps.set(step, time);
  if (dieAt === null) return;
  const never = step === 'before claim' && time > mostClaims;
  if ((dieAt.step === step && dieAt.time === time) || never) process.kill(process.pid, 'SIGKILL');
};

const sender = createSender(place, touch);
if (place.realTime) {
  sender.dispatcher.start();
  while ((await sender.stores.store.counts(sender.clock())).owed > 0) await wait(50);
  await sender.dispatcher.stop();
} else {
  await sendEverything(sender, place.until);
}
await sender.stores.close();
process.stdout.write([...steps.keys()].map((step) => `${step}\n`).join(''));
