/**
 * The product's whole sending side as compose.ts wires it: real adapter, real mailer, real database file. Only what is
 * said is made up: each message says the id of its notice.
 */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Activity } from 'botbuilder';
import { createDeliver } from '../../src/outbox/deliver.ts';
import { createDispatcher, type Dispatcher } from '../../src/outbox/dispatcher.ts';
import { createMailer } from '../../src/channels/email.ts';
import { mailPage } from '../../src/documents/mailPage.ts';
import { createLimits } from '../../src/channels/limits.ts';
import { sleep } from '../../src/channels/sleep.ts';
import { escalationFor } from '../../src/messages/watchdog.ts';
import { millis, plusMillis, type Instant } from '../../src/practice/time/instant.ts';
import { councilTenantId } from '../../src/rehearsal/fictionalPerson.ts';
import { people } from '../../src/rehearsal/people.ts';
import { personalChats } from '../../src/rehearsal/places.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Stores } from '../../src/store/store.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { createPost } from '../../src/teams/post.ts';
import { createRoster } from '../../src/teams/roster.ts';
import type { Place } from './process.ts';
import { noCalendar } from '../outbox/noCalendar.ts';
import { type MessageContent } from '../../src/messages/message.ts';
import type { Reach } from '../../src/directory/reach.ts';
import { rethrown } from '../builders/rethrown.ts';

export type Routes = 'teams' | 'email' | 'both';

/** The people of the rehearsal the bot can write to, in Teams and by e-mail. */
export const colleagues = people.filter((person) => person.teams?.tenantId === councilTenantId);

export interface Sender {
  readonly stores: Stores;
  readonly dispatcher: Dispatcher;
  /** Moves the sender's clock on, instead of waiting. */
  skipTo(at: Instant): void;
  clock(): Instant;
}

/** How long channels are waited for here; the real limits are longer, and their order is the same. */
const patience = { request: 1_000, smtp: { connect: 1_000, silence: 1_000, whole: 3_000 } };

/** `touch` is called before and after each step outside: what a process can be killed at. */
export const createSender = (place: Place, touch: (step: string) => void = () => undefined): Sender => {
  const stores = watched(openSqlite(join(place.folder, 'strategy.sqlite')), touch);
  const origin = performance.now();
  let ahead = place.ahead;
  const clock = (): Instant => plusMillis(place.start, Math.round(performance.now() - origin + ahead));
  const roster = createRoster(stores.conversations, rethrown);
  const skipTo = (at: Instant): void => {
    ahead += Math.max(0, millis(at) - millis(clock()));
  };
  const skip = async (ms: number): Promise<void> => {
    const until = plusMillis(clock(), ms);
    await setImmediate();
    skipTo(until);
  };
  const sendTeams = createPost({
    adapter: createAdapter(null, (_context, error) => Promise.reject(error instanceof Error ? error : new Error())),
    appId: '',
    roster,
    limits: createLimits({ clock, sleep: place.realTime ? sleep : skip }),
    timeoutMs: patience.request,
  });
  const sendEmail = createMailer({
    host: '127.0.0.1',
    port: place.smtpPort,
    secure: false,
    from: 'strategy@exampleshire.gov.uk',
    auth: null,
    clock,
    limits: patience.smtp,
  });
  const deliver = createDeliver<string>({
    load: (id) => (id === place.unreadable ? Promise.reject(new Error('an unknown event')) : Promise.resolve(id)),
    store: stores.store,
    placeOf: () => Promise.resolve(null),
    placeGone: () => Promise.resolve(),
    reachOf: (recipient) => Promise.resolve(reachOf(recipient.to === 'person' ? recipient.personId : '', place.routes)),
    cardFor: () => Promise.resolve('superseded'),
    messageFor: ({ id }) => Promise.resolve(saying(id)),
    calendar: noCalendar,
    watcherReach: () => Promise.resolve(reachOf('martin-okafor', 'both')),
    escalationFor: (notice, all) => {
      const content = escalationFor(notice, all, clock(), () => false);
      return typeof content === 'string' ? content : saying(notice.id);
    },
    sendEmail: around(touch, 'e-mail', sendEmail),
    sendTeams: around(touch, 'Teams', sendTeams),
    clock,
    random: Math.random,
    log: () => undefined,
  });
  const dispatcher = createDispatcher({
    store: stores.store,
    deliver,
    clock,
    holder: `process ${process.pid}, ahead ${ahead}`,
    random: Math.random,
    sleep,
    log: () => undefined,
  });
  return {
    stores,
    dispatcher,
    clock,
    skipTo,
  };
};

/** Half of the people have written to the bot; the others' chats have to be opened. */
export const meetPeople = async ({ stores }: Sender, serviceUrl: string): Promise<void> => {
  const roster = createRoster(stores.conversations, rethrown);
  for (const person of colleagues.filter((_, i) => i % 2 === 0)) {
    await roster.meet({
      type: 'message',
      channelId: 'msteams',
      serviceUrl,
      from: { id: person.teams?.mri, aadObjectId: person.teams?.userId },
      recipient: { id: '28:bot', name: 'Strategy bot' },
      conversation: {
        id: personalChats.find((chat) => chat.members.includes(person))?.id,
        conversationType: 'personal',
      },
      channelData: { tenant: { id: councilTenantId } },
    } as unknown as Activity);
  }
};

const reachOf = (personId: string, routes: Routes): Reach => {
  const person = people.find((p) => p.id === personId) ?? colleagues[0];
  return {
    teams: routes === 'email' ? null : (person?.teams ?? null),
    email: routes === 'teams' ? null : (person?.email ?? null),
    inbox: null,
  };
};

const saying = (id: string): MessageContent => ({
  inTeams: () => ({
    card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: id }] },
    summary: 'A strategy discussion',
  }),
  byEmail: () => ({ subject: id, ...mailPage({ heading: id, lines: [], link: null }) }),
});

const around =
  <A extends readonly unknown[], R>(touch: (step: string) => void, name: string, call: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    touch(`before ${name}`);
    const result = await call(...args);
    touch(`after ${name}`);
    return result;
  };

/** The store with every call that a delivery makes marked. */
const watched = (stores: Stores, touch: (step: string) => void): Stores => ({
  ...stores,
  store: {
    ...stores.store,
    claim: around(touch, 'claim', (claim) => stores.store.claim(claim)),
    settle: around(touch, 'settle', (claimed, delivery) => stores.store.settle(claimed, delivery)),
  },
  conversations: {
    recall: around(touch, 'looking up a chat', (key) => stores.conversations.recall(key)),
    remember: around(touch, 'noting a chat', (key, reference) => stores.conversations.remember(key, reference)),
  },
});
