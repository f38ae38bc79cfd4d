/** What has changed in a place since somebody last asked: that, all of it, and for them alone. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asPerson, reset } from './asPerson.ts';
import { adaptiveCard, answerInvoke, cardType, silent, startToyTenant, withCard } from './toyBot.ts';
import type { ToyLogic, ToyTenant } from './toyBot.ts';

let tenant: ToyTenant;
let logic: ToyLogic;
beforeAll(async () => {
  tenant = await startToyTenant((context) => logic(context));
});
afterAll(() => tenant.close());
beforeEach(async () => {
  logic = silent;
  await reset(tenant);
});

const news = z.object({
  messages: z.array(z.looseObject({ id: z.string(), text: z.string(), deleted: z.boolean(), cards: z.array(z.any()) })),
  whole: z.boolean(),
  cursor: z.string(),
});
const ask = async (person: string, query = '', from = tenant) => {
  const answer = await fetch(`${from.origin}/rehearsal/api/conversations/${person}/channel${query}`);
  expect(answer.status).toBe(200);
  return news.parse(await answer.json());
};
const says = (person: string, text: string, how: Record<string, unknown> = {}) =>
  asPerson(tenant, person).says('channel', text, how);
const textsSince = async (person: string, cursor: string) =>
  (await ask(person, `?since=${cursor}`)).messages.map(({ text }) => text);

/** The bot posts a card, and a press by `person` has it do `act` with it. */
const cardWhosePress = async (person: string, act: ToyLogic) => {
  logic = (context) =>
    context.activity.type === 'invoke' ? act(context) : context.sendActivity(withCard(adaptiveCard('Agenda')));
  await says('priya-shah', '/strategy', { mention: true });
  const { messages, cursor } = await ask('priya-shah');
  await asPerson(tenant, person).presses(messages.at(-1)?.id ?? '', { verb: 'do' });
  return cursor;
};

describe('since the cursor of an answer', () => {
  it('there is nothing, and later what came, once', async () => {
    await says('priya-shah', 'Before');
    const { cursor, whole } = await ask('tom-reyes');
    expect(whole).toBe(true);
    expect(await textsSince('tom-reyes', cursor)).toEqual([]);
    await says('priya-shah', 'After');
    const after = await ask('tom-reyes', `?since=${cursor}`);
    expect(after).toMatchObject({ whole: false, messages: [{ text: 'After' }] });
    expect(await textsSince('tom-reyes', after.cursor)).toEqual([]);
  });

  it('a card that was changed is there as it is now', async () => {
    const cursor = await cardWhosePress('tom-reyes', (context) =>
      context.updateActivity({ ...withCard(adaptiveCard('Edited')), id: context.activity.replyToId ?? '' }),
    );
    const { messages } = await ask('priya-shah', `?since=${cursor}`);
    expect(messages).toMatchObject([{ cards: [adaptiveCard('Edited')] }]);
  });

  it('a message that was taken back is there as deleted', async () => {
    const cursor = await cardWhosePress('tom-reyes', (context) =>
      context.deleteActivity(context.activity.replyToId ?? ''),
    );
    expect((await ask('priya-shah', `?since=${cursor}`)).messages).toMatchObject([{ deleted: true, cards: [] }]);
  });

  it('somebody’s own view is there for them, and for nobody else', async () => {
    const cursor = await cardWhosePress('tom-reyes', (context) =>
      answerInvoke(context, cardType, adaptiveCard('For Tom')),
    );
    expect((await ask('tom-reyes', `?since=${cursor}`)).messages).toMatchObject([{ cards: [adaptiveCard('For Tom')] }]);
    const { messages } = await ask('priya-shah', `?since=${cursor}`);
    expect(JSON.stringify(messages)).not.toContain('For Tom');
  });

  it('nothing is there of another place, nor of what somebody else was told alone', async () => {
    const { cursor } = await ask('tom-reyes');
    await asPerson(tenant, 'tom-reyes').says('chat', 'My own chat');
    await says('priya-shah', '/strategy', { private: true });
    expect(await textsSince('tom-reyes', cursor)).toEqual([]);
  });

  it('all is there when everything was cleared, and when the tenant was started again', async () => {
    const { cursor } = await ask('tom-reyes');
    await reset(tenant);
    await says('priya-shah', 'A new day');
    const cleared = await ask('tom-reyes', `?since=${cursor}`);
    expect(cleared).toMatchObject({ whole: true, messages: [{ text: 'A new day' }] });
    const other = await startToyTenant(silent);
    const elsewhere = await ask('tom-reyes', `?since=${cleared.cursor}`, other);
    await other.close();
    expect(elsewhere).toMatchObject({ whole: true, messages: [] });
  });
});
