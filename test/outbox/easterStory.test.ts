/** Two months round Easter 2027, when the clocks also go forward, with restarts every night and a whole day down. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withEscalations } from '../../src/discussion/debts/escalate.ts';
import type { Notice, TrackedNotice } from '../../src/discussion/state/notice.ts';
import { personId } from '../../src/discussion/state/people.ts';
import { createDeliver } from '../../src/outbox/deliver.ts';
import { createDispatcher } from '../../src/outbox/dispatcher.ts';
import { createLimits } from '../../src/channels/limits.ts';
import { sleep } from '../../src/channels/sleep.ts';
import { mailPage } from '../../src/documents/mailPage.ts';
import { isWatched } from '../../src/messages/catalogue.ts';
import { escalationFor } from '../../src/messages/watchdog.ts';
import {
  createCalendar,
  dueAt,
  londonDate,
  londonTime,
  londonTimeToInstant,
  plusDays,
} from '../../src/practice/time/calendar.ts';
import { instant, millis, plusMillis, type Instant } from '../../src/practice/time/instant.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Stores } from '../../src/store/store.ts';
import { aNotice, oweNotices } from '../store/contract/commits.ts';
import { noCalendar } from './noCalendar.ts';
import { type MessageContent } from '../../src/messages/message.ts';

const first = '2027-03-01';
const last = '2027-04-30';
/** Easter Monday is 29 March 2027; the clocks go forward on the Sunday before. */
const clocksChange = '2027-03-28';
const outage = '2027-03-30';
const calendar = createCalendar([]);

const at = (date: string, time: string): Instant => {
  const wall = londonTimeToInstant(date, time);
  if (wall.kind !== 'exact') throw new Error(`${date} ${time} is not one moment in London`);
  return wall.at;
};

interface Sent {
  readonly notice: Notice;
  readonly at: Instant;
}

let folder: string;
let stores: Stores;
let tracked: readonly TrackedNotice[];
const sent: Sent[] = [];
const teamsCalls: number[] = [];
let now = at(first, '00:00');

const moveTo = (to: Instant): void => {
  if (to > now) now = to;
};

const content: MessageContent = {
  inTeams: () => ({ card: {}, summary: '' }),
  byEmail: () => ({ subject: '', ...mailPage({ heading: '', lines: [], link: null }) }),
};

/** A fresh start of the process: nothing in memory survives it. */
const startUp = (run: number) => {
  const limits = createLimits({
    clock: () => now,
    sleep: (ms) => {
      const until = plusMillis(now, ms);
      return Promise.resolve().then(() => moveTo(until));
    },
  });
  const deliver = createDeliver<string>({
    load: (id) => Promise.resolve(id),
    store: stores.store,
    placeOf: () => Promise.resolve(null),
    placeGone: () => Promise.resolve(),
    reachOf: (to) =>
      Promise.resolve({
        teams: { tenantId: 't', userId: to.to === 'person' ? to.personId : '' },
        email: null,
        inbox: null,
      }),
    cardFor: () => Promise.resolve('superseded'),
    messageFor: () => Promise.resolve(content),
    calendar: noCalendar,
    watcherReach: () => Promise.resolve({ teams: { tenantId: 't', userId: 'manager' }, email: null, inbox: null }),
    escalationFor: (notice, all) => escalationFor(notice, all, now, () => false),
    sendEmail: () => Promise.reject(new Error('everybody is in Teams')),
    sendTeams: async ({ id, to }) => {
      if (to.kind !== 'person') throw new Error('nothing is for a place');
      const until = await limits.enter({ conversation: to.userId, discussion: id.split('/')[0] ?? '' });
      if (until !== null) return { result: 'full', until };
      teamsCalls.push(millis(now));
      return { result: 'sent', receipt: id };
    },
    clock: () => now,
    random: () => 0.5,
    log: ({ what }) => {
      throw new Error(what);
    },
  });
  return createDispatcher({
    store: {
      ...stores.store,
      settle: (claimed, delivery) => {
        if (delivery.status === 'sent') sent.push({ notice: claimed.notice, at: delivery.at });
        return stores.store.settle(claimed, delivery);
      },
    },
    deliver,
    clock: () => now,
    holder: `run ${run}`,
    random: () => 0.5,
    sleep,
    log: ({ what }) => {
      throw new Error(what);
    },
  });
};

/** Delivers whatever becomes due until `until`. */
const runUntil = async (until: Instant, run: number): Promise<void> => {
  const dispatcher = startUp(run);
  for (let due = await stores.store.nextDue(); due !== null && due < until; due = await stores.store.nextDue()) {
    moveTo(due);
    await dispatcher.drainOnce();
  }
};

let discussions = 0;
const owe = async (notices: (reference: string) => readonly Notice[]): Promise<void> => {
  discussions += 1;
  const reference = `SD-${discussions}`;
  const commit = { reference, version: 1, otherwise: personId('convenor') };
  const owed = withEscalations(notices(reference), commit, isWatched);
  await oweNotices(stores.store, reference, owed);
};

const message = (id: string, over: Partial<Notice>): Notice =>
  aNotice(id, { recipient: { to: 'person', personId: personId(id) }, owedAt: now, ...over });

