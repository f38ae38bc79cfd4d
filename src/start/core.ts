/** What everything else is wired to: the stores, the directory, the write path, and what the mode brings. */
import { randomBytes } from 'node:crypto';
import { createConduct, type Conduct } from '../conduct/conduct.ts';
import { sleep as realSleep, type Sleep } from '../channels/sleep.ts';
import { isWatched } from '../messages/catalogue.ts';
import { createLog, type Log } from './log.ts';
import { watchedConduct } from './watched.ts';
import { createDirectory, type Directory } from '../directory/directory.ts';
import { faultOf } from '../outbox/log.ts';
import type { StandardKey } from '../practice/language/vocabulary.ts';
import { practiceFor, type Practice } from '../practice/practice.ts';
import { instant, type Instant } from '../practice/time/instant.ts';
import type { Stores } from '../store/store.ts';
import { createRoster, type Roster } from '../teams/roster.ts';
import type { Config } from './config.ts';
import { linkSecretOf } from './linkSecret.ts';
import type { Meetings } from './meetingEvents.ts';
import { openMode } from './mode.ts';
import type { Mode } from './modeShape.ts';
import { openStores } from './openStores.ts';

export interface ProductEdges {
  readonly config: Config;
  /** Where this process listens, such as http://127.0.0.1:3978. */
  readonly origin: string;
  readonly now: () => Date;
  /** How waiting is done, where the clock is moved: it must end when `now` has passed it. */
  readonly sleep?: Sleep;
  /** Where the log is written, a line at a time. */
  readonly log: (line: string) => void;
  /** Where meetings are made, where that is not for the configuration to say. */
  readonly meetings?: Meetings;
}

export interface Core {
  readonly config: Config;
  readonly clock: () => Instant;
  readonly sleep: Sleep;
  readonly log: Log;
  /** Writes the fault down, and answers the reference under which an operator finds it. */
  readonly fault: (error: unknown) => string;
  readonly stores: Stores;
  readonly directory: Directory;
  readonly roster: Roster;
  readonly conduct: Conduct;
  readonly linkSecret: string;
  readonly mode: Mode;
  readonly meetings: Meetings | null;
  /** Whoever delivers notices is woken through this after each append; nobody is until they say how. */
  readonly outbox: { wake: () => void };
}

/** Opens the stores and the mode. Rejects with `StoreUnavailable` where the data cannot be used. */
export const openCore = async ({ config, origin, now, sleep = realSleep, ...edges }: ProductEdges): Promise<Core> => {
  const stores = await openStores(config.store, config.dataDir);
  const clock = (): Instant => instant(now());
  const log = createLog(config.logLevel, clock, edges.log);
  const directory = createDirectory(stores.directory);
  const linkSecret = linkSecretOf(config);
  const roster = createRoster(stores.conversations);
  let key = config.standard;
  const standard = { current: () => key, choose: (chosen: StandardKey) => void (key = chosen) };
  const mode = await openMode({ config, origin, now, clock, directory, standard });
  const outbox = { wake: (): void => undefined };
  const conduct = watchedConduct(
    createConduct({
      store: stores.store,
      clock,
      standard: standard.current,
      practiceFor: practicesOf(config),
      watch: isWatched,
      appended: () => outbox.wake(),
    }),
    log,
  );
  const meetings = edges.meetings ?? mode.meetings;
  return {
    config,
    clock,
    sleep,
    log,
    fault: faultLog(log),
    stores,
    directory,
    roster,
    conduct,
    linkSecret,
    mode,
    meetings,
    outbox,
  };
};

/** Each standard as it is in force here, made once. */
const practicesOf = ({ extraNonWorkingDays }: Config): ((key: StandardKey) => Practice) => {
  const made = new Map<StandardKey, Practice>();
  return (key) => {
    const practice = made.get(key) ?? practiceFor(key, { extraNonWorkingDays });
    made.set(key, practice);
    return practice;
  };
};

/** People are shown a reference; the operator finds the fault under it. Frames only: a message may quote case data. */
const faultLog =
  (log: Log) =>
  (error: unknown): string => {
    const reference = randomBytes(4).toString('hex');
    log({ what: 'fault', reference, ...faultOf(error) });
    return reference;
  };
