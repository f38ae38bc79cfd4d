import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Activity } from 'botbuilder';
import { createAdapter } from '../../src/teams/adapter.ts';
import { createMembers, type TeamsIdOf } from '../../src/teams/members.ts';
import { createRoster } from '../../src/teams/roster.ts';
import { instant, plusMillis, type Instant } from '../../src/practice/time/instant.ts';
import { startConnector, type Connector } from './connector.ts';
import { rethrown } from '../builders/rethrown.ts';

const tenantId = '7a1e5c0d-2b64-4e3f-9d18-0c5a6b7e8f90';
const thread = '19:channel;messageid=1';
const tom = { tenantId, userId: 'user-tom' };

let connector: Connector;
let roster: ReturnType<typeof createRoster>;
let teamsIdOf: TeamsIdOf;
let now: Instant;

beforeEach(async () => {
  connector = await startConnector();
  const kept = new Map<string, string>();
  roster = createRoster(
    {
      remember: (key, reference) => Promise.resolve(void kept.set(key, reference)),
      recall: (key) => Promise.resolve(kept.get(key) ?? null),
    },
    rethrown,
  );
  const adapter = createAdapter(null, (_context, error) => {
    throw error;
  });
  now = instant('2026-09-15T09:00:00Z');
  teamsIdOf = createMembers({ adapter, appId: '', roster, clock: () => now });
  await roster.meet({
    type: 'message',
    id: 'said-1',
    channelId: 'msteams',
    serviceUrl: connector.url,
    from: { id: '29:priya', aadObjectId: 'user-priya', name: 'Priya' },
    recipient: { id: '28:bot', name: 'Strategy bot' },
    conversation: { id: thread, conversationType: 'channel', tenantId, isGroup: true, name: '' },
    channelData: { tenant: { id: tenantId } },
  } as Activity);
});
afterEach(() => connector.close());

it('knows those who have spoken without asking', async () => {
  expect(await teamsIdOf({ tenantId, userId: 'user-priya' }, thread)).toBe('29:priya');
  expect(connector.asked).toEqual([]);
});

it('asks Teams for somebody who has not, also where the bot opened their chat itself', async () => {
  await roster.rememberChat(tenantId, 'user-tom', 'user-tom', {});
  connector.next.push({ status: 200, body: { id: '29:tom', aadObjectId: 'user-tom' } });
  expect(await teamsIdOf(tom, thread)).toBe('29:tom');
  expect(connector.asked).toMatchObject([{ method: 'GET', path: `/v3/conversations/${thread}/members/user-tom` }]);
});

it.each([
  ['is not in the conversation', { status: 404, body: { error: { code: 'MemberNotFoundInConversation' } } }],
  ['is behind a Teams that is busy', { status: 429 }],
  ['is behind a Teams that does not answer', 'reset'],
] as const)('has no id for somebody who %s', async (_whose, answer) => {
  connector.next.push(answer);
  expect(await teamsIdOf(tom, thread)).toBeNull();
});

it.each([
  ['in the conversation', { status: 200, body: { id: '29:tom' } }, '29:tom'],
  ['not in it', { status: 404 }, null],
] as const)('asks once in ten minutes about somebody who is %s', async (_where, answer, id) => {
  connector.next.push(answer);
  expect(await teamsIdOf(tom, thread)).toBe(id);
  expect(await teamsIdOf(tom, thread)).toBe(id);
  expect(connector.asked).toHaveLength(1);
  now = plusMillis(now, 601_000);
  connector.next.push({ status: 200, body: { id: '29:tom' } });
  expect(await teamsIdOf(tom, thread)).toBe('29:tom');
});

it('asks again at once where Teams did not answer', async () => {
  connector.next.push({ status: 503 }, { status: 200, body: { id: '29:tom' } });
  expect(await teamsIdOf(tom, thread)).toBeNull();
  expect(await teamsIdOf(tom, thread)).toBe('29:tom');
});

it('has no id in a conversation the bot never met', async () => {
  expect(await teamsIdOf(tom, '19:elsewhere')).toBeNull();
});
