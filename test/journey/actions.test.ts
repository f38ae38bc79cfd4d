/** The actions of the plan, pressed by everybody: who may do what about one, and two people at once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliver, outsider, personNamed, pressed } from '../teams/activities.ts';
import type { Activity } from '../../src/rehearsal/activity.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council } from './council.ts';
import { recordOf } from './record.ts';
import { arrive } from './takingPart.ts';

let council: Council;
let reference: string;

beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council, {
    manager: 'martin-okafor',
    people: { 'seat.chair': 'priya-shah', others: 'ruth-ellison' },
    meeting: { time: '10:30' },
  }));
  await arrive(council, ['priya-shah', 'ellie-vaughan', 'grace-mensah', 'tom-reyes']);
}, 60_000);
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

let presses = 0;
/** What somebody reads who sends this, whatever they were shown. */
const send = async (person: string, verb: string, data: Readonly<Record<string, string>>): Promise<string> => {
  presses += 1;
  const action = { verb, data: { ...data, reference, nonce: `n${presses}` } } as Activity;
  const who = person === 'victor-lane' ? outsider : personNamed(person);
  const { body } = await deliver(council, pressed(council, who, action));
  const { value } = (body ?? {}) as { value?: unknown };
  return typeof value === 'string' ? value : textOf(value);
};

const events = async (): Promise<readonly string[]> =>
  (await recordOf(council, reference)).commits.flatMap((commit) =>
    commit.events.map((event) => event.type).filter((type) => type.startsWith('action')),
  );

/** For the school, which was invited and is absent; returns its number. */
const agree = async (step: string, by = 'priya-shah'): Promise<string> => {
  const said = await send(by, 'agree.send', { step, person: 'ruth-ellison', due: '2026-09-16' });
  const number = /Action (\d+) is agreed, and Ruth Ellison is told\./.exec(said)?.[1];
  return number ?? expect.fail(said);
};

const nobodyThere = 'There is no strategy discussion';
const everybody = {
  'the convenor': 'martin-okafor',
  'the chair': 'priya-shah',
  'the social worker': 'ellie-vaughan',
  'a police officer there': 'tom-reyes',
  'its owner, who is absent': 'ruth-ellison',
  'a manager of another team': 'leon-baptiste',
  'somebody never invited': 'nadia-hussain',
  'somebody of another organisation': 'victor-lane',
} as const;
type Who = keyof typeof everybody;
const all = Object.keys(everybody) as readonly Who[];
/** They learn nothing of it, not even that it is there. */
const strangers: Partial<Record<Who, string>> = {
  'a manager of another team': nobodyThere,
  'somebody never invited': nobodyThere,
  'somebody of another organisation': 'This bot works for Exampleshire County Council only.',
};

it.each<[what: string, verb: string, data: Readonly<Record<string, string>>, by: readonly Who[], otherwise: string]>([
  [
    'agrees one',
    'agree.send',
    { step: 'Ring the school', person: 'tom-reyes', due: '2026-09-16' },
    ['the convenor', 'the chair', 'the social worker'],
    'Only the manager who convened it or the chair or a social worker taking part can agree actions here.',
  ],
  [
    'says what came of one',
    'action.send',
    { as: 'blocked', note: 'The teacher is away' },
    ['the convenor', 'the chair', 'its owner, who is absent'],
    'Only whoever the action is with or the manager who convened it or the chair can say what came of this action.',
  ],
  [
    'changes its date',
    'newDate.send',
    { due: '2026-09-18', reason: 'Half term' },
    ['the convenor', 'the chair'],
    'Only the manager who convened it or the chair can change the date of an action.',
  ],
  [
    'hands it on',
    'handOn.send',
    { to: 'grace-mensah', reason: 'She is there' },
    ['the convenor', 'the chair', 'its owner, who is absent'],
    'Only whoever the action is with or the manager who convened it or the chair can hand this action on.',
  ],
])('who %s', { timeout: 60_000 }, async (_what, verb, data, by, otherwise) => {
  for (const who of all) {
    const choice = await agree('Speak to the class teacher');
    const before = await events();
    const said = await send(everybody[who], verb, { ...data, choice });
    const isDone = (await events()).length > before.length;
    expect([who, isDone]).toEqual([who, by.includes(who)]);
    if (!isDone) expect(said).toContain(strangers[who] ?? otherwise);
  }
});

