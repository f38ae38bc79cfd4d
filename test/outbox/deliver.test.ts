import { describe, expect, it } from 'vitest';
import { personId } from '../../src/discussion/state/people.ts';
import type { DeliverEdges } from '../../src/outbox/deliver.ts';
import { plusMillis } from '../../src/practice/time/instant.ts';
import { aNotice, minutes } from '../store/contract/commits.ts';
import { blocked, both, busy, byEmail, content, inTeams, lost, now, sent, step, tried } from './deliveryStep.ts';
describe('a message to a person', () => {
  const notice = aNotice('SD-1/1/invitation/dr-okafor', { deadline: minutes(1440) });

  it('goes by Teams first, and its receipt is kept', async () => {
    const { settlement, asked } = await step(notice, { answers: [sent] });
    const to = { kind: 'person', tenantId: 'tenant', userId: 'user' };
    expect(asked).toEqual([{ id: notice.id, to, ...inTeams, replaces: null, repeat: false }]);
    const attempts = [tried('teams', 'sent', 'Accepted by Teams')];
    expect(settlement).toEqual({ status: 'sent', at: now, route: 'teams', receipt: 'm1', attempts });
  });

  it('goes by e-mail to somebody without Teams', async () => {
    const { settlement, asked } = await step(notice, { answers: [sent], reach: { ...both, teams: null } });
    expect(asked).toEqual([{ id: notice.id, to: 'a@b.example', ...byEmail, repeat: false }]);
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
    expect(third.asked).toEqual([{ id: notice.id, to: 'a@b.example', ...byEmail, repeat: true }]);
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
    const edges = { clock: () => minutes(5) };
    const second = await step(due, { answers: [sent], attempts: first.settlement.attempts, edges });
    expect(second.settlement).toMatchObject({ status: 'sent', route: 'email' });
  });

  it('takes the next route at once when one is closed, and keeps the reason', async () => {
    const { settlement } = await step(notice, { answers: [blocked] });
    const attempts = [tried('teams', 'closed', 'Teams answered 403 ConversationBlockedByUser')];
    expect(settlement).toEqual({ status: 'owed', nextAttemptAt: now, attempts });
    const next = await step(notice, { answers: [sent], attempts });
    expect(next.asked).toEqual([{ id: notice.id, to: 'a@b.example', ...byEmail, repeat: false }]);
    expect(next.settlement.attempts).toEqual([...attempts, tried('email', 'sent', 'Accepted by the mail server')]);
  });

  it('becomes a telephone call for the chair when every route is closed', async () => {
    const attempts = [tried('teams', 'closed', 'blocked')];
    const { settlement } = await step(notice, { answers: [{ result: 'closed', detail: 'No such user' }], attempts });
    const all = [...attempts, tried('email', 'closed', 'No such user')];
    expect(settlement).toEqual({ status: 'telephone', since: now, attempts: all });
  });

  it('becomes a telephone call at once for somebody with neither Teams nor e-mail', async () => {
    const { settlement, asked } = await step(notice, { reach: { teams: null, email: null, inbox: null } });
    expect(asked).toEqual([]);
    expect(settlement).toEqual({ status: 'telephone', since: now, attempts: [] });
  });

  it('goes on to the shared mailbox of their agency when their own address is refused, saying that others read it', async () => {
    const reach = { ...both, inbox: 'inbox@agency.example' };
    const own = await step(notice, {
      reach,
      answers: [{ result: 'closed', detail: 'No such user' }],
      attempts: [tried('teams', 'closed', 'blocked')],
    });
    expect(own.settlement).toMatchObject({ status: 'owed', nextAttemptAt: now });
    const shared = await step(notice, { reach, answers: [sent], attempts: own.settlement.attempts });
    expect(shared.asked).toMatchObject([{ to: 'inbox@agency.example', text: 'Others read this too' }]);
    expect(shared.settlement).toMatchObject({ status: 'sent', route: 'inbox' });
  });

  it('that cannot be made is not sent, and not in doubt either', async () => {
    const inTeams = (): never => {
      throw new Error('nothing to say');
    };
    const unmade = { messageFor: () => Promise.resolve({ ...content, inTeams }) };
    await expect(step(notice, { edges: unmade })).rejects.toThrow('nothing to say');
  });

  describe('with a file', () => {
    const reach = { ...both, teams: null };
    const withFile = (make: () => Promise<Buffer>) => ({
      messageFor: () =>
        Promise.resolve({
          ...content,
          byEmail: () => ({ ...byEmail, encloses: { filename: 'SD-1-record.pdf', make } }),
        }),
    });

    it('is sent whole', async () => {
      const file = Buffer.from('%PDF');
      const { asked } = await step(notice, { answers: [sent], reach, edges: withFile(() => Promise.resolve(file)) });
      expect(asked).toMatchObject([{ ...byEmail, enclosed: { filename: 'SD-1-record.pdf', content: file } }]);
    });

    it('is not sent without it: where the file cannot be made, it stays owed', async () => {
      const full = withFile(() => Promise.reject(new Error('ENOSPC: no space left on device')));
      await expect(step(notice, { reach, edges: full })).rejects.toThrow('no space left');
    });
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
    const edges = { messageFor: () => Promise.resolve('superseded' as const) };
    const { settlement, asked } = await step(notice, { edges });
    expect(asked).toEqual([]);
    expect(settlement).toEqual({ status: 'superseded', at: now, attempts: [] });
  });

  it('counts as perhaps sent when the channel itself breaks down, and the operator is told', async () => {
    const { settlement, logged } = await step(notice, { answers: [new TypeError('x is not a function')] });
    expect(settlement.attempts).toEqual([tried('teams', 'unknown', 'The channel failed in a way we did not expect')]);
    expect(logged).toEqual(['channelFailed']);
  });

  it('is left unsettled when its content cannot be made', async () => {
    const edges = { messageFor: () => Promise.reject(new Error('no template')) };
    await expect(step(notice, { edges })).rejects.toThrow('no template');
  });

  it('is made from the discussion as it stands', async () => {
    const made: unknown[] = [];
    const edges: Partial<DeliverEdges<string>> = {
      messageFor: (...args) => {
        made.push(args);
        return Promise.resolve(content);
      },
    };
    await step(notice, { edges, answers: [sent] });
    expect(made).toEqual([[notice, 'state of SD-1']]);
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
    const { settlement, asked, logged } = await step(notice, { answers: [sent], edges: unreadable });
    expect(asked).toHaveLength(1);
    expect(settlement).toMatchObject({ status: 'sent', route: 'teams' });
    expect(logged).toEqual(['deliverFailed']);
  });

  it('is not sent when all it watched over has arrived', async () => {
    const { settlement } = await step(notice, { edges: { escalationFor: () => 'superseded' } });
    expect(settlement.status).toBe('superseded');
  });

  it('looks again when the last of it is under way', async () => {
    const { settlement } = await step(notice, { edges: { escalationFor: () => minutes(1) } });
    expect(settlement).toEqual({ status: 'owed', nextAttemptAt: minutes(1), attempts: [] });
  });
});
