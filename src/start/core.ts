/** What everything else is wired to: the stores, the directory, the write path, and what the mode brings. */
import { randomBytes } from 'node:crypto';
import { createConduct, type Conduct } from '../conduct/conduct.ts';
import { sleep as realSleep, type Sleep } from '../channels/sleep.ts';
import { isWatched } from '../messages/catalogue.ts';
import { createLog, type Log } from './log.ts';
import { watchedConduct } from './watched.ts';
import { createDirectory, type Directory } from '../directory/directory.ts';
import { botFrameworkMetadata } from '../door/signingKeys.ts';
import { faultOf } from '../outbox/log.ts';
import type { StandardKey } from '../practice/language/vocabulary.ts';
import type { Library } from '../practice/library.ts';
import type { Practice } from '../practice/practice.ts';
import { instant, type Instant } from '../practice/time/instant.ts';
import { isLoopbackUrl } from '../store/loopback.ts';
import { sealerWith } from '../store/seal.ts';
import type { Stores } from '../store/store.ts';
import { createRoster, type Roster } from '../teams/roster.ts';
import { handlerOf } from '../teams/verbs.ts';
import { openTelemetry } from '../telemetry/openTelemetry.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Config } from './config.ts';
import { linkSecretOf } from './linkSecret.ts';
import type { Meetings } from './meetingEvents.ts';
import { signingKeyOf } from './signingKey.ts';
import { withLooks } from './looks.ts';
import { withMarks } from './marks.ts';
import { openMode } from './mode.ts';
import type { Mode } from './modeShape.ts';
import { moveOn, openRehearsalClock } from './rehearsalClock.ts';
import { chosenStandard, loadStandards } from './standards.ts';
import { refuseUnknownVersions } from './versions.ts';
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
  /** Where the keys of tokens are published, where that is not Microsoft: on this machine only. */
  readonly tokenKeys?: string;
  /** Where meetings are made, where that is not for the configuration to say. */
  readonly meetings?: Meetings;
}

export interface Core {
  readonly config: Config;
  readonly clock: () => Instant;
  readonly sleep: Sleep;
  readonly log: Log;
  readonly telemetry: Telemetry;
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
  readonly outbox: { wake: () => void; catchUp: () => Promise<void> };
}

/** Opens the stores and the mode. Rejects with `StoreUnavailable` where the data cannot be used. */
export const openCore = async ({ config, origin, sleep = realSleep, ...edges }: ProductEdges): Promise<Core> => {
  const rehearsal = config.mode === 'live' ? null : openRehearsalClock(config.dataDir, edges.now);
  const now = rehearsal?.now ?? edges.now;
  const clock = (): Instant => instant(now());
  const telemetry = await openTelemetry(config.telemetry, {
    verbOf: (sent) => handlerOf(sent)?.verb ?? null,
    notExported: (signal) => log({ what: 'notExported', signal }),
  });
  const opened = telemetry.stores(await openStores(config.store, config.dataDir), clock);
  const log: Log = telemetry.log(createLog(config.logLevel, clock, telemetry.lines(edges.log)));
  const fault = faultLog(log);
  const stores = withMarks(withLooks(opened, log, fault), fault);
  const roster = createRoster(stores.conversations, fault);
  const directory = createDirectory(stores.directory);
  const linkSecret = linkSecretOf(config);
  const library = loadStandards(config.standardFiles, config);
  await refuseUnknownVersions(stores.store, library);
  let key = chosenStandard(library, config.standard);
  const standard = { known: library.current, current: () => key, choose: (chosen: StandardKey) => void (key = chosen) };
  const outbox: Core['outbox'] = { wake: () => undefined, catchUp: () => Promise.resolve() };
  const movable =
    rehearsal === null
      ? null
      : {
          now,
          moveTo: (to: Date) =>
            moveOn(rehearsal, { nextDue: () => stores.store.nextDue(), catchUp: () => outbox.catchUp() }, to),
        };
  const tokenKeys = edges.tokenKeys ?? botFrameworkMetadata;
  if (edges.tokenKeys !== undefined && !isLoopbackUrl(tokenKeys)) throw new Error('tokens are Microsoft’s to sign');
  const mode = await openMode({ config, origin, now, clock, movable, directory, tokenKeys, standard });
  const conduct = watchedConduct(
    createConduct({
      store: stores.store,
      directory,
      clock,
      standard: standard.current,
      practiceFor: practicesOf(library),
      watch: isWatched,
      sealWith: sealerWith(signingKeyOf(config)),
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
    telemetry,
    fault,
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

/** Under which a discussion goes on: its own version with its own readings, or, for a new one, today's. */
const practicesOf =
  ({ practice }: Library): Parameters<typeof createConduct>[0]['practiceFor'] =>
  ({ key, version, readings }) => {
    const found: Practice | null = practice(key, version, readings);
    if (found === null) throw new Error(`there is no standard ${key} ${version ?? ''}`);
    return found;
  };

/** People are shown a reference; the operator finds the fault under it. Frames only: a message may quote case data. */
const faultLog =
  (log: Log) =>
  (error: unknown): string => {
    const reference = randomBytes(4).toString('hex');
    log({ what: 'fault', reference, ...faultOf(error) });
    return reference;
  };
