import { describe, expect, it } from 'vitest';
import type { Attempt, Delivery, TrackedNotice } from '../../src/discussion/state/notice.ts';
import type { MeetingResult } from '../../src/channels/send.ts';
import { stepToCalendar, type Plan } from '../../src/outbox/toCalendar.ts';
import { instant, plusMillis, type Instant } from '../../src/practice/time/instant.ts';
import type { ClaimedNotice, Settlement } from '../../src/store/store.ts';
import { aNotice, minutes } from '../store/contract/commits.ts';
import type { MeetingEntry } from '../../src/messages/meetingEntry.ts';

const startsAt = minutes(240);
const joinUrl = 'https://teams.microsoft.com/l/meetup-join/1';
const sent = (link: string | null = joinUrl): MeetingResult => ({ result: 'sent', receipt: 'event-1', joinUrl: link });
const busy: MeetingResult = { result: 'later', detail: 'Graph answered 503', retryAfterMs: null };
const refused: MeetingResult = { result: 'closed', detail: 'This service may not use that calendar' };

const plan = (over: Partial<MeetingEntry> = {}, about: Partial<Plan> = {}): Plan => ({
  entry: {
    reference: 'SD-1',
    subject: 'Strategy discussion SD-1',
    text: '',
    startsAt,
    endsAt: plusMillis(startsAt, 3_600_000),
    location: '',
    online: true,
    cancelled: false,
    attendees: [],
    ...over,
  },
  joinUrl: null,
  worryAt: minutes(210),
  isFaultKnown: false,
  ...about,
});

const entryNotice = (version: number, delivery: Delivery): TrackedNotice => ({
  reference: 'SD-1',
  version,
  notice: aNotice(`SD-1/${version}/meetingEvent/calendar`, {
    kind: 'meetingEvent',
    recipient: { to: 'calendar' },
    deadline: startsAt,
  }),
  delivery,
});
const tried = (receipt: string | null, result: Attempt['result'] = receipt === null ? 'later' : 'sent'): Attempt => ({
  at: minutes(0),
  route: 'calendar',
  result,
  detail: result === 'sent' ? 'Entered in the calendar' : 'Graph answered 503',
  receipt,
});
const inCalendar = (receipt: string): Delivery => ({
  status: 'sent',
  at: minutes(1),
  route: 'calendar',
  receipt,
  attempts: [tried(receipt)],
});

/** One step of the newest of these, at a time; what was asked of the calendar and what was reported. */
const step = async (
  given: {
    readonly answer?: MeetingResult | Error;
    readonly plan?: Plan | 'superseded';
    readonly now?: Instant;
    readonly attempts?: readonly Attempt[];
    readonly before?: readonly Delivery[];
    readonly after?: readonly Delivery[];
  } = {},
) => {
  const { before = [], after = [], attempts = [], now = minutes(0) } = given;
  const asked: MeetingEntry[] = [];
  const reported: string[] = [];
  const version = before.length + 1;
  const delivery = { status: 'sending', leaseUntil: minutes(1), holder: 'one', attempts } as const;
  const claimed: ClaimedNotice = { ...entryNotice(version, delivery), delivery, interrupted: false };
  const all = [
    ...before.map((d, i) => entryNotice(i + 1, d)),
    claimed,
    ...after.map((d, i) => entryNotice(version + 1 + i, d)),
  ];
  const settlement: Settlement = await stepToCalendar<string>(
    {
      sendEmail: () => Promise.reject(new Error('no e-mail')),
      sendTeams: () => Promise.reject(new Error('no message')),
      clock: () => now,
      random: () => 1,
      log: () => undefined,
      calendar: {
        planFor: () => Promise.resolve(given.plan ?? plan()),
        send: (entry) => {
          asked.push(entry);
          const answer = given.answer ?? sent();
          return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
        },
        linked: (_notice, url) => Promise.resolve(void reported.push(`link ${url}`)),
        failed: (_notice, why) => Promise.resolve(void reported.push(`fault ${why}`)),
      },
    },
    claimed,
    { all, discussion: 'the discussion' },
  );
  return { settlement, asked, reported };
};

