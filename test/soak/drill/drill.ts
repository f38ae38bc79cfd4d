/**
 * A restore drill: a council works, is backed up while it does, works on, loses its data and has it back. Nothing that
 * was acknowledged before the backup began may be missing; what was sent since is owed again, and goes out again.
 */
import { instant } from '../../../src/practice/time/instant.ts';
import type { Acknowledged } from '../acknowledged.ts';
import { startFront } from '../front.ts';
import { judge, type Verdict } from '../judge.ts';
import { quiet } from '../quiet.ts';
import { startProduct, thisCheckout, type Started } from '../started.ts';
import { openTenantFile } from '../tenantFile.ts';
import { using } from '../using.ts';
import { createCouncil } from './council.ts';
import { everyNotice, owedAgain, repeatedMails, sentSince, type OwedAgain } from './sentAgain.ts';
import type { Site } from './site.ts';

export interface DrillOptions {
  readonly site: Site;
  /** The folder of the product. It holds the pretend tenant as well, which stands for others and is not lost. */
  readonly dataDir: string;
  /** How many there are when the backup is taken; at least two. */
  readonly discussions: number;
  readonly say: (line: string) => void;
  /** With what is restored, once it has been judged: a test does harm to it and has it judged again. */
  readonly afterwards?: (left: Left) => Promise<void>;
}

export interface Left {
  readonly site: Site;
  readonly acknowledged: readonly Acknowledged[];
  readonly judgeAgain: () => Promise<Verdict>;
}

export interface Drilled {
  /** Of what was acknowledged before the backup began. */
  readonly verdict: Verdict;
  readonly owed: OwedAgain;
  readonly repeated: ReturnType<typeof repeatedMails>;
}

const startsAt = new Date('2026-09-15T10:00:00+01:00');
/** Longer than a lease, and than the wait before an e-mail is tried again. */
const laterMs = 90_000;

export const drill = async ({ site, dataDir, discussions, say, afterwards }: DrillOptions): Promise<Drilled> => {
  const clock = movable();
  const front = await startFront(0, () => undefined);
  const start = async (): Promise<Started> => {
    const where = { tree: thisCheckout, origin: front.origin, environment: site.environment() };
    const started = await startProduct({ ...where, at: clock.now(), role: 'instance', log: () => undefined });
    front.point({ tenant: started.port, instances: [started.port] });
    return started;
  };
  say(site.how);
  const first = await start();
  const tenant = openTenantFile(dataDir);
  const council = createCouncil(front, tenant);
  await council.convene(discussions - 1);
  await council.add('Before the backup');
  await council.holdMail();
  await council.convene(1);

  const before = council.acknowledged();
  const backup = await seconds(() => Promise.all([site.backup(), council.add('During the backup')]));
  say(`backup, while people worked: ${backup}`);
  const backedUpAt = instant(clock.now());
  await council.letMail();
  clock.moveOn(laterMs);
  await first.moveOn(laterMs);
  await council.add('After the backup');
  await council.convene(1);
  const sent = await using(site, async (stores) => {
    const look = async () => sentSince(await everyNotice(stores), backedUpAt);
    await quiet(stores.store, clock.now, async () => (await look()).length > 0);
    return look();
  });
  const since = council.acknowledged().slice(before.length);
  await first.end('SIGKILL');
  await site.destroy();
  say(`acknowledged before the backup began ${before.length}, since then ${since.length}; then the data was destroyed`);

  say(`restore: ${await seconds(() => site.restore())}`);
  const mails = tenant.mails();
  const owed = await using(site, async (stores) => owedAgain(await everyNotice(stores), sent));
  const begun = performance.now();
  const second = await start();
  const answer = await seconds(() => council.firstAnswer(), begun);
  say(`first answer, from the start of the product: ${answer}`);
  const judged = (acknowledged: readonly Acknowledged[]): Promise<Verdict> =>
    using(site, (stores) => judge(stores, acknowledged, [tenant], instant(clock.now())));
  await using(site, (stores) => quiet(stores.store, clock.now));
  const [verdict, gone] = [await judged(before), await judged(since)];
  const repeated = repeatedMails(owed.inCopy, mails, tenant.mails());
  say(`${verdict.discussions} discussions, ${verdict.commits} commits, chains broken ${verdict.broken.length}`);
  say(`of ${before.length} acknowledged before the backup began, lost ${verdict.lost.length}`);
  say(`of ${since.length} acknowledged since, gone with the data ${gone.lost.length}: what a restore costs`);
  say(
    `notices sent since the backup ${sent.length}; of the ${owed.inCopy.length} whose cause is in it, owed again ${owed.inCopy.length - owed.forgotten.length}`,
  );
  say(`  ${repeated.byMail} of them had gone by e-mail; ${repeated.again} came again, under the same Message-ID`);
  [...verdict.lost, ...verdict.broken, ...owed.forgotten].forEach((what) => say(`    ${what}`));
  const drilled: Drilled = { verdict, owed, repeated };
  say(restoreHolds(drilled) ? 'The restore holds.' : 'THE RESTORE DOES NOT HOLD.');
  await afterwards?.({ site, acknowledged: before, judgeAgain: () => judged(before) });
  await second.end('SIGTERM');
  tenant.close();
  await front.close();
  return drilled;
};

/** Where nothing had to be sent again, nothing was shown. */
export const restoreHolds = ({ verdict, owed, repeated }: Drilled): boolean =>
  [verdict.lost, verdict.twice, verdict.broken, owed.forgotten].flat().length === 0 &&
  repeated.byMail > 0 &&
  repeated.again === repeated.byMail;

const movable = () => {
  let began = performance.now();
  return {
    now: (): Date => new Date(startsAt.getTime() + performance.now() - began),
    moveOn: (ms: number): void => void (began -= ms),
  };
};

const seconds = async (deed: () => Promise<unknown>, from = performance.now()): Promise<string> => {
  await deed();
  return `${((performance.now() - from) / 1_000).toFixed(1)} s`;
};
