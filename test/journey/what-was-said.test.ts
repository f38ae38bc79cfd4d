/** What agencies wrote is read by those taking part, each in their own view, and every reading is recorded. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, type Council, type Message, type Shown } from './council.ts';
import { looksAt } from './record.ts';
import { arrive } from './takingPart.ts';

let council: Council;
let reference: string;
let part: Message;

const said = /Unexplained marks on both arms|Two calls to the address|A joint visit today|Taken to her grandmother/;

beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council));
  part = await council.as('victor-lane').card('channel', 'take part');
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const reads = (person: string): Promise<Shown> => council.as(person).press(part, 'Read what was said');
const addsInformation = async (person: string, text: string): Promise<void> => {
  const form = await council.as(person).press(part, 'Add information');
  await council.as(person).press(form, 'Add to the record', { text });
};

it('the concern, the information with its agency, the proposed actions and the emergency action are there for whoever takes part', async () => {
  const police = council.as('tom-reyes');
  const invitation = await police.card('chat', 'asks you to take part');
  await police.press(await police.press(invitation, 'Reply to the invitation'), 'Send my reply', {
    answer: 'decline',
    reason: 'In court all day',
    information: 'Two calls to the address in August',
    proposedActions: 'A joint visit today',
  });
  const socialWorker = council.as('ellie-vaughan');
  await socialWorker.press(await socialWorker.press(part, 'Emergency action'), 'Record the action', {
    action: 'Taken to her grandmother',
    takenBy: 'Ellie Vaughan',
    date: '2026-09-15',
    time: '08:00',
  });

  // The convenor, somebody who has not answered yet, and somebody who is not coming.
  for (const person of ['priya-shah', 'grace-mensah', 'tom-reyes']) {
    const { text } = await reads(person);
    expect(text).toMatch(/The concern\nTyped by Priya Shah, .* when convening\nUnexplained marks on both arms/);
    expect(text).toMatch(
      /Emergency action\nTaken by Ellie Vaughan, Tuesday 15 September 2026, 8am\nTaken to her grandmother/,
    );
    expect(text).toMatch(
      /Information\nDI Tom Reyes, .*, Tuesday 15 September 2026, 10am\nTwo calls to the address in August/,
    );
    expect(text).toMatch(/Proposed actions\nDI Tom Reyes, .*\nA joint visit today/);
    expect((await looksAt(council, reference)).at(-1)).toMatchObject({ personId: person, deed: 'read' });
  }
});

it('somebody who only looks on in the channel reads nothing, whether they press or forge it', async () => {
  for (const person of ['victor-lane', 'nadia-hussain', 'martin-okafor']) {
    const { text } = await reads(person);
    expect(text).not.toMatch(said);
    expect(textOf((await council.as(person).messages('channel')).map(({ cards }) => cards))).not.toMatch(said);
  }
  const readers = (await looksAt(council, reference)).map(({ personId }) => personId);
  expect(readers).not.toContain('nadia-hussain');
});

it('“Back” leads to their own buttons', async () => {
  await arrive(council, ['grace-mensah']);
  const back = await council.as('grace-mensah').press(await reads('grace-mensah'), 'Back');
  expect(back.text).toContain('You are recorded as here.');
  expect(back.text).toContain('Read what was said');
});

it('as long as it is, all of it can be read, a part at a time', async () => {
  const written = Array.from({ length: 6 }, (_, i) => `${`Word${i} *and* <so> on. `.repeat(190)}End of ${i}.`);
  for (const text of written) await addsInformation('ellie-vaughan', text);

  let shown = await reads('priya-shah');
  let all = shown.text;
  let turned = 0;
  for (; shown.text.includes('Next part'); turned += 1) {
    expect(Buffer.byteLength(JSON.stringify(shown.card))).toBeLessThan(28 * 1024);
    shown = await council.as('priya-shah').press(shown, 'Next part');
    all += shown.text;
  }
  expect(turned).toBeGreaterThan(1);
  expect(shown.text).toContain(`Part ${turned + 1} of ${turned + 1}.`);
  for (let i = 0; i < written.length; i += 1) {
    expect(all.match(new RegExp(`Word${i}`, 'g'))).toHaveLength(190);
    expect(all).toContain(`End of ${i}.`);
  }
});

it('a part that no card of ours asks for is not shown', async () => {
  const asked = (number: unknown): Promise<Shown> =>
    council.as('priya-shah').forge(part, {
      type: 'Action.Execute',
      verb: 'said.open',
      data: { reference, part: number },
    });
  expect((await asked(0)).text).not.toMatch(said);
  expect((await asked('1; drop')).text).not.toMatch(said);
  expect((await asked(999)).text).toContain('what was said');
});