describe('the entry of a meeting', () => {
  it('is made once, and its link is reported', async () => {
    const { settlement, asked, reported } = await step();
    expect(asked.map((a) => a.replaces)).toEqual([null]);
    expect(reported).toEqual([`link ${joinUrl}`]);
    expect(settlement).toMatchObject({ status: 'sent', route: 'calendar', receipt: 'event-1' });
  });

  it('is changed by what follows, and a link known already is no news', async () => {
    const { settlement, asked, reported } = await step({
      before: [inCalendar('event-1')],
      plan: plan({}, { joinUrl }),
    });
    expect(asked.map((a) => a.replaces)).toEqual(['event-1']);
    expect(reported).toEqual([]);
    expect(settlement.status).toBe('sent');
  });

  it('is changed by what follows even if what made it was overtaken while it waited for its link', async () => {
    const overtaken: Delivery = { status: 'superseded', at: minutes(1), attempts: [tried('event-1')] };
    const { asked } = await step({ before: [overtaken] });
    expect(asked.map((a) => a.replaces)).toEqual(['event-1']);
  });

  it('leaves the rest to a newer one', async () => {
    const owed: Delivery = { status: 'owed', nextAttemptAt: minutes(0), attempts: [] };
    const { settlement, asked } = await step({ before: [inCalendar('event-1')], after: [owed] });
    expect(settlement.status).toBe('superseded');
    expect(asked).toEqual([]);
  });

  it('waits while it is being made by an earlier one', async () => {
    const sending: Delivery = { status: 'sending', leaseUntil: minutes(1), holder: 'two', attempts: [] };
    const { settlement, asked } = await step({ before: [sending] });
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: instant('2026-05-20T09:00:01.000Z') });
    expect(asked).toEqual([]);
  });

  it('is not made once the meeting has passed', async () => {
    const { settlement, asked } = await step({ plan: 'superseded' });
    expect(settlement.status).toBe('superseded');
    expect(asked).toEqual([]);
  });

  it('in a room is complete without a link', async () => {
    const { settlement } = await step({ answer: sent(null), plan: plan({ online: false, location: 'Room 4' }) });
    expect(settlement.status).toBe('sent');
  });

  it('is complete when it has been cancelled', async () => {
    const { settlement } = await step({ answer: sent(null), plan: plan({ cancelled: true }) });
    expect(settlement.status).toBe('sent');
  });
});

describe('a link that is not there yet', () => {
  it.each([
    ['at first, soon', 0, 3],
    ['after a minute', 1, 15],
    ['later, once a minute', 100, 60],
  ])('is asked for again: %s', async (_name, now, seconds) => {
    const { settlement, reported } = await step({ answer: sent(null), now: minutes(now) });
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: plusMillis(minutes(now), seconds * 1_000) });
    expect(settlement.attempts.at(-1)?.receipt).toBe('event-1');
    expect(reported).toEqual([]);
  });

  it('is asked for of the same entry, and asking is not noted each time', async () => {
    const attempts = [tried('event-1')];
    const { asked, settlement } = await step({ answer: sent(null), attempts });
    expect(asked.map((a) => a.replaces)).toEqual(['event-1']);
    expect(settlement.attempts).toEqual(attempts);
  });

  it('is told to the convenor half an hour before the meeting, once', async () => {
    const late = { answer: sent(null), now: minutes(210) };
    expect((await step(late)).reported).toEqual(['fault The meeting is in the calendar but has no link yet']);
    expect((await step({ ...late, plan: plan({}, { isFaultKnown: true }) })).reported).toEqual([]);
  });
});

describe('a calendar that does not take it', () => {
  it('busy: is asked again, and nobody is troubled while there is time', async () => {
    const { settlement, reported } = await step({ answer: busy });
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: plusMillis(minutes(0), 5_000) });
    expect(reported).toEqual([]);
  });

  it('busy for two hours, as it says: is asked then, or when the convenor has to know', async () => {
    const throttled: MeetingResult = { ...busy, retryAfterMs: 2 * 3_600_000 };
    expect((await step({ answer: throttled })).settlement).toMatchObject({
      nextAttemptAt: plusMillis(minutes(120), 1_000),
    });
    expect((await step({ answer: throttled, now: minutes(180) })).settlement).toMatchObject({
      nextAttemptAt: minutes(210),
    });
  });

  it('still busy half an hour before the meeting: the convenor is told, once, and it is asked again', async () => {
    const late = { answer: busy, now: minutes(210) };
    const { reported, settlement } = await step(late);
    expect(reported).toEqual(['fault Graph answered 503']);
    expect(settlement.status).toBe('owed');
    expect((await step({ ...late, plan: plan({}, { isFaultKnown: true }) })).reported).toEqual([]);
  });

  it('refused: the convenor is told at once, and it is asked again now and then', async () => {
    const { settlement, reported } = await step({ answer: refused });
    expect(reported).toEqual(['fault This service may not use that calendar']);
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: minutes(15) });
  });

  it('refused a cancellation: the convenor is told that it is still in calendars', async () => {
    const { reported } = await step({ answer: refused, plan: plan({ cancelled: true }) });
    expect(reported).toEqual(['fault This service may not use that calendar']);
  });

  it('broken down in a way we did not expect: is asked again', async () => {
    const { settlement } = await step({ answer: new TypeError('x is not a function') });
    expect(settlement.status).toBe('maybe');
  });
});
