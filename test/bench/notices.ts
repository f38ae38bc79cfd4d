/**
 * How fast due notices drain into Teams: the real dispatcher, adapter, limits and database file, in real time, against a
 * connector that enforces the documented limits. At least 90% of the permitted rate, and no 429.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mailPage } from '../../src/documents/mailPage.ts';
import { personId } from '../../src/discussion/state/people.ts';
import { createDeliver } from '../../src/outbox/deliver.ts';
import { createDispatcher } from '../../src/outbox/dispatcher.ts';
import { createLimits } from '../../src/channels/limits.ts';
import { sleep } from '../../src/channels/sleep.ts';
import { plusMillis, type Instant } from '../../src/practice/time/instant.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { createPost } from '../../src/teams/post.ts';
import { createRoster } from '../../src/teams/roster.ts';
import { aNotice, minutes, oweNotices, start } from '../store/contract/commits.ts';
import { startLimitedConnector, tenantPerSecond } from './limitedConnector.ts';
import { noCalendar } from '../outbox/noCalendar.ts';
import { rethrown } from '../builders/rethrown.ts';

const tenantId = 'tenant';
const people = 2_000;
/** One of the discussions owes as much as a tenth of all. */
const hugeShare = 10;

const count = process.argv.includes('--quick') ? 1_000 : 10_000;
const folder = mkdtempSync(join(tmpdir(), 'strategy-bench-'));
const connector = await startLimitedConnector();
const stores = openSqlite(join(folder, 'strategy.sqlite'));
const origin = performance.now();
const clock = (): Instant => plusMillis(start, Math.round(performance.now() - origin));
const roster = createRoster(stores.conversations, rethrown);
for (let i = 0; i < people; i += 1) {
  const chat = { serviceUrl: connector.url, conversation: { id: `chat-${i}`, isGroup: false, name: '' } };
  await roster.rememberChat(tenantId, `user-${i}`, `29:${i}`, chat as never);
}

const message = (i: number) =>
  aNotice(`SD-${i % hugeShare === 0 ? 0 : 1 + (i % 400)}/1/outcome/${i}`, {
    kind: 'outcome',
    deadline: minutes(60 + (i % 500)),
    recipient: { to: 'person', personId: personId(`user-${i % people}`) },
  });
const owed = Map.groupBy(
  Array.from({ length: count }, (_, i) => message(i)),
  (notice) => notice.id.split('/')[0] ?? '',
);
for (const [reference, notices] of owed) await oweNotices(stores.store, reference, notices);

let faults = 0;
const log = (): void => {
  faults += 1;
};
const dispatcher = createDispatcher({
  store: stores.store,
  deliver: createDeliver<string>({
    load: (id) => Promise.resolve(id),
    store: stores.store,
    placeOf: () => Promise.resolve(null),
    placeGone: () => Promise.resolve(),
    reachOf: (to) =>
      Promise.resolve({ teams: { tenantId, userId: to.to === 'person' ? to.personId : '' }, email: null, inbox: null }),
    cardFor: () => Promise.resolve('superseded'),
    messageFor: () =>
      Promise.resolve({
        inTeams: () => ({ card: {}, summary: '' }),
        byEmail: () => ({ subject: '', ...mailPage({ heading: '', lines: [], link: null }) }),
      }),
    calendar: noCalendar,
    watcherReach: () => Promise.resolve({ teams: null, email: null, inbox: null }),
    escalationFor: () => 'superseded',
    sendEmail: () => Promise.resolve({ result: 'closed', detail: 'everybody is in Teams' }),
    sendTeams: createPost({
      adapter: createAdapter(null, () => Promise.resolve()),
      appId: '',
      roster,
      limits: createLimits({ clock, sleep }),
    }),
    clock,
    random: Math.random,
    log,
  }),
  clock,
  holder: 'bench',
  random: Math.random,
  sleep,
  log,
});

const began = performance.now();
dispatcher.start();
while ((await stores.store.counts(clock())).owed > 0) await wait(100);
const seconds = ((connector.taken.at(-1) ?? began) - began) / 1_000;
await dispatcher.stop();
await stores.close();
await connector.close();
rmSync(folder, { recursive: true });

const rate = connector.taken.length / seconds;
const share = rate / tenantPerSecond;
process.stdout.write(
  `${connector.taken.length} of ${count} notices in ${seconds.toFixed(1)} s: ${rate.toFixed(1)} a second, ` +
    `${(share * 100).toFixed(1)}% of the ${tenantPerSecond} permitted; 429 answers ${connector.refused()}, faults ${faults}\n`,
);
const good = connector.taken.length === count && share >= 0.9 && connector.refused() === 0 && faults === 0;
process.exitCode = good ? 0 : 1;
