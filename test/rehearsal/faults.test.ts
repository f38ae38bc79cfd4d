import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../../src/rehearsal/people.ts';
import { asPerson, clearFaults, faultsLeft, reset, switchOn } from './asPerson.ts';
import { adaptiveCard, answerInvoke, messageType, startToyTenant, withCard } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';

let tenant: ToyTenant;

beforeAll(async () => {
  tenant = await startToyTenant(async (context) => {
    if (context.activity.type === 'invoke') await answerInvoke(context, messageType, 'Noted');
    else await context.sendActivity(withCard(adaptiveCard('Hello')));
  });
});
afterAll(() => tenant.close());
beforeEach(async () => {
  await clearFaults(tenant);
  await reset(tenant);
  tenant.received.length = 0;
});

const tom = people.find(({ id }) => id === 'tom-reyes');

/** The bot's plain HTTP request to write to Tom, so that no client of the SDK retries behind the test's back. */
const openChat = async (patienceMs = 5_000): Promise<Response> =>
  fetch(`${tenant.origin}/rehearsal/connector/v3/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      members: [{ id: tom?.teams?.mri }],
      tenantId: tenant.rehearsal.tenantId,
      activity: { type: 'message', text: 'An invitation' },
    }),
    signal: AbortSignal.timeout(patienceMs),
  });
const delivered = async (): Promise<number> => (await asPerson(tenant, 'tom-reyes').sees('chat')).length;

describe('the connector fails as Teams does', () => {
  it.each([
    ['throttled, saying for how long', { status: 429, retryAfterSeconds: 3 }, 'Throttled', '3', 0],
    ['throttled, without saying', { status: 429 }, 'Throttled', null, 0],
    ['precondition failed', { status: 412 }, 'PreconditionFailed', null, 0],
    ['server error', { status: 500 }, 'ServiceError', null, 0],
    ['bad gateway', { status: 502 }, 'ServiceError', null, 0],
    ['unavailable', { status: 503 }, 'ServiceError', null, 0],
    ['gateway time-out after delivery', { status: 504, afterDelivery: true }, 'ServiceError', null, 1],
    ['blocked by the person', { status: 403 }, 'ConversationBlockedByUser', null, 0],
    ['not installed', { status: 403, code: 'ForbiddenOperationException' }, 'ForbiddenOperationException', null, 0],
    ['gone', { status: 404 }, 'ConversationNotFound', null, 0],
  ])('%s', async (_case, fault, code, retryAfter, arrived) => {
    await switchOn(tenant, { kind: 'connectorStatus', ...fault });
    const answer = await openChat();
    expect(answer.status).toBe(fault.status);
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(await answer.json()).toMatchObject({ error: { code } });
    expect(await delivered()).toBe(arrived);
  });

  it.each([
    ['never answering, before delivery', { kind: 'connectorSilence' }, 0],
    ['never answering, after delivery', { kind: 'connectorSilence', afterDelivery: true }, 1],
    ['cutting the connection, before delivery', { kind: 'connectorReset' }, 0],
    ['cutting the connection, after delivery', { kind: 'connectorReset', afterDelivery: true }, 1],
  ])('%s', async (_case, fault, arrived) => {
    await switchOn(tenant, fault);
    await expect(openChat(300)).rejects.toThrow();
    expect(await delivered()).toBe(arrived);
  });

  it('slowly', async () => {
    await switchOn(tenant, { kind: 'connectorDelay', ms: 250 });
    const before = performance.now();
    expect((await openChat()).status).toBe(201);
    expect(performance.now() - before).toBeGreaterThanOrEqual(240);
  });
});

describe('a fault', () => {
  it('ends when it has been used as often as asked', async () => {
    await switchOn(tenant, { kind: 'connectorStatus', status: 503, times: 2 });
    expect([(await openChat()).status, (await openChat()).status, (await openChat()).status]).toEqual([503, 503, 201]);
    expect(await faultsLeft(tenant)).toEqual([]);
  });

  it.each([
    ['another person', { person: 'grace-mensah' }],
    ['another operation', { operation: 'update' }],
  ])('spares %s', async (_case, scope) => {
    await switchOn(tenant, { kind: 'connectorStatus', status: 503, ...scope });
    expect((await openChat()).status).toBe(201);
  });

  it.each([
    ['the person', { person: 'tom-reyes' }],
    ['the operation', { operation: 'createConversation' }],
  ])('applies to %s it names', async (_case, scope) => {
    await switchOn(tenant, { kind: 'connectorStatus', status: 503, ...scope });
    expect((await openChat()).status).toBe(503);
  });

  it('of an unknown kind is refused', async () => {
    await expect(switchOn(tenant, { kind: 'earthquake' })).rejects.toThrow(/^400 /);
  });
});

describe('Teams sending an invoke again', () => {
  it.each([
    ['under the same activity id', 'same', 1],
    ['under a new activity id each', 'new', 4],
  ] as const)('%s', async (_case, activityId, ids) => {
    const priya = asPerson(tenant, 'priya-shah');
    await priya.says('chat', '/strategy');
    const [, card] = await priya.sees('chat');
    tenant.received.length = 0;
    await switchOn(tenant, { kind: 'invokeRedelivery', copies: 3, activityId, times: 1 });
    await priya.presses(card?.id ?? '', { verb: 'arrive', data: { nonce: 'n-1' } });
    expect(tenant.received).toHaveLength(4);
    expect(new Set(tenant.received.map(({ id }) => id)).size).toBe(ids);
    expect(new Set(tenant.received.map(({ value }) => JSON.stringify(value))).size).toBe(1);
  });
});
