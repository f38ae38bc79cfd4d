/** The main story told by people who press again when Teams says it cannot reach the app, as people do. */
import { setTimeout as wait } from 'node:timers/promises';
import { peopleAt, textOf, until, type Council, type Message, type Shown } from '../journey/council.ts';
import { planOfJointEnquiry } from '../journey/deciding.ts';

type People = Pick<Council, 'api' | 'as'>;

/** Presses until the app can be reached. What was done the first time must not be done again. */
const firmly = async (
  people: People,
  person: string,
  on: Message | Shown,
  title: string,
  inputs: Record<string, string> = {},
) => {
  for (let tries = 1; ; tries += 1) {
    const shown = await people.as(person).press(on, title, inputs);
    if (shown.outcome.kind === 'card' || shown.outcome.kind === 'message') return shown;
    if (tries === 20) throw new Error(`${title}: ${shown.outcome.kind} ${shown.text}`);
    await wait(100);
  }
};

/** The newest message in the channel whose card says all of this. */
const cardWith = (people: People, ...words: readonly string[]): Promise<Message> =>
  until(
    `a card with ${words.join(', ')}`,
    async () => {
      const messages = await people.as('priya-shah').posted('channel');
      return messages.findLast((m) => m.cards.some((card) => words.every((word) => textOf(card).includes(word))));
    },
    60_000,
  );

/** Announces so many discussions in the channel; each message has a form to be filled in. */
export const announce = async (origin: string, count: number): Promise<readonly Message[]> => {
  const people = peopleAt(origin);
  const announced = async (): Promise<readonly Message[]> =>
    (await people.as('priya-shah').posted('channel')).filter((m) =>
      textOf(m.cards).includes('New strategy discussion'),
    );
  for (let i = 1; i <= count; i += 1) {
    await people.as('priya-shah').say('channel', '/strategy', { mention: true });
    await until(`announcement ${i}`, async () => ((await announced()).length >= i ? true : undefined), 60_000);
  }
  return announced();
};

/** From the form to the meeting being convened; gives back the reference. */
export const convene = async (origin: string, announced: Message): Promise<string> => {
  const people = peopleAt(origin);
  const fill = (on: Message | Shown, title: string, inputs: Record<string, string>) =>
    firmly(people, 'priya-shah', on, title, inputs);
  let form = await fill(announced, 'Open the form', {});
  form = await fill(form, 'Continue', {
    name: 'Jo Sample',
    initials: 'J.S.',
    birthKind: 'born',
    birthDate: '2019-03-01',
    receivedDate: '2026-09-15',
    receivedTime: '09:00',
    referrerName: 'Carol Tench',
    standing: 'professional',
    referrerAgency: 'Little Acorns Nursery',
    referrerEmail: 'carol@littleacorns.example',
  });
  form = await fill(form, 'Continue', { concern: 'Unexplained marks on both arms' });
  const meeting = { date: '2026-09-15', time: '14:00', format: 'meeting', where: 'Room 4, Civic Centre' };
  const convened = await fill(form, 'Convene', meeting);
  // Pressed again because the first answer was lost, it shows the card that has been posted meanwhile.
  const reference = /SD-[A-Z0-9]{6}/.exec(convened.text)?.[0];
  if (reference === undefined) throw new Error(`not convened: ${convened.text}`);
  return reference;
};

/** By the chair, on the card that stays in the channel. */
export const recordHere = async (origin: string, reference: string, person: string): Promise<void> => {
  const people = peopleAt(origin);
  const agenda = await cardWith(people, reference, 'Who must be there');
  const attendance = await firmly(people, 'priya-shah', agenda, 'Record attendance');
  await firmly(people, 'priya-shah', attendance, 'Record attendance', { person, mode: 'phone', authority: 'yes' });
};

/** From four people arriving to the last page of the decision form. */
export const fillDecision = async (origin: string, reference: string): Promise<Shown> => {
  const people = peopleAt(origin);
  const agenda = await cardWith(people, reference, 'Who must be there');
  // All at once, as people come in: each is recorded after whoever else was first, by whichever instance.
  const arrive = async (person: string): Promise<void> => {
    const here = await firmly(people, person, agenda, 'I am here');
    await firmly(people, person, here, 'Record that I am here', { mode: 'teams', authority: 'yes' });
  };
  await Promise.all(['priya-shah', 'ellie-vaughan', 'grace-mensah'].map(arrive));
  await recordHere(origin, reference, 'sam-whitlock');
  await firmly(people, 'priya-shah', agenda, 'Open the decision form');
  const posted = await cardWith(people, `Decision on ${reference}`);
  const opened = await firmly(people, 'priya-shah', posted, 'Open the decision form');
  const form = await firmly(people, 'priya-shah', opened, 'Continue', {
    s47: 'yes',
    reasons: 'Two unexplained injuries in a week.',
    outcomes: 's47Joint',
    family: 'told',
    familyWhat: 'The social worker visits today and explains.',
  });
  return firmly(people, 'priya-shah', form, 'Continue', planOfJointEnquiry);
};

const isInSession = (cards: readonly unknown[]): boolean => JSON.stringify(cards).includes('Record somebody leaving');

/** By the chair, on the same card in their own view. */
export const recordLeft = async (origin: string, reference: string, person: string): Promise<void> => {
  const people = peopleAt(origin);
  const agenda = await until(
    'the card of a meeting that goes on',
    async () => (await people.as('priya-shah').messages('channel')).findLast(({ cards }) => isInSession(cards)),
    60_000,
  );
  const leaving = await firmly(people, 'priya-shah', agenda, 'Record somebody leaving');
  const left = await firmly(people, 'priya-shah', leaving, 'Record that they left', { person });
  if (!left.text.includes(reference)) throw new Error(`another discussion: ${left.text}`);
};

export const recordDecision = (origin: string, form: Shown, ended: Record<string, string> = {}): Promise<Shown> =>
  firmly(peopleAt(origin), 'priya-shah', form, 'Record the decision', ended);

/** From four people arriving to the decision, recorded by a double click. */
export const decide = async (origin: string, reference: string): Promise<void> => {
  const form = await fillDecision(origin, reference);
  const clicks = [1, 2].map(() => recordDecision(origin, form));
  for (const shown of await Promise.all(clicks)) {
    if (!shown.text.includes('The decision is recorded'))
      throw new Error(`${reference} was not decided: ${shown.text}`);
  }
};
