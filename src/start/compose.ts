/**
 * The composition root: configuration, clock and ids in, everything wired out. Tests call it with other edges. Nothing
 * else sees every part.
 */
import { randomBytes } from 'node:crypto';
import type { Express, Request, Response } from 'express';
import type { Meetings } from './meetingEvents.ts';
import { CannotStart } from './cannotStart.ts';
import { createConduct } from '../conduct/conduct.ts';
import type { Config } from './config.ts';
import { createDirectory } from '../directory/directory.ts';
import { createDeliver } from '../outbox/deliver.ts';
import { createDispatcher } from '../outbox/dispatcher.ts';
import { linkSecretOf } from './linkSecret.ts';
import { createLog, type Log } from './log.ts';
import { createLimits } from '../channels/limits.ts';
import { openKept } from './storeSettings.ts';
import { faultOf } from '../outbox/log.ts';
import { sleep as realSleep, type Sleep } from '../channels/sleep.ts';
import { instant, type Instant } from '../practice/time/instant.ts';
import { deliverEdges, reporting } from './deliveries.ts';
import { isWatched } from '../messages/catalogue.ts';
import { letterFaults } from '../messages/letterFaults.ts';
import { replyPages } from '../pages/replyPages.ts';
import { practiceFor, type Practice } from '../practice/practice.ts';
import { validateStandards } from '../practice/validateStandards.ts';
import type { StandardKey } from '../practice/language/vocabulary.ts';
import { createServer } from './server.ts';
import { logActivity, watchedConduct, watchedOutbox } from './watched.ts';
import { surroundingsOf } from './mode.ts';
import { createAdapter } from '../teams/adapter.ts';
import { createBot } from '../teams/bot.ts';
import { createPost } from '../teams/post.ts';
import { createRoster } from '../teams/roster.ts';

export interface Product {
  readonly app: Express;
  /** Where a person starts, or null where there is no page. */
  readonly home: string | null;
  /** Starts delivering notices. */
  start(): void;
  /** Finishes what is under way and closes the store. */
  stop(): Promise<void>;
}

export interface Outside {
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

/** Wires everything. Rejects with `StoreUnavailable` where the data cannot be used, before anything is changed. */
export const compose = async (outside: Outside): Promise<Product> => {
  const { config, now, sleep = realSleep } = outside;
  const unsound = validateStandards();
  if (unsound.length > 0) throw new CannotStart(`The practice standards are faulty. ${unsound.join(' ')}`);
  const slips = letterFaults();
  if (slips.length > 0) throw new CannotStart(slips.join('\n'));
  const stores = await openKept(config.keptIn, config.dataDir);
  const clock = (): Instant => instant(now());
  const log = createLog(config.logLevel, clock, outside.log);
  const fault = faultLog(log);
  const directory = createDirectory(stores.directory);
  const linkSecret = linkSecretOf(config);
  const roster = createRoster(stores.conversations);
  let standard = config.standard;
  const surroundings = await surroundingsOf({
    config,
    origin: outside.origin,
    now,
    clock,
    directory,
    standard: { current: () => standard, choose: (key) => void (standard = key) },
  });

  const meetings = outside.meetings ?? surroundings.meetings;
  const practiceOf = cached((key: StandardKey) =>
    practiceFor(key, { extraNonWorkingDays: config.extraNonWorkingDays }),
  );
  let nudge = (): void => undefined;
  const conduct = watchedConduct(
    createConduct({
      store: stores.store,
      clock,
      standard: () => standard,
      practiceFor: practiceOf,
      watch: isWatched,
      appended: () => nudge(),
    }),
    log,
  );

  const adapter = createAdapter(config.mode === 'live' ? config.registration : null, async (context, error) => {
    await context.sendActivity(`Something went wrong. Quote ${fault(error)} to your administrator.`);
  });
  const sendTeams = createPost({
    adapter,
    appId: config.mode === 'live' ? config.registration.appId : '',
    roster,
    limits: createLimits({ clock, sleep }),
  });
  const dispatcher = createDispatcher({
    store: watchedOutbox(reporting(stores.store, clock, conduct), log),
    deliver: createDeliver(
      deliverEdges({
        stores,
        conduct,
        directory,
        roster,
        clock,
        sendTeams,
        sendEmail: surroundings.sendEmail,
        meetings,
        from: surroundings.from,
        publicUrl: surroundings.publicUrl,
        linkSecret,
        secureDomains: config.secureDomains,
        log,
      }),
    ),
    clock,
    holder: randomBytes(8).toString('hex'),
    random: Math.random,
    sleep,
    log,
  });
  nudge = () => dispatcher.nudge();

  const newId = (): string => randomBytes(12).toString('base64url');
  const replies = replyPages({
    conduct,
    store: stores.store,
    clock,
    secret: linkSecret,
    authority: config.authority,
    newId,
  });
  const bot = createBot({
    conduct,
    store: stores.store,
    drafts: stores.drafts,
    directory,
    clock,
    newId,
    authority: config.authority,
    makesMeetings: meetings !== null,
    roster,
    sendTeams,
    allowedTenants: surroundings.allowedTenants,
    fault,
  });
  const app = createServer({
    onActivity: async (request: Request, response: Response) => {
      logActivity(request.body, log);
      await adapter.process(request, response, (context) => bot.run(context));
    },
    mayAnswer: surroundings.mayAnswer,
    notices: () => stores.store.counts(clock()),
    pages: [{ path: '/reply', router: replies }, ...surroundings.pages],
    home: surroundings.home,
    fault,
  });
  return {
    app,
    home: surroundings.home,
    start: () => dispatcher.start(),
    stop: async () => {
      await dispatcher.stop();
      await surroundings.close();
      await stores.close();
    },
  };
};

const cached = (make: (key: StandardKey) => Practice): ((key: StandardKey) => Practice) => {
  const made = new Map<StandardKey, Practice>();
  return (key) => {
    const practice = made.get(key) ?? make(key);
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
