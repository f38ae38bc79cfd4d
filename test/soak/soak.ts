/** The soak: people work, things fail, an instance is restarted, both are upgraded; and what is left at the end. */
import { instant } from '../../src/practice/time/instant.ts';
import { openCosmos } from '../../src/store/cosmos/cosmos.ts';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import type { Acknowledged } from './acknowledged.ts';
import { machineCpu, ownCpu } from './cpu.ts';
import { startDatabase, type Database } from './database.ts';
import { findingLines, findingsOf, type Soaked } from './findings.ts';
import type { Turn } from './front.ts';
import { startFrontApart, type FrontApart } from './frontApart.ts';
import { judge, type Verdict } from './judge.ts';
import { growthOf, judgedLife, lifeLines } from './memory.ts';
import { startPair, type Pair } from './pair.ts';
import { quiet } from './quiet.ts';
import { lastRelease, today } from './release.ts';
import { cpuLines, turnLines, verdictLines, type Share } from './talk.ts';
import { upgradeOnOneMachine } from './upgrade.ts';
import { using } from './using.ts';
import { connectorEvery, mailFaultEveryMs } from './weather.ts';
import { lookAroundEveryMs, work, type Pace } from './working.ts';

export interface SoakOptions extends Pace {
  readonly say: (line: string) => void;
  /** With what is left, once it has been judged: a test does harm to it and has it judged again. */
  readonly afterwards?: (left: Left) => Promise<void>;
}

interface Left {
  readonly place: CosmosPlace;
  readonly acknowledged: readonly Acknowledged[];
  readonly judgeAgain: () => Promise<Verdict>;
}

const startsAt = new Date('2026-09-15T10:00:00+01:00');
/** Longer than a lease: what a killed instance held is free again. */
const overLeaseMs = 61_000;

export const soak = async (options: SoakOptions): Promise<Soaked> => {
  const { seconds, say } = options;
  const [database, front] = [await startDatabase(), await startFrontApart()];
  const { place } = database;
  let began = performance.now();
  const now = (): Date => new Date(startsAt.getTime() + performance.now() - began);
  const earlier = lastRelease();
  const pair = await startPair({ place, front, now, earlier: earlier ?? today });
  const turns: Turn[] = [];
  const acknowledged: Acknowledged[] = [];
  announce(options, earlier?.name ?? today.name);
  const before = { machine: machineCpu(), own: ownCpu(), at: performance.now() };
  const worked = await work({ ...options, database, front, pair, turns, acknowledged });
  const shares = sharesOf(pair, database, front, ownCpu() - before.own);
  cpuLines(shares, (performance.now() - before.at) / 1_000, machineCpu() - before.machine).forEach(say);

  await pair.calm();
  began -= overLeaseMs;
  await pair.moveOn(overLeaseMs);
  const record = { open: () => openCosmos(place) };
  await using(record, ({ store }) => quiet(store, now));
  const judgeAgain = () => using(record, (stores) => judge(stores, acknowledged, pair.files(), instant(now())));
  const verdict = await judgeAgain();
  const upgraded = await upgradeOnOneMachine(say);
  const [upgradeBegan, upgradeOver] = worked.upgrade;
  const soaked: Soaked = {
    ...worked,
    seconds,
    restartEveryMs: options.restartEveryMs,
    verdict,
    upgraded,
    growth: growthOf(judgedLife(pair.lives(), today.name)?.held ?? []),
    turns: turns.slice(upgradeBegan),
    turnsDuringUpgrade: upgradeOver - upgradeBegan,
    earlier: earlier?.name ?? null,
  };
  await sayFigures(soaked, turns.slice(0, upgradeBegan), pair, front, say);
  findingLines(findingsOf(soaked)).forEach(say);
  await options.afterwards?.({ place, acknowledged, judgeAgain });
  await pair.stop();
  await front.stop();
  await database.stop();
  earlier?.remove();
  return soaked;
};

const announce = ({ seconds, beginEveryMs, restartEveryMs, say }: SoakOptions, release: string): void => {
  say(
    `${seconds} s; a discussion is begun every ${beginEveryMs / 1_000} s and told to its decision, and every ${lookAroundEveryMs / 1_000} s somebody looks at one and somebody at the list`,
  );
  say(
    `faults: one in ${connectorEvery} requests to the connector (429, 500, 502, 503, resets, before and after delivery); one e-mail every ${mailFaultEveryMs / 1_000} s at each instance (450, 451, resets, before and after delivery)`,
  );
  say(`instance two is ended every ${restartEveryMs / 1_000} s, with SIGKILL and SIGTERM in turn`);
  say(
    'what is kept in memory of discussions is a tenth of what it is in service, so that it is full soon and whatever else grows is seen',
  );
  say(`both begin as release ${release}, the last before what is stored changed: nothing has been released yet`);
};

const sharesOf = (pair: Pair, database: Database, front: FrontApart, own: number): readonly Share[] => {
  const of = (name: string): number => pair.lives().reduce((sum, life) => sum + (life.name === name ? life.cpu : 0), 0);
  return [
    { process: 'product: instance one, all its lives', cpu: of('one') },
    { process: 'product: instance two, all its lives', cpu: of('two') },
    { process: 'harness: the pretend tenant', cpu: pair.tenantCpu() },
    { process: 'harness: the server that stands for Cosmos DB', cpu: database.cpu() },
    { process: 'harness: the front, which times turns', cpu: front.cpu() },
    { process: 'harness: the people', cpu: own },
  ];
};

const sayFigures = async (
  { verdict, upgraded, brokenOff, turns }: Soaked,
  turnsBefore: readonly Turn[],
  pair: Pair,
  front: FrontApart,
  say: (line: string) => void,
): Promise<void> => {
  const { requests, faults } = await front.cameBy();
  say(`${requests} requests to the connector, ${faults} of them made to fail`);
  say('turns before the upgrade');
  turnLines(turnsBefore).forEach(say);
  say('turns since the upgrade began');
  turnLines(turns).forEach(say);
  say('memory of each life of an instance');
  lifeLines(pair.lives()).forEach(say);
  verdictLines('two instances on Cosmos DB', verdict).forEach(say);
  verdictLines('the council on one machine', upgraded).forEach(say);
  brokenOff.slice(0, 5).forEach((why) => say(`    broken off: ${why}`));
};

export const hasHeld = (soaked: Soaked): boolean => findingsOf(soaked).every(({ holds }) => holds);
