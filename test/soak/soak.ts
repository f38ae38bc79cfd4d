/** The soak: people work, things fail, one instance is restarted, a council is upgraded; and what is left at the end. */
import { instant } from '../../src/practice/time/instant.ts';
import { openCosmos } from '../../src/store/cosmos/cosmos.ts';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import type { Acknowledged } from './acknowledged.ts';
import { startDatabase } from './database.ts';
import type { Turn } from './front.ts';
import { judge, type Verdict } from './judge.ts';
import { memoryReport } from './memory.ts';
import { startPair, type Pair } from './pair.ts';
import { quiet } from './quiet.ts';
import { connectorLine, isWhole, loadLine, longestMs, slowKinds, turnLines, verdictLines } from './talk.ts';
import type { TurnKind } from './turnKind.ts';
import { beginUpgrade } from './upgrade.ts';
import { connectorEvery, mailFaultEveryMs } from './weather.ts';
import { work, type Pace, type Stories } from './working.ts';

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

export interface Soaked {
  readonly verdict: Verdict;
  readonly upgraded: Verdict;
  readonly stories: Stories;
  /** Kinds of turn that took longer than anybody waits. */
  readonly slow: readonly TurnKind[];
}

export const soak = async (options: SoakOptions): Promise<Soaked> => {
  const database = await startDatabase();
  const { place } = database;
  let began = performance.now();
  const now = (): Date => new Date(startsAt.getTime() + performance.now() - began);
  const turns: Turn[] = [];
  const acknowledged: Acknowledged[] = [];
  const pair = await startPair(place, now, (turn) => turns.push(turn));
  const upgrading = await beginUpgrade();
  announce(options);
  const stories = await work({ ...options, database, pair, upgrading, turns, acknowledged });
  await pair.calm();
  const stores = await openCosmos(place);
  began -= overLeaseMs;
  await pair.moveOn(overLeaseMs);
  await quiet(stores.store, now);
  const judgeAgain = () => judge(stores, acknowledged, pair.files(), instant(now()));
  const verdict = await judgeAgain();
  const upgraded = await upgrading.judged();
  const soaked: Soaked = { verdict, upgraded, stories, slow: slowKinds(turns) };
  report(soaked, { turns, pair }, options);
  await options.afterwards?.({ place, acknowledged, judgeAgain });
  await upgrading.stop();
  await pair.stop();
  await stores.close();
  await database.stop();
  return soaked;
};

const announce = ({ seconds, beginEveryMs, restartEveryMs, say }: SoakOptions): void => {
  say(`${seconds} s; a discussion is begun every ${beginEveryMs / 1_000} s and told to its decision`);
  say(
    `faults: one in ${connectorEvery} requests to the connector (429, 500, 502, 503, resets, before and after delivery); one e-mail every ${mailFaultEveryMs / 1_000} s at each instance (450, 451, resets, before and after delivery)`,
  );
  say(`instance two is ended every ${restartEveryMs / 1_000} s, with SIGKILL and SIGTERM in turn`);
};

const report = (
  soaked: Soaked,
  { turns, pair }: { readonly turns: readonly Turn[]; readonly pair: Pair },
  { seconds, say }: SoakOptions,
): void => {
  const { stories, verdict, upgraded, slow } = soaked;
  say(`the whole ${seconds} s: ${connectorLine(pair)}`);
  turnLines(turns).forEach(say);
  memoryReport(pair.lives).forEach(say);
  say(`discussions told to their decision ${stories.told}, broken off ${stories.brokenOff.length}`);
  stories.brokenOff.slice(0, 5).forEach((why) => say(`    ${why}`));
  verdictLines('two instances on Cosmos DB', verdict).forEach(say);
  verdictLines('the council that was upgraded, on SQLite', upgraded).forEach(say);
  if (slow.length > 0) say(`p99 over ${longestMs} ms: ${slow.join(', ')}; ${loadLine()}`);
  say(hasHeld(soaked) ? 'All of it held.' : 'IT DID NOT HOLD.');
};

/** Where nothing was told to its end, nothing was shown. */
export const hasHeld = ({ verdict, upgraded, slow, stories }: Soaked): boolean =>
  isWhole(verdict) && isWhole(upgraded) && slow.length === 0 && stories.told > 0;
