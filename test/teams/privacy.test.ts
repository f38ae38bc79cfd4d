import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isWelcome } from '../journey/answers.ts';
import { conveneInChannel } from '../journey/convening.ts';
import { startCouncil, textOf, until, type Council, type Message } from '../journey/council.ts';
import { channel, deliver, groupChat, newcomer, outsider, personNamed, pressed, said } from './activities.ts';

let council: Council;
let reference: string;
const priya = personNamed('priya-shah');
const tom = personNamed('tom-reyes');

beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council));
  await council.as('priya-shah').card('channel', 'Who has been told');
  await council.as('victor-lane').card('channel', 'take part');
  await until('the bot to have said in both places what it is for', async () => {
    const places = await Promise.all([inPlace(channel), inPlace(groupChat)]);
    return places.every((messages) => messages.some(isWelcome)) ? true : undefined;
  });
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

/** What a colleague who looks at the channel and the group chat can see of the bot. */
const inPublic = async (): Promise<readonly Message[]> => [
  ...(await council.as('nadia-hussain').messages('channel')),
  ...(await council.as('nadia-hussain').messages('group')),
];
const inChat = async (person: string): Promise<readonly Message[]> => council.as(person).messages('chat');
const words = (messages: readonly Message[]): string => messages.map((m) => `${m.text}\n${textOf(m.cards)}`).join('\n');

const inPlace = ({ kind }: { readonly kind: string }): Promise<readonly Message[]> =>
  council.as('nadia-hussain').messages(kind === 'channel' ? 'channel' : 'group');

let publicBefore: number;
beforeEach(async () => {
  // Cards of the thread may still be brought up to date; that is no new message.
  publicBefore = (await inPublic()).length;
});
const nothingNewInPublic = async (): Promise<void> => {
  await wait(150);
  expect(await inPublic()).toHaveLength(publicBefore);
};

describe('a private slash command is never answered in public', () => {
  it.each([
    ['/strategy help', 'What you can type'],
    ['/strategy', 'New strategy discussion'],
    ['/strategy list', 'Open strategy discussions'],
    ['/strategy show SD-222222', 'There is no strategy discussion SD-222222'],
    ['/strategy cancel SD-222222', 'There is no strategy discussion SD-222222'],
    ['/strategy actions SD-222222', 'There is no strategy discussion SD-222222'],
    ['/strategy actions', 'Your actions'],
    ['/strategy frobnicate', 'is not something I know'],
    ['hello', 'is not something I know'],
  ])('%s, in a channel', async (text, answer) => {
    await deliver(council, said(council, priya, text, { targeted: true }));
    await council.as('priya-shah').card('chat', answer);
    await nothingNewInPublic();
  });

  it.each(['show', 'cancel'])('/strategy %s of their own discussion', async (command) => {
    const { length } = await inChat('priya-shah');
    await deliver(council, said(council, priya, `/strategy ${command} ${reference}`, { targeted: true }));
    const answered = (await inChat('priya-shah')).slice(length);
    expect(words(answered)).toContain(reference);
    await nothingNewInPublic();
  });

  it('in a group chat', async () => {
    await deliver(council, said(council, priya, '/strategy list', { targeted: true, place: groupChat }));
    await nothingNewInPublic();
  });

  it('by somebody who may not convene', async () => {
    const { length } = await inChat('tom-reyes');
    await deliver(council, said(council, tom, '/strategy', { targeted: true }));
    expect(words((await inChat('tom-reyes')).slice(length))).toContain('Only a children’s social care manager');
    await nothingNewInPublic();
  });

  it('by somebody of the council who is in nobody’s directory: not even that they asked', async () => {
    await deliver(council, said(council, newcomer, '/strategy', { targeted: true }));
    await nothingNewInPublic();
  });

  it('by somebody of another organisation, whom the bot cannot write to: it stays silent', async () => {
    await deliver(council, said(council, outsider, '/strategy', { targeted: true }));
    await nothingNewInPublic();
  });

  it('when the private answer cannot be delivered: the fault is noted, and nobody else is told', async () => {
    await council.api('POST', 'faults', [
      { kind: 'connectorStatus', status: 403, person: 'grace-mensah', afterDelivery: false },
    ]);
    await deliver(council, said(council, personNamed('grace-mensah'), '/strategy list', { targeted: true }));
    await nothingNewInPublic();
    await council.api('DELETE', 'faults');
    expect(council.faults.splice(0).join()).toContain('"what":"fault"');
  });

  it('and the asker alone reads in the channel where the answer is, or what to do where there is no such chat', async () => {
    const asked = async (): Promise<Message | undefined> => {
      await deliver(council, said(council, tom, '/strategy list', { targeted: true }));
      await nothingNewInPublic();
      return (await council.as('tom-reyes').messages('channel')).at(-1);
    };
    expect((await asked())?.text).toBe('The answer is in your chat with the bot.');

    await council.api('POST', 'faults', [
      { kind: 'connectorStatus', status: 403, person: 'tom-reyes', afterDelivery: false },
    ]);
    expect((await asked())?.text).toContain('Find the bot under “Apps” in Teams');
    await council.api('DELETE', 'faults');
    expect(council.faults.splice(0).join()).toContain('"what":"fault"');
  });
});

