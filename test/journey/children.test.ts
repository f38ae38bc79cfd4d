/** After a discussion was convened a child is found, corrected, born or taken out, by those who may, seen by those who may. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council, type Shown } from './council.ts';
import { recordOf } from './record.ts';
import { agendaOf, arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

let council: Council;
let reference: string;
beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council));
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const formFor = async (person: string, childId: string): Promise<Shown> => {
  const list = await council.as(person).press(await agendaOf(council), 'Add or correct a child');
  return council.as(person).press(list, 'Continue', { of: childId });
};
const kim = {
  name: 'Kim Sample',
  initials: 'K.S.',
  birthKind: 'unborn',
  birthDate: '2026-09-20',
  reason: 'Mother is pregnant',
};
const children = async () => (await recordOf(council, reference)).discussion?.children ?? [];
const inChannel = async (): Promise<string> =>
  (await council.as('nadia-hussain').posted('channel')).map(({ cards }) => textOf(cards)).join('\n');

it('the social worker adds one; the channel sees initials, those invited the name, each where nobody else reads', async () => {
  const shown = await council
    .as('ellie-vaughan')
    .press(await formFor('ellie-vaughan', 'another'), 'Add the child', kim);
  expect(shown.text).toContain('It is recorded, and those taking part are being told.');
  await until('both on the card', async () => (await inChannel()).includes('K.S., unborn') || undefined);
  expect(await inChannel()).not.toMatch(/Kim|pregnant/);
  const told = await council.as('grace-mensah').card('chat', 'The children it is about have changed');
  expect(textOf(told.cards)).toMatch(/Kim Sample, expected Sunday 20 September 2026, was added: Mother is pregnant/);
  const letter = await council.as('carol-tench').letter('the children have changed');
  expect(letter.subject + letter.text).not.toMatch(/Kim|Jo Sample|pregnant/);
  expect(letter.text).toContain('we have not named them');
});

it('a child is born while they meet: its card is corrected, and by a form that is out of date nothing is lost', async () => {
  await arrive(council, everybodyNeeded);
  const [first, second] = [await formFor('priya-shah', 'B'), await formFor('ellie-vaughan', 'B')];
  const born = { birthKind: 'born', birthDate: '2026-09-15', reason: 'Born this morning' };
  expect((await council.as('priya-shah').press(first, 'Save', born)).text).toContain('It is recorded');
  const late = await council.as('ellie-vaughan').press(second, 'Save', { name: 'Kit Sample', reason: 'Called Kit' });
  expect(late.text).toContain('It is now: Kim Sample, born Tuesday 15 September 2026');
  expect((await children()).map(({ name }) => name)).toEqual(['Jo Sample', 'Kim Sample']);
  const again = await council.as('ellie-vaughan').press(late, 'Save', { ...born, reason: 'Called Kit' });
  expect(again.text).toContain('It is recorded');
  expect((await children())[1]).toMatchObject({ name: 'Kit Sample', birth: { kind: 'born', on: '2026-09-15' } });
});

it('nobody else changes them, or sees their names on the form', async () => {
  const before = await children();
  for (const verb of ['children.open', 'child.open', 'child.send', 'child.takeOut']) {
    const data = { reference, nonce: 'forged', childId: 'A', basedOn: 99, ...kim };
    const shown = await council.as('tom-reyes').forge(await agendaOf(council), { type: 'Action.Execute', verb, data });
    expect(shown.text).toContain('can change which children it is about');
    expect(shown.text).not.toContain('Jo Sample');
  }
  expect(await children()).toEqual(before);
});

it('one is taken out after its page of the decision was filled in: the decision is about those who are left', async () => {
  const chair = council.as('priya-shah');
  let page = await openDecision(council);
  page = await chair.press(page, 'Continue', firstPageOfDecision);
  const form = await formFor('priya-shah', 'A');
  const out = await chair.press(form, 'Take child A out', { reason: 'Another family of the same name' });
  expect(out.text).toContain('It is recorded');
  expect((await children()).map(({ childId }) => childId)).toEqual(['B']);
  const last = await chair.press(await formFor('priya-shah', 'B'), 'Save', { reason: '' });
  expect(last.text).toContain('Say why.');
  const next = await chair.press(page, 'Continue', {});
  expect(next.text).toContain('Decision for child B');
  expect(next.text).not.toMatch(/child A|Something went wrong/);
});