/** One discussion: eight told at once, by the end of the next working day; one reminded at nine, days later. */
const convene = (): Promise<void> =>
  owe((reference) => [
    ...Array.from({ length: 8 }, (_, i) =>
      message(`${reference}/1/outcome/${i}`, {
        kind: 'outcome',
        deadline: dueAt(calendar, now, { workingDays: 1 }),
      }),
    ),
    message(`${reference}/1/recordDue/chair`, {
      kind: 'recordDue',
      owedAt: at(plusDays(londonDate(now), 7), '09:00'),
      deadline: at(plusDays(londonDate(now), 7), '17:00'),
    }),
  ]);

/** 400 reminders that come due on the day of the outage, in no order of deadline; and five due that very day. */
const foresee = async (): Promise<void> => {
  for (let i = 0; i < 40; i += 1) {
    await owe((reference) =>
      Array.from({ length: 10 }, (_, n) =>
        message(`${reference}/1/minutesDue/${n}`, {
          kind: 'minutesDue',
          owedAt: at(outage, '09:00'),
          deadline: plusMillis(at('2027-04-01', '09:00'), ((i * 7 + n * 13) % 97) * 3_600_000),
        }),
      ),
    );
  }
  await owe((reference) =>
    Array.from({ length: 5 }, (_, n) =>
      message(`${reference}/1/childSeenDue/${n}`, {
        kind: 'childSeenDue',
        owedAt: at(outage, '09:00'),
        deadline: at(outage, '16:00'),
      }),
    ),
  );
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-easter-'));
  stores = openSqlite(join(folder, 'strategy.sqlite'));
  let run = 0;
  for (let date = first; date <= last; date = plusDays(date, 1)) {
    if (date === outage) {
      moveTo(at(plusDays(outage, 1), '00:00'));
      continue;
    }
    for (const time of ['10:00', '15:00']) {
      await runUntil(at(date, time), (run += 1));
      moveTo(at(date, time));
      if (calendar.isWorkingDay(date)) await convene();
      if (date === '2027-03-25' && time === '10:00') await foresee();
    }
    // Every night the process is stopped and started.
    await runUntil(at(plusDays(date, 1), '00:00'), (run += 1));
  }
  const all = Array.from({ length: discussions }, (_, i) => stores.store.notices(`SD-${i + 1}`));
  tracked = (await Promise.all(all)).flat();
}, 120_000);

afterAll(async () => {
  await stores.close();
  rmSync(folder, { recursive: true });
});

const caughtUp = (): readonly Sent[] =>
  sent.filter((s) => s.notice.kind !== 'escalation' && londonDate(s.notice.owedAt) === outage);

describe('two months round Easter', () => {
  it('everything owed by the end has been delivered', () => {
    const open = tracked.filter((n) => n.notice.owedAt < at(last, '23:00') && n.delivery.status !== 'sent');
    expect(open.filter((n) => n.notice.kind !== 'escalation')).toEqual([]);
    expect(sent.length).toBeGreaterThan(1_000);
  });

  it('nothing was late but what was due on the day of the outage, and of that the service manager was told', () => {
    const late = sent.filter((s) => s.notice.deadline !== null && s.at > s.notice.deadline);
    const messages = late.filter((s) => s.notice.kind !== 'escalation');
    const discussionsOf = (all: readonly Sent[]) => new Set(all.map((s) => s.notice.id.split('/')[0]));
    expect(messages.length).toBeGreaterThanOrEqual(5);
    expect(messages.filter((s) => londonDate(s.notice.deadline ?? s.at) !== outage)).toEqual([]);
    expect(discussionsOf(late.filter((s) => s.notice.kind === 'escalation'))).toEqual(discussionsOf(messages));
  });

  it('reminders for nine o’clock came at nine in London, before and after the clocks changed', () => {
    const reminders = sent.filter((s) => s.notice.kind === 'recordDue' && londonDate(s.notice.owedAt) !== outage);
    const before = reminders.filter((s) => londonDate(s.at) < clocksChange);
    const after = reminders.filter((s) => londonDate(s.at) > clocksChange);
    expect([before.length, after.length].every((count) => count > 20)).toBe(true);
    expect(new Set(reminders.map((s) => londonTime(s.at)))).toEqual(new Set(['09:00']));
  });

  it('after the day of outage the most urgent went first', () => {
    const deadlines = caughtUp().map((s) => millis(s.notice.deadline ?? instant(0)));
    expect(deadlines.length).toBeGreaterThan(400);
    // Sixteen are under way side by side, so one may be overtaken by its neighbours and by nobody else.
    const overtaken = deadlines.filter((deadline, i) => deadlines.slice(i + 16).some((later) => later < deadline));
    expect(overtaken).toEqual([]);
  });

  it('and no second saw more requests than Teams allows', () => {
    const times = teamsCalls.toSorted((a, b) => a - b);
    const most = Math.max(...times.map((from, i) => times.slice(i, i + 60).filter((t) => t < from + 1_000).length));
    expect(most).toBeLessThanOrEqual(50);
    // The catching up was limited at all: otherwise this would prove nothing.
    expect(most).toBeGreaterThan(40);
  });
});
