import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from 'botbuilder';
import type { NoticeId } from '../../src/discussion/state/notice.ts';
import { createLimits } from '../../src/channels/limits.ts';
import { repeatWords, type SendResult, type TeamsMessage } from '../../src/channels/send.ts';
import { sleep } from '../../src/channels/sleep.ts';
import { start } from '../store/contract/commits.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import type { Outcome } from '../../src/teams/connector.ts';
import { createPost } from '../../src/teams/post.ts';
import { classify } from '../../src/teams/sendResult.ts';
import { createRoster } from '../../src/teams/roster.ts';
import type { Conversations } from '../../src/store/rows.ts';
import { plusMillis } from '../../src/practice/time/instant.ts';
import { startConnector, type Connector, type ConnectorAnswer } from './connector.ts';
import { noticeKey } from '../../src/messages/noticeKey.ts';
import { rethrown } from '../builders/rethrown.ts';

const answer = (status: number, over: { retryAfter?: string; code?: string } = {}): Outcome => ({
  answered: true,
  status,
  retryAfter: over.retryAfter ?? null,
  body: over.code === undefined ? null : { error: { code: over.code, message: '' } },
});
const closed = (detail: string): SendResult => ({ result: 'closed', detail });
const gone = (detail: string): SendResult => ({ result: 'closed', detail, gone: true });
const later = (detail: string, retryAfterMs: number | null = null): SendResult => ({
  result: 'later',
  detail,
  retryAfterMs,
});
const unknown = (detail: string): SendResult => ({ result: 'unknown', detail });

describe('what an answer means for the notice', () => {
  it.each<[string, Outcome, SendResult]>([
    ['taken', { ...answer(201), body: { id: 'activity-1' } } as Outcome, { result: 'sent', receipt: 'activity-1' }],
    [
      'throttled, with a time to wait',
      answer(429, { retryAfter: '7', code: 'Throttled' }),
      later('Teams answered 429 Throttled', 7000),
    ],
    ['throttled, without one', answer(429), later('Teams answered 429')],
    ['throttled, with a time nobody can use', answer(429, { retryAfter: 'soon' }), later('Teams answered 429')],
    ['a precondition', answer(412), later('Teams answered 412')],
    ['unavailable', answer(503), later('Teams answered 503')],
    [
      'blocked by the person',
      answer(403, { code: 'ConversationBlockedByUser' }),
      gone('Teams answered 403 ConversationBlockedByUser'),
    ],
    ['gone', answer(404, { code: 'ConversationNotFound' }), gone('Teams answered 404 ConversationNotFound')],
    ['too large', answer(413), closed('Teams answered 413')],
    ['a bad gateway, which may have passed it on', answer(502), unknown('Teams answered 502')],
    ['a gateway time-out', answer(504), unknown('Teams answered 504')],
    ['a fault of its own', answer(500), unknown('Teams answered 500')],
    ['sent elsewhere', answer(302), unknown('Teams answered 302')],
    ['a lost connection', { answered: false, reached: true, detail: 'no answer' }, unknown('no answer')],
    ['no connection', { answered: false, reached: false, detail: 'not reached' }, later('not reached')],
  ])('%s', (_name, outcome, result) => {
    expect(classify(outcome)).toEqual(result);
  });
});

const tenantId = '7a1e5c0d-2b64-4e3f-9d18-0c5a6b7e8f90';
const inChat: TeamsMessage['to'] = { kind: 'person', tenantId, userId: 'user-tom' };

const kept = (): Conversations => {
  const all = new Map<string, string>();
  return {
    remember: (key, reference) => Promise.resolve(void all.set(key, reference)),
    recall: (key) => Promise.resolve(all.get(key) ?? null),
  };
};

const message = (over: Partial<TeamsMessage> = {}): TeamsMessage => ({
  id: 'SD-TEST22/1/invitation/tom' as NoticeId,
  to: { kind: 'conversation', conversation: '19:channel;messageid=1' },
  summary: 'Strategy discussion SD-TEST22',
  card: { type: 'AdaptiveCard', version: '1.5', body: [] },
  replaces: null,
  repeat: false,
  ...over,
});

