import { describe, expect, it } from 'vitest';
import type { Attempt, Notice, TrackedNotice } from '../../src/discussion/notice.ts';
import { createDeliver, type CardContent, type DeliverParts, type MessageContent } from '../../src/notices/deliver.ts';
import type { Reach } from '../../src/notices/routes.ts';
import type { Email, SendResult, TeamsMessage } from '../../src/notices/send.ts';
import { plusMillis } from '../../src/practice/instant.ts';
import type { ClaimedNotice } from '../../src/store/store.ts';
import { personId } from '../../src/discussion/people.ts';
import { aNotice, minutes } from '../store/commits.ts';
import { noCalendar } from './noCalendar.ts';

const now = minutes(0);
const sent: SendResult = { result: 'sent', receipt: 'm1' };
const busy: SendResult = { result: 'later', detail: 'Teams answered 429', retryAfterMs: null };
const blocked: SendResult = { result: 'closed', detail: 'Teams answered 403 ConversationBlockedByUser' };
const lost: SendResult = { result: 'unknown', detail: 'Teams did not answer' };

const both: Reach = { teams: { tenantId: 'tenant', userId: 'user' }, email: 'a@b.example' };
const content: MessageContent = {
  card: { type: 'AdaptiveCard' },
  summary: 'SD-1: an invitation',
  email: { subject: 'SD-1', text: 'You are invited', html: '<p>You are invited</p>' },
};
const card: CardContent = { card: { type: 'AdaptiveCard' }, summary: 'SD-1: agenda' };