describe('what is for the asker alone goes to their own chat, also when asked in public', () => {
  it.each([
    ['list', 'Open strategy discussions'],
    ['show SD-222222', 'There is no strategy discussion SD-222222'],
    ['cancel SD-222222', 'There is no strategy discussion SD-222222'],
  ])('/strategy %s', async (command, answer) => {
    const { length } = await inChat('priya-shah');
    const { length: inChannel } = await inPlace(channel);
    await deliver(council, said(council, priya, `/strategy ${command}`, { mention: true }));
    expect(words((await inChat('priya-shah')).slice(length))).toContain(answer);
    expect(words((await inPlace(channel)).slice(inChannel)).trim()).toBe('The answer is in your chat with the bot.');
  });

  it.each([
    ['in the channel', channel],
    ['in the group chat', groupChat],
  ])(
    'and it is said %s where that chat cannot be opened, in the same words for any discussion',
    async (_name, place) => {
      await council.api('POST', 'faults', [
        { kind: 'connectorStatus', status: 403, person: 'priya-shah', afterDelivery: false },
      ]);
      const heard: string[] = [];
      for (const asked of [reference, 'SD-222222']) {
        const { length: before } = await inPlace(place);
        await deliver(council, said(council, priya, `/strategy show ${asked}`, { mention: true, place }));
        heard.push(words((await inPlace(place)).slice(before)).trim());
      }
      await council.api('DELETE', 'faults');
      expect(heard[0]).toContain('The answer could not be sent to your chat with the bot. Find the bot under “Apps”');
      expect(heard[1]).toBe(heard[0]);
      expect(council.faults.splice(0).join()).toContain('"what":"fault"');
    },
  );
});

describe('a convene form asked for privately', () => {
  it('stays in the asker’s own chat, and the agenda goes to the channel all the same', async () => {
    const manager = council.as('priya-shah');
    await deliver(council, said(council, priya, '/strategy', { targeted: true }));
    const announced = await manager.card('chat', 'New strategy discussion');
    await nothingNewInPublic();
    const convened = await conveneInChannel(council, { announced });
    expect(convened.reference).not.toBe(reference);
    const agenda = await until('the agenda card in the channel', async () =>
      (await inPublic()).find((m) =>
        ['Who must be there', convened.reference].every((words) => textOf(m.cards).includes(words)),
      ),
    );
    expect(textOf(agenda.cards)).toContain('J.S.');
  });
});

describe('somebody the council does not know', () => {
  const button = { type: 'Action.Execute', verb: 'agenda.show', data: {} };
  const toOthers =
    'This bot works for Exampleshire County Council only. Ask the person who invited you how to take part.';
  const toNewcomers =
    'You are not in the directory of Exampleshire County Council yet. Ask your administrator to add you.';

  it.each([
    ['another organisation', outsider, toOthers],
    ['the council, but in no directory', newcomer, toNewcomers],
  ])('from %s gets one sentence for any button', async (_name, who, sentence) => {
    const action = { ...button, data: { reference } };
    expect(await deliver(council, pressed(council, who, action))).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence },
    });
  });

  it.each([
    ['another organisation', outsider, toOthers],
    ['the council, but in no directory', newcomer, toNewcomers],
  ])('from %s gets the same sentence for any command, and learns of no discussion', async (_name, who, sentence) => {
    for (const command of ['', ' list', ` show ${reference}`, ` cancel ${reference}`, ' help']) {
      const { length } = await inPlace(channel);
      await deliver(council, said(council, who, `/strategy${command}`, { mention: true }));
      const answered = (await inPlace(channel)).slice(length);
      expect(words(answered)).toContain(sentence);
      expect(words(answered)).not.toMatch(/J\.S\.|SD-/);
    }
  });

  it('who says they are from the council’s tenant without an account is nobody', async () => {
    const anonymous = { ...pressed(council, priya, button), from: { id: '29:x', name: 'Priya Shah' } };
    expect(await deliver(council, anonymous)).toMatchObject({ body: { value: toOthers } });
  });

  it('whose tenant only the conversation names is judged by their own', async () => {
    const activity = pressed(council, outsider, button);
    const channelData = { ...(activity['channelData'] as object), tenant: { id: outsider.teams?.tenantId } };
    expect(await deliver(council, { ...activity, channelData })).toMatchObject({ body: { value: toOthers } });
  });
});
