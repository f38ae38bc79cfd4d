import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../../src/rehearsal/people.ts';
import { asPerson, reset } from './asPerson.ts';
import { adaptiveCard, answerInvoke, cardType, errorType, messageType, startToyTenant, withCard } from './toyBot.ts';
import type { ToyLogic, ToyTenant } from './toyBot.ts';

let tenant: ToyTenant;
let onInvoke: ToyLogic;
let agendaId: string;

const action = { type: 'Action.Execute', verb: 'arrive', data: { nonce: 'n-1' } };
const priya = () => asPerson(tenant, 'priya-shah');
const tom = () => asPerson(tenant, 'tom-reyes');

beforeAll(async () => {
  tenant = await startToyTenant(async (context) => {
    if (context.activity.type === 'invoke') return onInvoke(context);
    if (context.activity.value === undefined) await context.sendActivity(withCard(adaptiveCard('For everyone')));
  });
});
afterAll(() => tenant.close());
beforeEach(async () => {
  await reset(tenant);
  await priya().says('channel', '/strategy', { mention: true });
  agendaId = (await priya().sees('channel')).at(-1)?.id ?? '';
  tenant.received.length = 0;
});

describe('a press', () => {
  it('reaches the bot as the invoke Teams documents', async () => {
    onInvoke = (context) => answerInvoke(context, messageType, 'Noted');
    await tom().presses(agendaId, action);
    expect(tenant.received).toMatchObject([
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: agendaId,
        from: { aadObjectId: people.find(({ id }) => id === 'tom-reyes')?.teams?.userId },
        value: { action, trigger: 'manual' },
      },
    ]);
  });

  it('shows its card to the person who pressed, and to nobody else', async () => {
    onInvoke = (context) => answerInvoke(context, cardType, adaptiveCard('For Tom'));
    expect(await tom().presses(agendaId, action)).toMatchObject({ kind: 'card' });
    expect((await tom().reads('channel')).at(-1)).toBe('For Tom');
    expect((await priya().reads('channel')).at(-1)).toBe('For everyone');
  });

  it('loses the personal view when the bot edits the message for everyone', async () => {
    onInvoke = async (context) => {
      await answerInvoke(context, cardType, adaptiveCard('For Tom'));
      if (JSON.stringify(context.activity.value).includes('edit')) {
        await context.updateActivity({ ...withCard(adaptiveCard('Edited')), id: agendaId });
      }
    };
    await tom().presses(agendaId, action);
    await priya().presses(agendaId, { ...action, verb: 'edit' });
    expect((await tom().reads('channel')).at(-1)).toBe('Edited');
  });

  it.each([
    ['words', messageType, 'The police are missing', { kind: 'message', text: 'The police are missing' }],
    ['an error', errorType, { code: 'BadRequest', message: 'Not you' }, { kind: 'error', message: 'Not you' }],
    ['something unknown', 'application/x-unknown', 'x', { kind: 'error', code: 'UnknownAnswer' }],
  ])('shows %s', async (_case, type, value, shown) => {
    onInvoke = (context) => answerInvoke(context, type, value);
    expect(await tom().presses(agendaId, action)).toMatchObject(shown);
    expect((await tom().reads('channel')).at(-1)).toBe('For everyone');
  });

  it('that no handler takes is an error the person sees', async () => {
    onInvoke = () => Promise.resolve();
    expect(await tom().presses(agendaId, action)).toMatchObject({ kind: 'error', code: 'HTTP 501' });
  });

  it('is sent again after five seconds, and the answer to the repeat is shown', async () => {
    let turns = 0;
    onInvoke = async (context) => {
      turns += 1;
      if (turns === 1) await wait(5_400);
      await answerInvoke(context, messageType, `Turn ${turns}`);
    };
    expect(await tom().presses(agendaId, action)).toEqual({ kind: 'message', text: 'Turn 2' });
    expect(tenant.received).toHaveLength(2);
    await wait(600);
  });

  it('is not possible on a message the person cannot see', async () => {
    const own = await priya().says('chat', '/strategy');
    const [, card] = await priya().sees('chat');
    expect(card?.thread).toBe(own.thread);
    await expect(tom().presses(card?.id ?? '', action)).rejects.toThrow(/cannot see that message/);
  });
});

it.each([
  ['fails: something went wrong', {}, { kind: 'error', code: 'HTTP 500' }],
  ['is not there: unable to reach app', { botAt: 'http://127.0.0.1:1' }, { kind: 'unreachable' }],
])('says of a bot that %s', async (_case, where, shown) => {
  const failing = await startToyTenant(() => Promise.reject(new Error('The toy bot fails on purpose')), where);
  const person = asPerson(failing, 'priya-shah');
  const { id } = await person.says('channel', 'A post');
  expect(await person.presses(id, action)).toMatchObject(shown);
  await failing.close();
});

it('sends Action.Submit as a message whose value is the form', async () => {
  onInvoke = () => Promise.resolve();
  await tom().presses(agendaId, { type: 'Action.Submit', data: { answer: 'yes' } });
  expect(tenant.received).toMatchObject([{ type: 'message', value: { answer: 'yes' }, replyToId: agendaId }]);
});
