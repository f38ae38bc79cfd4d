/**
 * The composition root: configuration, clock and ids in, everything wired out. Tests call it with other edges. Nothing
 * else sees every part.
 */
import { randomBytes } from 'node:crypto';
import type { Express, Request, Response } from 'express';
import { createLimits } from '../channels/limits.ts';
import type { SendTeams } from '../channels/send.ts';
import { createDeliver } from '../outbox/deliver.ts';
import { createDispatcher, type Dispatcher } from '../outbox/dispatcher.ts';
import { leafletFaults } from '../documents/leaflet/texts.ts';
import { recordToken } from '../messages/recordLinks.ts';
import { leafletToken } from '../messages/leafletLinks.ts';
import { letterFaults } from '../messages/letterFaults.ts';
import { isSecureAddress } from '../directory/secureDomains.ts';
import { second } from '../practice/time/instant.ts';
import { readerPage } from '../pages/readerPage.ts';
import { tellingOfStandstill } from './standstill.ts';
import { recordPage } from '../pages/recordPage.ts';
import { leafletPage } from '../pages/leafletPage.ts';
import { replyPages } from '../pages/replyPages.ts';
import { createDoor, type TurnedAway } from '../door/door.ts';
import { createAdapter, isFromTeams } from '../teams/adapter.ts';
import { createSayLine } from '../teams/sayLine.ts';
import { createBot } from '../teams/bot.ts';
import { createAudience } from '../teams/audience.ts';
import { createReadiness, type FileState } from './readiness.ts';
import { createMembers, type TeamsIdOf } from '../teams/members.ts';
import { createPost } from '../teams/post.ts';
import { answersFirst, type AnswersFirst } from './answersFirst.ts';
import { CannotStart } from './cannotStart.ts';
import { openCore, type Core, type ProductEdges } from './core.ts';
import { logActivity, watchedOutbox } from './watched.ts';
import { deliverEdges, reporting } from './deliveries.ts';
import { refuseMissingPackages } from './installed.ts';
import { replaceLeavers } from './leavers.ts';
import { createRounds } from './rounds.ts';
import { createSweep } from './sweep.ts';
import { createServer } from './server.ts';

export interface Product {
  readonly app: Express;
  /** Where a person starts, or null where there is no page. */
  readonly home: string | null;
  /** Starts delivering notices, and looking after what nobody asks for. */
  start(): void;
  /** Finishes what is under way and closes the store. */
  stop(): Promise<void>;
}

/** Wires everything. Rejects with `StoreUnavailable` where the data cannot be used, before anything is changed. */
export const compose = async (edges: ProductEdges): Promise<Product> => {
  refuseMissingPackages();
  const slips = [...letterFaults(), ...leafletFaults()];
  if (slips.length > 0) throw new CannotStart(slips.join('\n'));
  const core = await openCore(edges);
  const adapter = adapterOf(core, edges.tokenKeys);
  const sendTeams = sendTeamsOf(core, adapter);
  const teamsIdOf = createMembers({ adapter, appId: appIdOf(core), roster: core.roster, clock: core.clock });
  const dispatcher = dispatcherOf(core, sendTeams, teamsIdOf);
  const { answering, owed } = answersFirst(() => dispatcher.nudge());
  core.outbox.wake = owed;
  core.outbox.catchUp = async () => {
    await dispatcher.drainOnce();
    await dispatcher.settled();
  };
  const file: { state: FileState } = { state: 'beingLookedAt' };
  const { stores, sleep, fault, log } = core;
  const sweep = createSweep(stores.archive, (reference) => log({ what: 'recordAltered', reference }));
  const round = async (): Promise<void> => {
    await Promise.all([replaceLeavers({ ...core, store: stores.store }), sweep()]);
  };
  const rounds = createRounds({ round, sleep, fault });
  return {
    app: appOf({ core, adapter, sendTeams, file, answering }),
    home: core.mode.home,
    start: () => {
      dispatcher.start();
      void lookAtFile(core, file);
      rounds.start();
    },
    stop: async () => {
      await rounds.stop();
      await dispatcher.stop();
      await core.telemetry.stop();
      await core.mode.close();
      await core.stores.close();
    },
  };
};

/** People are answered meanwhile; whoever watches over the process hears of it when it is known. */
const lookAtFile = async ({ stores, log, fault }: Core, file: { state: FileState }): Promise<void> => {
  const from = performance.now();
  try {
    file.state = await stores.lookAtAll();
    const seconds = Math.round((performance.now() - from) / second);
    if (file.state === 'whole') log({ what: 'fileWhole', seconds });
    if (file.state === 'damaged') log({ what: 'fileDamaged', seconds });
  } catch (error) {
    file.state = null;
    fault(error);
  }
};

type Adapter = ReturnType<typeof createAdapter>;