describe('a send', () => {
  let connector: Connector;
  let faults: unknown[];
  let roster: ReturnType<typeof createRoster>;
  let post: ReturnType<typeof createPost>;

  const said = (over: Partial<Activity> = {}): Activity =>
    ({
      type: 'message',
      id: 'said-1',
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: '29:priya', aadObjectId: 'user-priya', name: 'Priya' },
      recipient: { id: '28:bot', name: 'Strategy bot' },
      conversation: { id: '19:channel;messageid=1', conversationType: 'channel', tenantId, isGroup: true, name: '' },
      channelData: { tenant: { id: tenantId } },
      ...over,
    }) as Activity;

  beforeEach(async () => {
    connector = await startConnector();
    faults = [];
    roster = createRoster(kept(), rethrown);
    const adapter = createAdapter(null, (context, error) => {
      faults.push(error);
      return context.sendActivity('Something went wrong.').then(() => undefined);
    });
    const limits = createLimits({ clock: () => start, sleep });
    post = createPost({ adapter, appId: '', roster, limits, timeoutMs: 300 });
  });
  afterEach(() => connector.close());

  it('a card into a conversation the bot has heard from', async () => {
    await roster.meet(said());
    expect(await post(message())).toEqual({ result: 'sent', receipt: 'activity-1' });
    expect(connector.asked).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations/19:channel;messageid=1/activities',
        body: {
          summary: 'Strategy discussion SD-TEST22',
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
        },
      },
    ]);
  });

  it('an update replaces the message it names', async () => {
    await roster.meet(said());
    expect(await post(message({ replaces: 'old-7' }))).toEqual({ result: 'sent', receipt: 'old-7' });
    expect(connector.asked).toMatchObject([
      { method: 'PUT', path: '/v3/conversations/19:channel;messageid=1/activities/old-7' },
    ]);
  });

  it('a conversation nobody has spoken in is closed, and nothing is sent', async () => {
    expect(await post(message())).toEqual({ result: 'closed', detail: 'The conversation is not known' });
    expect(connector.asked).toEqual([]);
  });

  it('a refusal is reported, not answered in the chat by the adapter, and not taken for sent', async () => {
    await roster.meet(said());
    connector.next.push({ status: 403, body: { error: { code: 'ConversationBlockedByUser', message: 'no' } } });
    expect(await post(message())).toMatchObject({ result: 'closed', detail: expect.stringContaining('403') as string });
    expect(connector.asked).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('a deleted message to update is closed, so that it is posted anew', async () => {
    await roster.meet(said());
    connector.next.push({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation', message: 'gone' } } });
    expect(await post(message({ replaces: 'old-7' }))).toMatchObject({ result: 'closed' });
  });

  it.each([412, 429, 500, 502, 503, 504])('a %d is one request: only the outbox tries again', async (status) => {
    await roster.meet(said());
    connector.next.push({ status, headers: { 'retry-after': '0' } });
    expect((await post(message())).result).toBe(status < 500 || status === 503 ? 'later' : 'unknown');
    expect(connector.asked).toHaveLength(1);
  });

  it('a throttled conversation is left alone as long as Teams said, and others are not', async () => {
    await roster.meet(said());
    connector.next.push({ status: 429, headers: { 'retry-after': '20' } });
    expect(await post(message())).toMatchObject({ result: 'later', retryAfterMs: 20_000 });
    expect(await post(message())).toEqual({ result: 'full', until: plusMillis(start, 20_000) });
    expect(await post(message({ to: inChat }))).toMatchObject({ result: 'sent' });
  });

  it.each<[string, ConnectorAnswer | 'reset' | 'silence']>([
    ['a connection lost after the request', 'reset'],
    ['no answer in time', 'silence'],
  ])('%s leaves it unknown whether the message arrived', async (_case, how) => {
    await roster.meet(said());
    connector.next.push(how);
    expect(await post(message())).toEqual({ result: 'unknown', detail: 'Teams did not answer' });
    expect(connector.asked).toHaveLength(1);
  });

  it('a service that cannot be reached has certainly not got the message', async () => {
    await roster.meet(said());
    await connector.close();
    expect(await post(message())).toEqual({
      result: 'later',
      detail: 'Teams could not be reached',
      retryAfterMs: null,
    });
  });

  it('a chat whose opening nobody confirmed holds no message yet, so opening it again is no repeat', async () => {
    await roster.meet(said());
    connector.next.push({ status: 504 });
    expect(await post(message({ to: inChat }))).toMatchObject({ result: 'later' });
  });

  it('a possible repeat says so to its reader, and both copies have the key of the notice', async () => {
    await roster.meet(said());
    await post(message());
    await post(message({ repeat: true }));
    const [first, second] = connector.asked.map(({ body }) => body);
    const channelData = { noticeKey: noticeKey(message().id) };
    expect(first).toMatchObject({ channelData });
    expect(first).not.toHaveProperty('text');
    expect(second).toMatchObject({ channelData, text: repeatWords });
  });

  it('a person without a chat gets one opened, once', async () => {
    await roster.meet(said());
    connector.next.push({ status: 201, body: { id: 'a:chat-tom' } });
    expect(await post(message({ to: inChat }))).toEqual({ result: 'sent', receipt: 'activity-2' });
    expect(await post(message({ to: inChat }))).toEqual({ result: 'sent', receipt: 'activity-3' });
    const [opened, ...sent] = connector.asked.map(({ method, path }) => `${method} ${path}`);
    expect(opened).toBe('POST /v3/conversations');
    expect(sent).toEqual([
      'POST /v3/conversations/a:chat-tom/activities',
      'POST /v3/conversations/a:chat-tom/activities',
    ]);
    expect(connector.asked[0]?.body).toMatchObject({ isGroup: false, tenantId, members: [{ id: 'user-tom' }] });
  });

  it('a person the bot is not installed for is closed', async () => {
    await roster.meet(said());
    connector.next.push({ status: 403, body: { error: { code: 'ForbiddenOperationException', message: 'no' } } });
    expect(await post(message({ to: inChat }))).toMatchObject({ result: 'closed' });
    expect(connector.asked).toHaveLength(1);
  });

  it('before the bot was ever added to Teams, a person is closed', async () => {
    expect(await post(message({ to: inChat }))).toEqual({
      result: 'closed',
      detail: 'The bot has not been added to Teams for this council yet',
    });
  });

  it('the newest service address is used, wherever an older one was', async () => {
    await roster.meet(said({ serviceUrl: 'http://127.0.0.1:1' }));
    await roster.meet(said());
    expect(await post(message())).toMatchObject({ result: 'sent' });
  });
});
