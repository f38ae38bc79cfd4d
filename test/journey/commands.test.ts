/** What people can type, wherever they type it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from './answers.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, type Council, type Message } from './council.ts';
import { eventsOf, looksAt } from './record.ts';

let council: Council;
let reference: string;

beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council));
  // Or it would be taken for the answer to what she types.
  await council.as('ellie-vaughan').card('chat', 'asks you to take part');
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const read = ({ cards }: Message): string => textOf(cards);

const answerFor = (person: string, line: string, how?: Parameters<typeof answerTo>[2]): Promise<Message> =>
  answerTo(council.as(person), line, how);
describe('/strategy help', () => {
  it.each([
    ['in one’s own chat', '/strategy help', {}],
    ['without the slash', 'strategy help', {}],
    ['in a channel, by mention', '/strategy help', { place: 'channel', mention: true }],
    ['in a group chat, by mention', '/strategy help', { place: 'group', mention: true }],
  ])('%s', async (_name, line, how) => {
    const help = read(await answerFor('ellie-vaughan', line, how));
    for (const command of ['/strategy show REF', '/strategy actions REF', '/strategy cancel REF', '/strategy help']) {
      expect(help).toContain(command);
    }
  });

  it.each([
    ['a manager', 'martin-okafor', ['/strategy list', '/strategy show REF', '/strategy close REF'], ['In this chat']],
    ['a social worker', 'ellie-vaughan', ['/strategy show REF', '/strategy close REF'], ['/strategy list']],
    [
      'a police officer',
      'tom-reyes',
      ['/strategy show REF', 'In this chat'],
      ['/strategy list', '/strategy close REF'],
    ],
  ])('tells %s what they can type, and nothing else', async (_who, person, there, absent) => {
    const help = read(await answerFor(person, '/strategy help'));
    for (const command of there) expect(help).toContain(command);
    for (const command of absent) expect(help).not.toContain(command);
  });

  it.each([
    ['an unknown sub-command', '/strategy frobnicate', '“frobnicate” is not something I know.'],
    ['show without a reference', '/strategy show', '“show without a reference” is not something I know.'],
    ['something else altogether', 'good morning', '“good morning” is not something I know.'],
    ['Markdown and markup', '**hi** <b>there</b>', '“**hi** there” is not something I know.'],
    ['a thousand words', 'word '.repeat(1000), '“word word'],
  ])('%s gets help, not silence', async (_name, line, sentence) => {
    expect(read(await answerFor('ellie-vaughan', line))).toContain(sentence);
  });
});

describe('/strategy', () => {
  it.each([
    ['in a channel, by mention', 'channel', true],
    ['in a group chat, by mention', 'group', true],
    ['in one’s own chat', 'chat', false],
  ])('offers a manager the form %s', async (_name, place, mention) => {
    const offer = read(await answerFor('martin-okafor', '/strategy', { place, mention }));
    expect(offer).toContain('Martin Okafor is preparing it. The form is theirs: nobody else sees what they type.');
  });

  it('is refused to anybody else, in their own chat', async () => {
    const refusal = read(
      await answerFor('ellie-vaughan', '/strategy', { place: 'channel', mention: true, answeredIn: 'chat' }),
    );
    expect(refusal).toContain('Only a children’s social care manager can convene a strategy discussion.');
  });
});

describe('/strategy list', () => {
  it('shows a manager what they may open: reference and initials, when, and by when; never a name', async () => {
    const list = read(await answerFor('priya-shah', '/strategy list'));
    expect(list).toContain('1 open.');
    expect(list).toContain(
      `Today\n${reference}\nJ.S.\nMeets Tuesday 15 September 2026, 2pm\nDue by Friday 18 September 2026, 11:59pm`,
    );
    expect(list).not.toMatch(/Jo Sample|2019/);
  });

  it('shows a manager nothing of what they may not open', async () => {
    const list = read(await answerFor('martin-okafor', '/strategy list'));
    expect(list).toContain('None.');
    expect(list).not.toContain(reference);
  });

  it('is refused to anybody else', async () => {
    const refusal = read(await answerFor('tom-reyes', '/strategy list'));
    expect(refusal).toContain('Only children’s social care managers can list them.');
    expect(refusal).not.toContain(reference);
  });
});

describe('/strategy show REF', () => {
  it.each([
    ['the convenor', 'priya-shah'],
    ['somebody invited', 'tom-reyes'],
  ])('shows the discussion to %s, in their own chat, and records that they looked', async (_name, person) => {
    const line = `/strategy show ${reference.toLowerCase()}`;
    const shown = read(await answerFor(person, line, { place: 'channel', mention: true, answeredIn: 'chat' }));
    expect(shown).toContain(`Strategy discussion ${reference}`);
    expect((await looksAt(council, reference)).at(-1)).toMatchObject({ personId: person, deed: 'read' });
  });

  it('tells anybody else nothing, not even whether there is one', async () => {
    const [real, invented] = [
      read(await answerFor('martin-okafor', `/strategy show ${reference}`)),
      read(await answerFor('martin-okafor', '/strategy show SD-222222')),
    ];
    expect(real.replaceAll(reference, 'SD-222222')).toBe(invented);
  });
});

describe('/strategy cancel REF', () => {
  it.each([
    ['somebody invited', 'tom-reyes', 'Only the manager who convened it or the chair can stand this discussion down.'],
    ['a manager of another team', 'martin-okafor', 'There is no strategy discussion'],
  ])('is refused to %s', async (_name, person, sentence) => {
    expect(read(await answerFor(person, `/strategy cancel ${reference}`))).toContain(sentence);
  });

  it('asks why; keeping it changes nothing', async () => {
    const manager = council.as('priya-shah');
    const asked = await answerFor('priya-shah', `/strategy cancel ${reference}`);
    expect(read(asked)).toContain('J.S., 7 years. Everybody invited will be told.');
    await manager.press(asked, 'Keep it');
    expect(await eventsOf(council, reference)).toEqual(['discussionConvened']);
  });

  it('with a reason stands it down, and tells everybody invited', async () => {
    const manager = council.as('priya-shah');
    const asked = await answerFor('priya-shah', `/strategy cancel ${reference}`);
    const shown = await manager.press(asked, 'Stand it down', {
      because: 'other',
      reason: 'Convened twice by mistake',
    });
    expect(shown.text).toContain('Stood down. Everybody invited is being told.');
    expect(await eventsOf(council, reference)).toEqual(['discussionConvened', 'discussionStoodDown']);
    await council.as('tom-reyes').card('chat', 'The strategy discussion is not going ahead');
    const letter = await council.as('carol-tench').letter('is not going ahead');
    expect(letter.text).not.toMatch(/Jo Sample|J\.S\.|2019|mistake/);
    await council.as('ellie-vaughan').card('channel', 'Stood down because');
  });

  it('a second time says that it is over', async () => {
    const again = read(await answerFor('priya-shah', `/strategy cancel ${reference}`));
    expect(again).toContain('This discussion was stood down. A manager can type /strategy to convene a new one.');
    expect(read(await answerFor('martin-okafor', '/strategy list'))).toContain('None.');
  });
});
