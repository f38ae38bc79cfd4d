import { TeamsInfo, TurnContext } from 'botbuilder';
import type { ConversationReference } from 'botbuilder';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outsider, people } from '../../src/rehearsal/people.ts';
import { channel } from '../../src/rehearsal/places.ts';
import { asPerson, reset } from './asPerson.ts';
import { adaptiveCard, startToyTenant, withCard } from './toyBot.ts';
import type { ToyLogic, ToyTenant } from './toyBot.ts';

let tenant: ToyTenant;
let logic: ToyLogic;
const colleagues = people.filter(({ teams }) => teams !== null);

beforeAll(async () => {
  tenant = await startToyTenant((context) => logic(context));
});
afterAll(() => tenant.close());
beforeEach(async () => {
  await reset(tenant);
});

const priya = () => asPerson(tenant, 'priya-shah');

/** Runs `turn` as the bot, in answer to something Priya says in the channel. What fails in it fails the test. */
const inTurn = async (turn: ToyLogic): Promise<Partial<ConversationReference>> => {
  let outcome: Promise<Partial<ConversationReference>> = Promise.reject(new Error('The bot was not spoken to'));
  outcome.catch(() => undefined);
  logic = (context) => {
    outcome = turn(context).then(() => TurnContext.getConversationReference(context.activity));
    return outcome;
  };
  await priya().says('channel', '/strategy', { mention: true });
  return outcome;
};

const mriOf = (id: string): string => people.find((person) => person.id === id)?.teams?.mri ?? '';

/** A conversation started by the bot, as the adapter does it. */
const startConversation = (parameters: Record<string, unknown>, turn: (context: TurnContext) => Promise<void>) =>
  tenant.adapter.createConversationAsync(
    '',
    'msteams',
    `${tenant.origin}/rehearsal/connector`,
    '',
    parameters as never,
    turn,
  );

describe('messages of a bot', () => {
  it('are posted in the thread it was spoken to in', async () => {
    await inTurn((context) => context.sendActivity('Here'));
    const [asked, answered] = await priya().sees('channel');
    expect(answered).toMatchObject({ author: 'bot', text: 'Here', thread: asked?.id });
  });

  it('are changed for everyone by an update', async () => {
    await inTurn(async (context) => {
      const sent = await context.sendActivity(withCard(adaptiveCard('No answer')));
      await context.updateActivity({ ...withCard(adaptiveCard('Present')), id: sent?.id ?? '' });
    });
    expect(await asPerson(tenant, 'grace-mensah').reads('channel')).toEqual(['/strategy', 'Present']);
  });

  it('are gone for everyone after deletion, and cannot be updated then', async () => {
    await inTurn(async (context) => {
      const id = (await context.sendActivity('Soon gone'))?.id ?? '';
      await context.deleteActivity(id);
      await expect(context.updateActivity({ type: 'message', id, text: 'Too late' })).rejects.toMatchObject({
        statusCode: 404,
        code: 'ActivityNotFoundInConversation',
      });
    });
    expect((await priya().sees('channel')).at(-1)).toMatchObject({ deleted: true, text: '' });
  });

  it('are refused over 100 KB of UTF-16', async () => {
    await inTurn(async (context) => {
      await expect(context.sendActivity('x'.repeat(50_000))).rejects.toMatchObject({
        statusCode: 413,
        code: 'MessageSizeTooBig',
      });
    });
    expect(await priya().sees('channel')).toHaveLength(1);
  });

  it('start a new thread when sent to the channel itself', async () => {
    const reference = await inTurn(() => Promise.resolve());
    const toChannel = { ...reference, conversation: { id: channel.id } } as ConversationReference;
    await tenant.adapter.continueConversationAsync('', { ...toChannel, activityId: '' }, async (context) => {
      await context.sendActivity('A new post');
    });
    const post = (await priya().sees('channel')).at(-1);
    expect(post).toMatchObject({ text: 'A new post', thread: post?.id });
  });
});

