import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Activity } from 'botbuilder';
import type { NoticeId } from '../../src/discussion/notice.ts';
import type { TeamsMessage } from '../../src/notices/send.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { classify, createPost } from '../../src/teams/post.ts';
import { createRoster } from '../../src/teams/roster.ts';
import type { Conversations } from '../../src/store/store.ts';
import { startConnector, type Connector } from './connector.ts';

const headers = (given: Readonly<Record<string, string>>) => ({ get: (name: string) => given[name] });

describe('what a failed call means for the notice', () => {
  test.each<[string, unknown, object]>([
    [
      'throttled, with a time to wait',
      { statusCode: 429, code: 'Throttled', response: { headers: headers({ 'retry-after': '7' }) } },
      { result: 'later', detail: 'Teams answered 429 Throttled', retryAfterMs: 7000 },
    ],
    [
      'throttled, without one',
      { statusCode: 429 },
      { result: 'later', detail: 'Teams answered 429', retryAfterMs: null },
    ],
    [
      'throttled, with a date nobody can use',
      { statusCode: 429, response: { headers: headers({ 'retry-after': 'soon' }) } },
      { result: 'later', detail: 'Teams answered 429', retryAfterMs: null },
    ],
    ['a precondition', { statusCode: 412 }, { result: 'later', detail: 'Teams answered 412', retryAfterMs: null }],
    ['unavailable', { statusCode: 503 }, { result: 'later', detail: 'Teams answered 503', retryAfterMs: null }],
    [
      'blocked by the person',
      { statusCode: 403, code: 'ConversationBlockedByUser' },
      { result: 'closed', detail: 'Teams answered 403 ConversationBlockedByUser' },
    ],
    [
      'gone',
      { statusCode: 404, code: 'ConversationNotFound' },
      { result: 'closed', detail: 'Teams answered 404 ConversationNotFound' },
    ],
    ['too large', { statusCode: 413 }, { result: 'closed', detail: 'Teams answered 413' }],
    [
      'a bad gateway, which may have passed it on',
      { statusCode: 502 },
      { result: 'unknown', detail: 'Teams answered 502' },
    ],
    ['a gateway time-out', { statusCode: 504 }, { result: 'unknown', detail: 'Teams answered 504' }],
    ['a fault of its own', { statusCode: 500 }, { result: 'unknown', detail: 'Teams answered 500' }],
    ['a lost connection', new Error('ECONNRESET'), { result: 'unknown', detail: 'Teams did not answer' }],
    ['something that is not an error', 'no', { result: 'unknown', detail: 'Teams did not answer' }],
  ])('%s', (_name, error, result) => {
    expect(classify(error)).toEqual(result);
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
  ...over,
});

describe('a send through the real adapter', () => {
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
    roster = createRoster(kept());
    const adapter = createAdapter(null, (context, error) => {
      faults.push(error);
      return context.sendActivity('Something went wrong.').then(() => undefined);
    });
    post = createPost({ adapter, appId: '', roster });
  });
  afterEach(() => connector.close());

  test('a card into a conversation the bot has heard from', async () => {
    await roster.meet(said());
    expect(await post(message())).toEqual({ result: 'sent', receipt: 'activity-1' });
    expect(connector.asked).toMatchObject([
      {
        method: 'POST',
        path: expect.stringMatching('^/v3/conversations/19:channel;messageid=1/activities/') as string,
        body: {
          summary: 'Strategy discussion SD-TEST22',
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
        },
      },
    ]);
  });

  test('an update replaces the message it names', async () => {
    await roster.meet(said());
    expect(await post(message({ replaces: 'old-7' }))).toEqual({ result: 'sent', receipt: 'old-7' });
    expect(connector.asked).toMatchObject([
      { method: 'PUT', path: '/v3/conversations/19:channel;messageid=1/activities/old-7' },
    ]);
  });

  test('a conversation nobody has spoken in is closed, and nothing is sent', async () => {
    expect(await post(message())).toEqual({ result: 'closed', detail: 'The conversation is not known' });
    expect(connector.asked).toEqual([]);
  });

  test('a refusal is reported, not answered in the chat by the adapter, and not taken for sent', async () => {
    await roster.meet(said());
    connector.next.push({ status: 403, body: { error: { code: 'ConversationBlockedByUser', message: 'no' } } });
    expect(await post(message())).toMatchObject({ result: 'closed', detail: expect.stringContaining('403') as string });
    expect(connector.asked).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  test('a deleted message to update is closed, so that it is posted anew', async () => {
    await roster.meet(said());
    connector.next.push({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation', message: 'gone' } } });
    expect(await post(message({ replaces: 'old-7' }))).toMatchObject({ result: 'closed' });
  });

  test('a throttled send waits as long as Teams says', async () => {
    await roster.meet(said());
    const throttled = {
      status: 429,
      headers: { 'retry-after': '0' },
      body: { error: { code: 'Throttled', message: '' } },
    };
    // The SDK itself tries a 429 with a Retry-After three times more.
    connector.next.push(throttled, throttled, throttled, throttled);
    expect(await post(message())).toMatchObject({ result: 'later', retryAfterMs: 0 });
  });

  test('a person without a chat gets one opened, once', async () => {
    await roster.meet(said());
    connector.next.push({ status: 201, body: { id: 'a:chat-tom' } });
    expect(await post(message({ to: inChat }))).toEqual({ result: 'sent', receipt: 'activity-2' });
    expect(await post(message({ to: inChat }))).toEqual({ result: 'sent', receipt: 'activity-3' });
    const [opened, ...sent] = connector.asked.map(({ method, path }) => `${method} ${path}`);
    expect(opened).toBe('POST /v3/conversations');
    expect(sent.map((line) => line.replace(/[^/]*$/, ''))).toEqual([
      'POST /v3/conversations/a:chat-tom/activities/',
      'POST /v3/conversations/a:chat-tom/activities/',
    ]);
    expect(connector.asked[0]?.body).toMatchObject({ isGroup: false, tenantId, members: [{ id: 'user-tom' }] });
  });

  test('a person the bot is not installed for is closed', async () => {
    await roster.meet(said());
    connector.next.push({ status: 403, body: { error: { code: 'ForbiddenOperationException', message: 'no' } } });
    expect(await post(message({ to: inChat }))).toMatchObject({ result: 'closed' });
    expect(connector.asked).toHaveLength(1);
  });

  test('before the bot was ever added to Teams, a person is closed', async () => {
    expect(await post(message({ to: inChat }))).toEqual({
      result: 'closed',
      detail: 'The bot has not been added to Teams for this council yet',
    });
  });

  test('the newest service address is used, wherever an older one was', async () => {
    await roster.meet(said({ serviceUrl: 'http://127.0.0.1:1' }));
    await roster.meet(said());
    expect(await post(message())).toMatchObject({ result: 'sent' });
  });
});