it('two who say at once that it is done have said it once, and the second is told', async () => {
  const choice = await agree('Send the attendance record');
  const settled = { as: 'done', note: 'Sent', choice };
  const before = await events();
  const said = await Promise.all([
    send('priya-shah', 'action.send', settled),
    send('ruth-ellison', 'action.send', settled),
    send('martin-okafor', 'action.send', settled),
  ]);
  expect((await events()).slice(before.length)).toEqual(['actionSettled']);
  expect(said.filter((text) => text.includes('✔ It is recorded as done.'))).toHaveLength(1);
  expect(said.filter((text) => text.includes(`Action ${choice} was recorded as done on Tuesday`))).toHaveLength(2);
  const late = await send('priya-shah', 'action.send', { ...settled, note: 'She was there on Monday' });
  expect(late, 'what was written is not lost').toContain('She was there on Monday');
});

it('one press that is delivered twice agrees one action', async () => {
  const before = (await events()).length;
  const once = { step: 'Ring the nursery', person: 'ruth-ellison', due: '2026-09-16', reference, nonce: 'the-same' };
  const press = () => deliver(council, pressed(council, personNamed('priya-shah'), { verb: 'agree.send', data: once }));
  await Promise.all([press(), press()]);
  expect(await events()).toHaveLength(before + 1);
});

it('an owner with no other part in the discussion reads their action and nothing else', async () => {
  const said = await send('priya-shah', 'agree.send', {
    step: 'Check the records',
    name: 'Nadia Hussain',
    agency: 'Exampleshire County Council',
    due: '2026-09-16',
  });
  const choice = /Action (\d+) is agreed, and Nadia Hussain is told\./.exec(said)?.[1] ?? expect.fail(said);
  expect(await send('nadia-hussain', 'action.open', { choice })).toContain('Check the records');
  expect(await send('nadia-hussain', 'action.open', { choice: '1' })).toContain(nobodyThere);
  for (const verb of ['actions.open', 'agenda.show', 'said.open', 'handOn.open', 'newDate.open', 'agree.open']) {
    expect(await send('nadia-hussain', verb, { choice }), verb).toContain(nobodyThere);
  }
  expect(await send('nadia-hussain', 'handOn.send', { choice, to: 'tom-reyes' })).toContain(nobodyThere);
});

it('typed, the list is for those who have a part in it', async () => {
  const typed = async (person: string): Promise<string> => {
    const who = council.as(person);
    const seen = (await who.messages('chat')).length;
    await who.say('chat', `/strategy actions ${reference}`);
    return until(`an answer for ${person}`, async () => {
      const cards = (await who.messages('chat')).slice(seen).flatMap(({ cards: each }) => each.map(textOf));
      return cards.find((text) => text.includes(': actions') || text.includes(nobodyThere));
    });
  };
  expect(await typed('ruth-ellison')).toContain('Action 1: ');
  expect(await typed('leon-baptiste')).toContain(nobodyThere);
});

it('typed without a reference, everybody has what they themselves are to do, and opens it from there', async () => {
  const who = council.as('nadia-hussain');
  await who.say('chat', '/strategy actions');
  const yours = await who.card('chat', 'Your actions');
  expect(textOf(yours.cards)).toContain('1 to do.');
  const [title = ''] = /Open action \d+ of SD-[A-Z0-9]{6}/.exec(textOf(yours.cards)) ?? [];
  const full = await who.press(yours, title);
  expect(full.text).toContain('Check the records');
  expect((await who.press(full, 'It is done')).text).toContain('It is recorded as done.');
  await who.say('chat', '/strategy actions');
  await who.card('chat', 'You have none to do.');
});

it('a list too long for one card goes on in parts', async () => {
  const list = await send('tom-reyes', 'actions.open', {});
  const count = (await recordOf(council, reference)).discussion?.actions.length ?? 0;
  expect(count).toBeGreaterThan(6);
  expect(list).toContain(`Part 1 of ${Math.ceil(count / 6)}.`);
  expect(list.match(/Open action \d+/g)).toHaveLength(6);
  expect(list).toContain('Next part');
});