describe('conversations a bot starts', () => {
  it('are the person’s own chat, the same one every time', async () => {
    const ids: string[] = [];
    const turn = async (context: TurnContext) => {
      ids.push(context.activity.conversation.id);
      await context.sendActivity('For you alone');
    };
    const parameters = {
      isGroup: false,
      members: [{ id: mriOf('grace-mensah') }],
      tenantId: tenant.rehearsal.tenantId,
    };
    await startConversation(parameters, turn);
    await startConversation(parameters, turn);
    expect(new Set(ids).size).toBe(1);
    expect(await asPerson(tenant, 'grace-mensah').reads('chat')).toEqual(['For you alone', 'For you alone']);
    expect(await priya().reads('chat')).toEqual([]);
  });

  it('may be a new post in the channel', async () => {
    let threadId = '';
    await startConversation(
      { isGroup: true, channelData: { channel: { id: channel.id } }, activity: { type: 'message', text: 'Agenda' } },
      async (context) => {
        threadId = context.activity.conversation.id;
        await context.sendActivity('Under it');
      },
    );
    const [post, reply] = await priya().sees('channel');
    expect(threadId).toBe(`${channel.id};messageid=${post?.id ?? ''}`);
    expect([post?.text, reply?.text, reply?.thread]).toEqual(['Agenda', 'Under it', post?.id]);
  });

  it('are refused with somebody from another tenant', async () => {
    const parameters = { isGroup: false, members: [{ id: outsider.teams?.mri }], tenantId: outsider.teams?.tenantId };
    await expect(startConversation(parameters, () => Promise.resolve())).rejects.toMatchObject({
      statusCode: 403,
      code: 'ForbiddenOperationException',
    });
  });
});

describe('who is in a conversation', () => {
  it('comes in pages', async () => {
    await inTurn(async (context) => {
      const first = await TeamsInfo.getPagedMembers(context, 10);
      const second = await TeamsInfo.getPagedMembers(context, 10, first.continuationToken);
      expect(second.continuationToken).toBeUndefined();
      expect([...first.members, ...second.members].map(({ id }) => id)).toEqual(
        colleagues.map(({ teams }) => teams?.mri),
      );
    });
  });

  it.each([
    ['by the id bots know', (person: string) => mriOf(person)],
    ['by Entra object id', (person: string) => people.find(({ id }) => id === person)?.teams?.userId ?? ''],
  ])('is found %s', async (_case, idOf) => {
    await inTurn(async (context) => {
      expect(await TeamsInfo.getMember(context, idOf('tom-reyes'))).toMatchObject({
        id: mriOf('tom-reyes'),
        name: 'DI Tom Reyes',
        email: 'tom.reyes@exampleshire.police.uk',
        tenantId: tenant.rehearsal.tenantId,
      });
    });
  });

  it('does not include a stranger', async () => {
    await inTurn(async (context) => {
      await expect(TeamsInfo.getMember(context, '29:nobody')).rejects.toMatchObject({
        statusCode: 404,
        code: 'MemberNotFoundInConversation',
      });
    });
  });

  it('names the team and its channels', async () => {
    await inTurn(async (context) => {
      expect(await TeamsInfo.getTeamDetails(context)).toMatchObject({ id: channel.teamId, name: channel.teamName });
      expect(await TeamsInfo.getTeamChannels(context)).toMatchObject([{ id: channel.id }]);
    });
  });
});

describe('targeted messages', () => {
  const sendTargeted = async (recipient: string) => {
    const reference = await inTurn(() => Promise.resolve());
    const conversation = encodeURIComponent(reference.conversation?.id ?? '');
    return fetch(
      `${tenant.origin}/rehearsal/connector/v3/conversations/${conversation}/activities?isTargetedActivity=true`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', text: 'Just for Priya', recipient: { id: recipient } }),
      },
    );
  };

  it('are seen by one person only', async () => {
    expect((await sendTargeted(mriOf('priya-shah'))).status).toBe(201);
    expect((await priya().sees('channel')).at(-1)).toMatchObject({ text: 'Just for Priya', isPrivate: true });
    expect(await asPerson(tenant, 'ellie-vaughan').reads('channel')).toEqual(['/strategy']);
  });

  it('are refused for somebody who is not in the channel', async () => {
    const answer = await sendTargeted('29:nobody');
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { code: 'BotNotInConversationRoster' } });
  });
});

it('does not know a conversation that never was', async () => {
  const answer = await fetch(`${tenant.origin}/rehearsal/connector/v3/conversations/a:none/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text: 'Hello?' }),
  });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ error: { code: 'ConversationNotFound' } });
});
