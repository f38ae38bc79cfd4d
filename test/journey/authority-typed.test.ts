/** Who may type what about a discussion: each line typed by everybody, each answer against what is written here. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerTo } from './answers.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, type Council } from './council.ts';
import { recordOf } from './record.ts';
import { agendaOf } from './takingPart.ts';

const invented = 'SD-222222';
let council: Council;
let reference: string;

beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council, {
    manager: 'martin-okafor',
    referral: {
      referrerName: 'Bea Cartwright',
      referrerAgency: 'Exampleshire Community NHS Trust',
      referrerEmail: 'bea.cartwright@exampleshire.nhs.net',
    },
    people: { 'seat.chair': 'priya-shah', inviteReferrer: 'false' },
    meeting: { time: '10:30' },
  }));
  const chair = council.as('priya-shah');
  const form = await chair.press(await agendaOf(council), 'Record attendance');
  await chair.press(form, 'Record attendance', { person: 'anil-kapoor', mode: 'inPerson', authority: 'yes' });
  // Or it would be taken for the answer to what they type.
  for (const person of ['priya-shah', 'ellie-vaughan', 'tom-reyes', 'grace-mensah']) {
    await council.as(person).card('chat', 'asks you to take part');
  }
}, 60_000);
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const answered = async (person: string, line: string): Promise<string> =>
  textOf((await answerTo(council.as(person), line)).cards);
const version = async (): Promise<number> =>
  (await recordOf(council, reference)).commits.filter(({ actor }) => actor.via !== 'system').length;

type Cell = 'shown' | 'not decided' | 'for others only' | 'not there' | 'something else';
const cell = async (person: string, word: string): Promise<Cell> => {
  const real = await answered(person, `/strategy ${word} ${reference}`);
  const other = await answered(person, `/strategy ${word} ${invented}`);
  const isNotThere = real.includes(`There is no strategy discussion ${reference} that you can open.`);
  if (isNotThere) return real.replaceAll(reference, invented) === other ? 'not there' : 'something else';
  if (/Only the manager who convened it or the chair can/.test(real)) return 'for others only';
  if (real.includes('There is no decision yet.')) return 'not decided';
  return real.includes(reference) ? 'shown' : 'something else';
};

it.each<[who: string, person: string, show: Cell, byLeadersOnly: Cell]>([
  ['the convenor', 'martin-okafor', 'shown', 'shown'],
  ['the chair', 'priya-shah', 'shown', 'shown'],
  ['an invited social worker', 'ellie-vaughan', 'shown', 'for others only'],
  ['an invited police officer', 'tom-reyes', 'shown', 'for others only'],
  ['an invited health professional', 'grace-mensah', 'shown', 'for others only'],
  ['a manager of another team', 'leon-baptiste', 'not there', 'not there'],
  ['somebody never invited', 'nadia-hussain', 'not there', 'not there'],
  ['a doctor who walked in', 'anil-kapoor', 'shown', 'for others only'],
  ['the referrer, not invited', 'bea-cartwright', 'not there', 'not there'],
  ['somebody of a school, not invited', 'ruth-ellison', 'not there', 'not there'],
])('%s types show, cancel, handover, reconvene and close', { timeout: 60_000 }, async (_who, person, show, others) => {
  const before = await version();
  expect(await cell(person, 'show')).toBe(show);
  for (const word of ['cancel', 'handover', 'reconvene', 'close']) {
    const is = await cell(person, word);
    expect([word, is]).toEqual([word, word === 'close' && others === 'shown' ? 'not decided' : others]);
  }
  expect(await version()).toBe(before);
});