/** One step of delivery, with what each channel was asked to do. `answers` are given in order. */
const step = async (
  notice: Notice,
  options: {
    readonly answers?: readonly (SendResult | Error)[];
    readonly attempts?: readonly Attempt[];
    readonly siblings?: readonly TrackedNotice[];
    readonly parts?: Partial<DeliverParts<string>>;
    readonly reach?: Reach;
    readonly interrupted?: boolean;
  } = {},
) => {
  const { answers = [], attempts = [], siblings = [], parts = {}, reach = both, interrupted = false } = options;
  const asked: (TeamsMessage | Email)[] = [];
  const logged: string[] = [];
  const left = [...answers];
  const channel = (message: TeamsMessage | Email): Promise<SendResult> => {
    asked.push(message);
    const answer = left.shift();
    if (answer === undefined) throw new Error('sent more often than expected');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const delivery = { status: 'sending', leaseUntil: minutes(1), holder: 'one', attempts } as const;
  const claimed: ClaimedNotice = { discussionId: 'SD-1', version: siblings.length + 1, notice, delivery, interrupted };
  const deliver = createDeliver<string>({
    load: (discussionId) => Promise.resolve(`state of ${discussionId}`),
    store: { notices: () => Promise.resolve([...siblings, claimed]) },
    placeOf: (discussion) => `place of the ${discussion}`,
    reachOf: () => Promise.resolve(reach),
    cardFor: () => Promise.resolve(card),
    calendar: noCalendar,
    watcherReach: () => Promise.resolve(both),
    escalationFor: () => content,
    messageFor: () => Promise.resolve(content),
    sendEmail: channel,
    sendTeams: channel,
    clock: () => now,
    random: () => 1,
    log: ({ what }) => logged.push(what),
    ...parts,
  });
  return { settlement: await deliver(claimed), asked, logged };
};

const tried = (route: Attempt['route'], result: Attempt['result'], detail: string): Attempt => ({
  at: now,
  route,
  result,
  detail,
  receipt: result === 'sent' ? 'm1' : null,
});

describe('a message to a person', () => {
  const notice = aNotice('SD-1/1/invitation/dr-okafor', { deadline: minutes(1440) });

  it('goes by Teams first, and its receipt is kept', async () => {
    const { settlement, asked } = await step(notice, { answers: [sent] });
    const to = { kind: 'person', tenantId: 'tenant', userId: 'user' };
    expect(asked).toEqual([
      { id: notice.id, to, summary: content.summary, card: content.card, replaces: null, repeat: false },
    ]);
    const attempts = [tried('teams', 'sent', 'Accepted by Teams')];
    expect(settlement).toEqual({ status: 'sent', at: now, route: 'teams', receipt: 'm1', attempts });
  });

  it('goes by e-mail to somebody without Teams', async () => {
    const { settlement, asked } = await step(notice, { answers: [sent], reach: { ...both, teams: null } });
    expect(asked).toEqual([{ id: notice.id, to: 'a@b.example', ...content.email, repeat: false }]);
    expect(settlement).toMatchObject({ status: 'sent', route: 'email' });
  });

  it('is tried again later on the same route when the channel is busy', async () => {
    const { settlement } = await step(notice, { answers: [busy] });
    const attempts = [tried('teams', 'later', 'Teams answered 429')];
    expect(settlement).toEqual({ status: 'owed', nextAttemptAt: plusMillis(now, 5_000), attempts });
  });

  it('waits as long as the channel asked', async () => {
    const { settlement } = await step(notice, { answers: [{ ...busy, retryAfterMs: 120_000 }] });
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: plusMillis(now, 121_000) });
  });

  it('waits longer each time', async () => {
    const attempts = Array.from({ length: 3 }, () => tried('teams', 'later', 'Teams answered 429'));
    const { settlement } = await step(notice, { answers: [busy], attempts });
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: plusMillis(now, 40_000) });
  });

  it('is sent once more under the same id, marked as a possible repeat, when nobody knows whether it arrived', async () => {
    const first = await step(notice, { answers: [lost] });
    expect(first.settlement).toEqual({
      status: 'maybe',
      nextAttemptAt: plusMillis(now, 5_000),
      attempts: [tried('teams', 'unknown', 'Teams did not answer')],
    });
    const second = await step(notice, { answers: [sent], attempts: first.settlement.attempts });
    expect(first.asked.map((m) => [m.id, m.repeat])).toEqual([[notice.id, false]]);
    expect(second.asked.map((m) => [m.id, m.repeat])).toEqual([[notice.id, true]]);
    expect(second.settlement).toMatchObject({ status: 'sent', route: 'teams' });
  });

  it('takes the next route when the second copy stays unconfirmed too, and is still marked as a possible repeat', async () => {
    const attempts = [tried('teams', 'unknown', 'Teams did not answer')];
    const second = await step(notice, { answers: [lost], attempts });
    expect(second.settlement).toMatchObject({ status: 'maybe', nextAttemptAt: now });
    const third = await step(notice, { answers: [sent], attempts: second.settlement.attempts });
    expect(third.asked).toEqual([{ id: notice.id, to: 'a@b.example', ...content.email, repeat: true }]);
  });

  it('is asked about by telephone when no route confirmed either copy', async () => {
    const attempts = (['teams', 'teams', 'email'] as const).map((route) => tried(route, 'unknown', 'no answer'));
    const { settlement } = await step(notice, { answers: [lost], attempts });
    expect(settlement.status).toBe('telephone');
  });

  it('is a possible repeat when whoever claimed it before never settled it', async () => {
    const { settlement, asked } = await step(notice, { answers: [sent], interrupted: true });
    expect(asked.map((m) => m.repeat)).toEqual([true]);
    expect(settlement.attempts.map((a) => [a.route, a.result])).toEqual([
      ['teams', 'unknown'],
      ['teams', 'sent'],
    ]);
  });

  it('waits without an attempt while Teams takes no more', async () => {
    const { settlement } = await step(notice, { answers: [{ result: 'full', until: minutes(2) }] });
    expect(settlement).toEqual({ status: 'owed', nextAttemptAt: minutes(2), attempts: [] });
  });

  it('leaves Teams in time for the next routes when Teams takes no more until too late', async () => {
    const due = { ...notice, deadline: minutes(75) };
    const full = { result: 'full', until: minutes(30) } as const;
    const first = await step(due, { answers: [full] });
    expect(first.settlement).toMatchObject({ status: 'owed', nextAttemptAt: minutes(5) });
    const parts = { clock: () => minutes(5) };
    const second = await step(due, { answers: [sent], attempts: first.settlement.attempts, parts });
    expect(second.settlement).toMatchObject({ status: 'sent', route: 'email' });
  });

  it('takes the next route at once when one is closed, and keeps the reason', async () => {
    const { settlement } = await step(notice, { answers: [blocked] });
    const attempts = [tried('teams', 'closed', 'Teams answered 403 ConversationBlockedByUser')];
    expect(settlement).toEqual({ status: 'owed', nextAttemptAt: now, attempts });
    const next = await step(notice, { answers: [sent], attempts });
    expect(next.asked).toEqual([{ id: notice.id, to: 'a@b.example', ...content.email, repeat: false }]);
    expect(next.settlement.attempts).toEqual([...attempts, tried('email', 'sent', 'Accepted by the mail server')]);
  });

  it('becomes a telephone call for the chair when every route is closed', async () => {
    const attempts = [tried('teams', 'closed', 'blocked')];
    const { settlement } = await step(notice, { answers: [{ result: 'closed', detail: 'No such user' }], attempts });
    const all = [...attempts, tried('email', 'closed', 'No such user')];
    expect(settlement).toEqual({ status: 'telephone', since: now, attempts: all });
  });

  it('becomes a telephone call at once for somebody with neither Teams nor e-mail', async () => {
    const { settlement, asked } = await step(notice, { reach: { teams: null, email: null } });
    expect(asked).toEqual([]);
    expect(settlement).toEqual({ status: 'telephone', since: now, attempts: [] });
  });

  it('near its deadline takes one try a route and then asks the chair to telephone', async () => {
    const urgent = { ...notice, deadline: minutes(30) };
    const teams = await step(urgent, { answers: [busy] });
    expect(teams.settlement).toMatchObject({ status: 'owed', nextAttemptAt: now });
    const email = await step(urgent, { answers: [busy], attempts: teams.settlement.attempts });
    expect(email.settlement.status).toBe('telephone');
    expect(email.settlement.attempts.map((a) => a.route)).toEqual(['teams', 'email']);
  });

  it('comes up again when the next route must be taken, however long the channel asked for', async () => {
    const due = { ...notice, deadline: minutes(75) };
    const { settlement } = await step(due, { answers: [{ ...busy, retryAfterMs: 3_600_000 }] });
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: minutes(5) });
  });

  it('is not sent when the facts have changed', async () => {
    const parts = { messageFor: () => Promise.resolve('superseded' as const) };
    const { settlement, asked } = await step(notice, { parts });
    expect(asked).toEqual([]);
    expect(settlement).toEqual({ status: 'superseded', at: now, attempts: [] });
  });

  it('counts as perhaps sent when the channel itself breaks down, and the operator is told', async () => {
    const { settlement, logged } = await step(notice, { answers: [new TypeError('x is not a function')] });
    expect(settlement.attempts).toEqual([tried('teams', 'unknown', 'The channel failed in a way we did not expect')]);
    expect(logged).toEqual(['channelFailed']);
  });

  it('is left unsettled when its content cannot be made', async () => {
    const parts = { messageFor: () => Promise.reject(new Error('no template')) };
    await expect(step(notice, { parts })).rejects.toThrow('no template');
  });

  it('is made from the discussion as it stands, for where it is going', async () => {
    const made: unknown[] = [];
    const parts: Partial<DeliverParts<string>> = {
      messageFor: (...args) => {
        made.push(args);
        return Promise.resolve(content);
      },
    };
    await step(notice, { parts, answers: [sent] });
    expect(made).toEqual([[notice, 'state of SD-1', both]]);
  });
});

