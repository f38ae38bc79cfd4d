/**
 * The composition root: configuration, clock and ids in, everything wired out. Tests call it with other edges. Nothing
 * else sees every part.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Express, Request, Response } from 'express';
import { createConduct, type Conduct } from './conduct/conduct.ts';
import type { Config } from './config.ts';
import { createDirectory, type Directory } from './directory/directory.ts';
import type { Discussion } from './discussion/discussion.ts';
import { participants } from './discussion/discussion.ts';
import { personMessage, placeCard } from './notices/content.ts';
import { createDeliver, type PersonRecipient } from './notices/deliver.ts';
import { createDispatcher } from './notices/dispatcher.ts';
import { faultOf } from './notices/log.ts';
import type { Reach } from './notices/routes.ts';
import type { SendEmail, SendTeams } from './notices/send.ts';
import { sleep } from './notices/sleep.ts';
import { instant, plusMillis, type Instant } from './practice/instant.ts';
import { practiceFor, type Practice } from './practice/practice.ts';
import type { StandardKey } from './practice/vocabulary.ts';
import { createServer } from './server.ts';
import { surroundingsOf } from './surroundings.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store, Stores } from './store/store.ts';
import { createAdapter } from './teams/adapter.ts';
import { createBot } from './teams/bot.ts';
import { createPost } from './teams/post.ts';
import { createRoster, type Roster } from './teams/roster.ts';

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
  readonly log: (line: string) => void;
}

/** Wires everything. Rejects with `StoreUnavailable` where the data cannot be used, before anything is changed. */
export const compose = async (outside: Outside): Promise<Product> => {
  const { config, now } = outside;
  const stores = openSqlite(join(config.dataDir, 'strategy.sqlite'));
  const clock = (): Instant => instant(now());
  const fault = faultLog(outside.log);
  const directory = createDirectory(stores.directory);
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

  const practiceOf = cached((key: StandardKey) =>
    practiceFor(key, { extraNonWorkingDays: config.extraNonWorkingDays }),
  );
  let nudge = (): void => undefined;
  const conduct = createConduct({
    store: stores.store,
    clock,
    standard: () => standard,
    practiceFor: practiceOf,
    appended: () => nudge(),
  });

  const adapter = createAdapter(config.mode === 'live' ? config.registration : null, async (context, error) => {
    await context.sendActivity(`Something went wrong. Quote ${fault(error)} to your administrator.`);
  });
  const sendTeams = createPost({ adapter, appId: config.mode === 'live' ? config.registration.appId : '', roster });
  const dispatcher = createDispatcher({
    store: reporting(stores.store, clock),
    deliver: createDeliver(deliverParts({ stores, conduct, directory, roster, clock, sendTeams, sendEmail: surroundings.sendEmail, log: outside.log })),
    clock,
    holder: randomBytes(8).toString('hex'),
    random: Math.random,
    sleep,
    log: (entry) => outside.log(JSON.stringify({ at: clock(), ...entry })),
  });
  nudge = dispatcher.nudge;

  const bot = createBot({
    edges: {
      conduct,
      store: stores.store,
      drafts: stores.drafts,
      directory,
      clock,
      newId: () => randomBytes(12).toString('base64url'),
      authority: config.authority,
    },
    adapter,
    roster,
    sendTeams,
    allowedTenants: surroundings.allowedTenants,
    fault,
  });
  const app = createServer({
    onActivity: async (request: Request, response: Response) => {
      await adapter.process(request, response, (context) => bot.run(context));
    },
    mayAnswer: surroundings.mayAnswer,
    notReady: async () => {
      await stores.store.counts(clock());
      return null;
    },
    pages: surroundings.pages,
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

/** How long the delivery card waits, so that a dozen notices sent at once change it once. Milliseconds. */
const gatherMs = 1_500;

/** Each message settled shows on the delivery card in the thread. */
const reporting = (store: Store, clock: () => Instant): Pick<Store, 'claim' | 'settle' | 'nextDue'> => ({
  claim: (claim) => store.claim(claim),
  nextDue: () => store.nextDue(),
  settle: async (claimed, delivery) => {
    const settled = await store.settle(claimed, delivery);
    const isNews = settled === 'settled' && claimed.notice.recipient.to !== 'place';
    if (isNews) await store.showAgain(claimed.discussionId, 'deliveryCard', plusMillis(clock(), gatherMs));
    return settled;
  },
});

type DeliverEdges = Parameters<typeof createDeliver<Discussion>>[0];

/** How notices see the rest: the discussion as it stands, how people are reached, what each message says. */
const deliverParts = (edges: {
  readonly stores: Stores;
  readonly conduct: Conduct;
  readonly directory: Directory;
  readonly roster: Roster;
  readonly clock: () => Instant;
  readonly sendTeams: SendTeams;
  readonly sendEmail: SendEmail;
  readonly log: (line: string) => void;
}): DeliverEdges => {
  const { stores, conduct, directory, roster, clock, sendEmail } = edges;
  return {
    load: async (id) => {
      const discussion = await conduct.current(id);
      if (discussion === null) throw new Error(`notices are owed for ${id}, which does not exist`);
      return discussion;
    },
    store: stores.store,
    placeOf: (d) => d.place.conversation,
    reachOf: (recipient, d) => reachOf(recipient, d, directory),
    cardFor: async (notice, d) =>
      placeCard(notice, d, {
        practice: conduct.practiceOf(d),
        now: clock(),
        notices: notice.kind === 'deliveryCard' ? await stores.store.notices(d.reference) : [],
        chairTeamsId: await chairTeamsId(d, directory, roster),
      }),
    messageFor: (notice, d, reach) =>
      Promise.resolve(personMessage(notice, d, { practice: conduct.practiceOf(d), now: clock(), email: reach.email })),
    sendEmail,
    // The agenda card takes the place of the message that announced the form, when it is in the same conversation.
    sendTeams: async (message) => {
      const announced = message.replaces === null && message.id.includes('/agendaCard/') ? await roster.announcement(message.id.split('/')[0] ?? '') : null;
      return edges.sendTeams(announced === null ? message : { ...message, replaces: announced });
    },
    clock,
    random: Math.random,
    log: (entry) => edges.log(JSON.stringify({ at: clock(), ...entry })),
  };
};

/** A directory person is reached as the directory says today; others by the address they were invited or named with. */
const reachOf = async (recipient: PersonRecipient, d: Discussion, directory: Directory): Promise<Reach> => {
  const named = recipient.to === 'referrer' ? d.referral.referrer : participants(d).find((p) => p.personId === recipient.personId);
  const person = await directory.byId(recipient.to === 'referrer' ? d.referral.referrer.personId : recipient.personId);
  return person === null ? { teams: null, email: named?.email ?? null } : { teams: person.teams, email: person.email };
};

const chairTeamsId = async (d: Discussion, directory: Directory, roster: Roster): Promise<string | null> => {
  const chair = await directory.byId(d.chair.personId);
  if (chair?.teams == null) return null;
  return (await roster.reachable(chair.teams.tenantId, chair.teams.userId))?.teamsId ?? null;
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
  (log: Outside['log']) =>
  (error: unknown): string => {
    const reference = randomBytes(4).toString('hex');
    log(JSON.stringify({ what: 'fault', reference, ...faultOf(error) }));
    return reference;
  };
