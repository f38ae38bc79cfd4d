/**
 * Cards kept from before the decision: each button of the agenda, of people’s own buttons and of every form they had open
 * answers with what is the case now, and nothing is recorded.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, type Council, type Shown } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { buttonsOn } from './everyText.ts';
import { recordOf } from './record.ts';
import { agendaOf, arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

const people = ['priya-shah', 'ellie-vaughan', 'tom-reyes'];
/** These act at the press, so they are left for afterwards. */
const actAtOnce = ['I am leaving', 'Open the decision form'];
/** May be done whatever has been decided, and is by the press alone. */
const stillDone = ['Stop the links'];
/** Filled in as people do, these would record something, were it not too late. */
const filledIn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Add to the record': { text: 'Two calls to the address' },
  'Record that I am here': { mode: 'teams', authority: 'yes' },
  'Record attendance': { person: 'sam-whitlock', mode: 'phone', authority: 'yes' },
};
const isTooLate = /decision has been recorded/;

let council: Council;
let reference: string;
const kept: { readonly person: string; readonly card: Shown }[] = [];

const records = async (): Promise<number> => {
  const { commits } = await recordOf(council, reference);
  return commits.filter(({ actor }) => actor.via !== 'system').length;
};

beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council, { meeting: { time: '10:30' } }));
  await arrive(council, everybodyNeeded);
  let form = await openDecision(council);
  for (const person of people) {
    const who = council.as(person);
    const own = await who.press(await agendaOf(council, 'victor-lane'), 'Show what I can do');
    kept.push({ person, card: own });
    for (const title of buttonsOn(own.card, actAtOnce)) kept.push({ person, card: await who.press(own, title) });
  }
  const chair = council.as('priya-shah');
  kept.push({ person: 'priya-shah', card: form });
  form = await chair.press(form, 'Continue', firstPageOfDecision);
  kept.push({ person: 'priya-shah', card: form });
  form = await chair.press(form, 'Continue', planOfJointEnquiry);
  kept.push({ person: 'priya-shah', card: form });
  expect((await chair.press(form, 'Record the decision')).text).toMatch(/^✔ /);
}, 120_000);
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

it('every button says how it stands, and records nothing', { timeout: 180_000 }, async () => {
  const before = await records();
  const wrong: string[] = [];
  let pressed = 0;
  for (const { person, card } of kept) {
    for (const title of buttonsOn(card.card, stillDone)) {
      const answers = filledIn[title];
      const { text, outcome } = await council.as(person).press(card, title, answers ?? {});
      pressed += 1;
      const isSaid = outcome.kind === 'card' || outcome.kind === 'message';
      const sendsForm =
        answers !== undefined && Object.keys(answers).every((id) => JSON.stringify(card.card).includes(`"id":"${id}"`));
      if (!isSaid || text === '' || (sendsForm && !isTooLate.test(text))) wrong.push(`${person}, ${title}: ${text}`);
    }
    if ((await records()) !== before) throw new Error(`something on this card recorded something:\n${card.text}`);
  }
  expect(wrong).toEqual([]);
  expect(pressed).toBeGreaterThan(60);
});