describe('an escalation', () => {
  const notice = aNotice('SD-1/1/escalation/x', {
    kind: 'escalation',
    recipient: { to: 'serviceManager', otherwise: personId('convenor') },
    deadline: minutes(45),
  });
  const unreadable = { load: () => Promise.reject(new Error('an unknown event')) };

  it('goes out even though the discussion cannot be read', async () => {
    const { settlement, asked, logged } = await step(notice, { answers: [sent], parts: unreadable });
    expect(asked).toHaveLength(1);
    expect(settlement).toMatchObject({ status: 'sent', route: 'teams' });
    expect(logged).toEqual(['deliverFailed']);
  });

  it('is not sent when all it watched over has arrived', async () => {
    const { settlement } = await step(notice, { parts: { escalationFor: () => 'superseded' } });
    expect(settlement.status).toBe('superseded');
  });

  it('looks again when the last of it is under way', async () => {
    const { settlement } = await step(notice, { parts: { escalationFor: () => minutes(1) } });
    expect(settlement).toEqual({ status: 'owed', nextAttemptAt: minutes(1), attempts: [] });
  });
});

describe('a card in the place of the discussion', () => {
  const agenda = (version: number): Notice =>
    aNotice(`SD-1/${version}/agendaCard/place`, { kind: 'agendaCard', recipient: { to: 'place' } });
  const posted: TrackedNotice = {
    discussionId: 'SD-1',
    version: 1,
    notice: agenda(1),
    delivery: { status: 'sent', at: now, route: 'teams', receipt: 'm1', attempts: [] },
  };

  it('is posted the first time', async () => {
    const { settlement, asked } = await step(agenda(1), { answers: [sent] });
    const to = { kind: 'conversation', conversation: 'place of the state of SD-1' };
    expect(asked).toEqual([{ id: agenda(1).id, to, ...card, replaces: null, repeat: false }]);
    expect(settlement).toMatchObject({ status: 'sent', receipt: 'm1' });
  });

  it('updates the posted message afterwards, and remembers which one it was', async () => {
    const answers = [{ result: 'sent', receipt: 'whatever the channel says' } as const];
    const { settlement, asked } = await step(agenda(2), { answers, siblings: [posted] });
    expect(asked).toMatchObject([{ replaces: 'm1' }]);
    expect(settlement).toMatchObject({ status: 'sent', receipt: 'm1' });
  });

  it('is posted anew when the message to update is gone', async () => {
    const gone: SendResult = { result: 'closed', detail: 'Teams answered 404 ActivityNotFoundInConversation' };
    const answers = [gone, { result: 'sent', receipt: 'm2' } as const];
    const { settlement, asked } = await step(agenda(2), { answers, siblings: [posted] });
    expect(asked).toMatchObject([{ replaces: 'm1' }, { replaces: null }]);
    expect(settlement).toMatchObject({ status: 'sent', receipt: 'm2' });
    expect(settlement.attempts.map((a) => a.result)).toEqual(['closed', 'sent']);
  });

  it('waits its turn without counting as an attempt', async () => {
    const delivery = { status: 'owed', nextAttemptAt: minutes(3), attempts: [] } as const;
    const { settlement, asked } = await step(agenda(2), { siblings: [{ ...posted, delivery }] });
    expect(asked).toEqual([]);
    expect(settlement).toEqual({ status: 'owed', nextAttemptAt: minutes(3), attempts: [] });
  });

  it('is tried again when Teams is busy, and never given up: nobody could be telephoned instead', async () => {
    const attempts = Array.from({ length: 100 }, () => tried('teams', 'later', 'Teams answered 503'));
    const { settlement } = await step(agenda(1), { answers: [busy], attempts });
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: minutes(15) });
    expect(settlement.attempts).toHaveLength(50);
  });

  it('is posted again, marked as a possible repeat, when nobody knows whether it was posted; then at most once an hour', async () => {
    const first = await step(agenda(1), { answers: [lost] });
    expect(first.settlement.status).toBe('maybe');
    const second = await step(agenda(1), { answers: [lost], attempts: first.settlement.attempts });
    expect(second.asked.map((m) => m.repeat)).toEqual([true]);
    expect(second.settlement).toMatchObject({ status: 'maybe', nextAttemptAt: minutes(60) });
  });

  it('is simply updated again when nobody knows whether the update arrived', async () => {
    const { settlement } = await step(agenda(2), { answers: [lost], siblings: [posted] });
    expect(settlement.status).toBe('owed');
    const again = await step(agenda(2), { answers: [sent], siblings: [posted], attempts: settlement.attempts });
    expect(again.asked).toMatchObject([{ replaces: 'm1', repeat: false }]);
  });

  it('is tried a few times a day where the bot has been thrown out', async () => {
    const { settlement } = await step(agenda(1), { answers: [blocked] });
    expect(settlement).toMatchObject({ status: 'owed', nextAttemptAt: minutes(360) });
  });

  it('is not sent when there is nothing to show any more', async () => {
    const parts = { cardFor: () => Promise.resolve('superseded' as const) };
    const { settlement } = await step(agenda(1), { parts });
    expect(settlement.status).toBe('superseded');
  });
});
