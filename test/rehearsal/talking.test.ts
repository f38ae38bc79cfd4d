import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outsider, people } from '../../src/rehearsal/people.ts';
import { botId, botName, channel, groupChat, personalChats } from '../../src/rehearsal/places.ts';
import { asPerson, reset } from './asPerson.ts';
import { silent, startToyTenant } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';

let tenant: ToyTenant;
const priya = people.find(({ id }) => id === 'priya-shah');

beforeAll(async () => {
  tenant = await startToyTenant(silent);
});
afterAll(() => tenant.close());
beforeEach(async () => {
  await reset(tenant);
  tenant.received.length = 0;
});

describe('what a bot is told', () => {
  it.each([
    ['in the channel without a mention: nothing', 'channel', {}, 0],
    ['in the channel with a mention: the message', 'channel', { mention: true }, 1],
    ['in the channel as a private slash command: the message', 'channel', { private: true }, 1],
    ['in the group chat without a mention: nothing', 'group', {}, 0],
    ['in the group chat with a mention: the message', 'group', { mention: true }, 1],
    ['in a person’s own chat: the message', 'chat', {}, 1],
  ] as const)('%s', async (_case, place, how, told) => {
    await asPerson(tenant, 'priya-shah').says(place, '/strategy', how);
    expect(tenant.received).toHaveLength(told);
  });

  it('is the activity Teams documents for a channel', async () => {
    const said = await asPerson(tenant, 'priya-shah').says('channel', '/strategy list', { mention: true });
    expect(tenant.received[0]).toMatchObject({
      type: 'message',
      id: said.id,
      text: `<at>${botName}</at> /strategy list`,
      channelId: 'msteams',
      serviceUrl: `${tenant.origin}/rehearsal/connector`,
      localTimezone: 'Europe/London',
      from: { id: priya?.teams?.mri, name: 'Priya Shah', aadObjectId: priya?.teams?.userId },
      recipient: { id: botId, name: botName },
      conversation: {
        id: `${channel.id};messageid=${said.id}`,
        conversationType: 'channel',
        isGroup: true,
        tenantId: tenant.rehearsal.tenantId,
      },
      channelData: {
        channel: { id: channel.id },
        team: { id: channel.teamId },
        tenant: { id: tenant.rehearsal.tenantId },
      },
    });
    expect(tenant.received[0]?.entities).toContainEqual({
      type: 'mention',
      mentioned: { id: botId, name: botName },
      text: `<at>${botName}</at>`,
    });
  });

  it('names a reply’s thread by the first post', async () => {
    const priyaNow = asPerson(tenant, 'priya-shah');
    const first = await priyaNow.says('channel', 'Morning');
    await asPerson(tenant, 'ellie-vaughan').says('channel', '/strategy', { thread: first.id, mention: true });
    expect(tenant.received[0]?.conversation.id).toBe(`${channel.id};messageid=${first.id}`);
  });

  it('marks a private slash command as targeted, with no mention in it', async () => {
    await asPerson(tenant, 'priya-shah').says('channel', '/strategy', { private: true });
    expect(tenant.received[0]).toMatchObject({ text: '/strategy', recipient: { id: botId, isTargeted: true } });
  });

  it('names the tenant of a speaker from elsewhere', async () => {
    await asPerson(tenant, outsider.id).says('channel', '/strategy', { mention: true });
    expect(tenant.received[0]).toMatchObject({
      conversation: { tenantId: tenant.rehearsal.tenantId },
      channelData: { tenant: { id: outsider.teams?.tenantId } },
    });
  });

  it('carries London’s clock, an hour ahead of UTC in summer', async () => {
    const summer = await startToyTenant(silent, { now: () => new Date('2026-07-01T09:30:00Z') });
    await asPerson(summer, 'priya-shah').says('chat', 'Hello');
    await summer.close();
    expect(summer.received[0]).toMatchObject({ rawLocalTimestamp: '2026-07-01T10:30:00+01:00' });
  });
});

describe('what others see', () => {
  it('is everything in the channel but private commands', async () => {
    const ellie = asPerson(tenant, 'ellie-vaughan');
    await ellie.says('channel', 'Seen by all');
    await ellie.says('channel', '/strategy', { private: true });
    expect(await ellie.reads('channel')).toEqual(['Seen by all', '/strategy']);
    expect(await asPerson(tenant, 'tom-reyes').reads('channel')).toEqual(['Seen by all']);
  });

  it('is nothing of another person’s own chat', async () => {
    await asPerson(tenant, 'ellie-vaughan').says('chat', 'Only mine');
    expect(await asPerson(tenant, 'tom-reyes').reads('chat')).toEqual([]);
  });

  it.each([
    ['a person with e-mail only has no chat', 'carol-tench', 'chat'],
    ['the outsider is not in the group chat', 'victor-lane', 'group'],
  ] as const)('%s', async (_case, person, place) => {
    await expect(asPerson(tenant, person).says(place, 'Hello')).rejects.toThrow(/^404 /);
  });
});

it('says so when the bot does not answer', async () => {
  const down = await startToyTenant(() => Promise.reject(new Error('The toy bot fails on purpose')));
  const said = await asPerson(down, 'priya-shah').says('chat', '/strategy');
  await down.close();
  expect(said.reachedBot).toBe(false);
});

it('tells the bot once of every place it is installed in', async () => {
  const places = [channel, groupChat, ...personalChats].map(({ id }) => id);
  const fresh = await startToyTenant(silent);
  await expect.poll(() => fresh.installations.length, { timeout: 10_000 }).toBe(places.length * 2);
  await fresh.close();
  const installed = fresh.installations.filter(({ type }) => type === 'installationUpdate');
  expect(installed.map(({ conversation }) => conversation.id).toSorted()).toEqual(places.toSorted());
});