const adapterOf = ({ config, fault }: Core, tokenKeys: string | undefined): Adapter =>
  createAdapter(
    config.mode === 'live' ? config.registration : null,
    async (context, error) => {
      await context.sendActivity(`Something went wrong. Quote ${fault(error)} to your administrator.`);
    },
    tokenKeys,
  );

const appIdOf = ({ config }: Core): string => (config.mode === 'live' ? config.registration.appId : '');

const sendTeamsOf = (core: Core, adapter: Adapter): SendTeams => {
  const { clock, sleep, roster, telemetry } = core;
  const limits = telemetry.limits(createLimits({ clock, sleep }));
  return createPost({ adapter, appId: appIdOf(core), roster, limits });
};

const dispatcherOf = (core: Core, sendTeams: SendTeams, teamsIdOf: TeamsIdOf): Dispatcher => {
  const { config, mode, stores, directory, clock, sleep, conduct, log, fault } = core;
  const { sendEmail, from, publicUrl } = mode;
  const { secureDomains, authority, telephone } = config;
  const council = { authority, telephone };
  return createDispatcher({
    store: tellingOfStandstill(watchedOutbox(reporting(stores.store, clock, conduct), log), {
      ...{ directory, sendEmail, clock, fault },
    }),
    deliver: createDeliver(
      deliverEdges({ ...core, sendTeams, sendEmail, from, publicUrl, secureDomains, council, teamsIdOf }),
    ),
    clock,
    holder: randomBytes(8).toString('hex'),
    random: Math.random,
    sleep,
    log,
  });
};

const newId = (): string => randomBytes(12).toString('base64url');

interface AppEdges {
  readonly core: Core;
  readonly adapter: Adapter;
  readonly sendTeams: SendTeams;
  readonly file: { readonly state: FileState };
  readonly answering: AnswersFirst['answering'];
}

const appOf = ({ core, adapter, sendTeams, file, answering }: AppEdges): Express => {
  const { config, mode, stores, clock, log, fault, telemetry } = core;
  const bot = botOf(core, adapter, sendTeams);
  const { mayAnswer, proof, proxies, operatorToken } = mode;
  const turnedAway = (why: TurnedAway): void => log({ what: 'turnedAway', why });
  const isAdmitted = (context: Parameters<typeof isFromTeams>[0]): boolean =>
    config.mode !== 'live' || isFromTeams(context, adapter, config.registration.appId);
  return createServer({
    onActivity: (request: Request, response: Response) =>
      answering(() =>
        telemetry.turn(request.body, async () => {
          logActivity(request.body, log);
          await adapter.process(request, response, async (context) => {
            if (isAdmitted(context)) await bot.run(context);
            else turnedAway('notTheChannel');
          });
        }),
      ),
    door: createDoor({ proof, mayAnswer, turnedAway, fault }),
    proxies,
    operatorToken,
    ready: createReadiness({
      counts: () => stores.store.counts(clock()),
      write: () => stores.conversations.remember('readyz', clock()),
      file: () => file.state,
      elapsed: () => performance.now(),
    }),
    pages: [
      { path: '/reply', router: repliesOf(core) },
      { path: '/leaflet', router: leafletsOf(core) },
      { path: '/record/read', router: readersOf(core) },
      { path: '/record', router: recordsOf(core) },
      ...mode.pages,
    ],
    home: mode.home,
    fault,
  });
};

const botOf = (core: Core, adapter: Adapter, sendTeams: SendTeams) => {
  const { config, conduct, stores, directory, clock, roster, mode, meetings, linkSecret, fault } = core;
  const { store, drafts } = stores;
  const { authority } = config;
  return createBot({
    conduct,
    store,
    drafts,
    directory,
    clock,
    newId,
    authority,
    makesMeetings: meetings !== null,
    leafletLink: (asked) => new URL(`/leaflet/${leafletToken(asked, clock(), linkSecret)}`, mode.publicUrl).href,
    recordLink: (asked) => new URL(`/record/${recordToken(asked, clock(), linkSecret)}`, mode.publicUrl).href,
    isSecureAddress: (email) => isSecureAddress(email, config.secureDomains),
    roster,
    sendTeams,
    audienceOf: createAudience({ adapter, appId: appIdOf(core), roster }),
    tenants: mode.allowedTenants.map((id) => id.toLowerCase()),
    sayLine: createSayLine({ adapter, appId: appIdOf(core) }),
    allowedTenants: mode.allowedTenants,
    fault,
  });
};

const leafletsOf = ({ config, conduct, clock, linkSecret }: Core) => {
  const { authority, telephone } = config;
  return leafletPage({ conduct, clock, secret: linkSecret, authority, telephone });
};

const recordsOf = (core: Core) => recordPage(behindLinks(core));

const readersOf = (core: Core) => readerPage(behindLinks(core));

const repliesOf = (core: Core) => replyPages(behindLinks(core));

const behindLinks = ({ config: { authority }, conduct, stores: { store }, directory, clock, linkSecret }: Core) => ({
  ...{ conduct, store, directory, clock, secret: linkSecret, authority, newId },
});
