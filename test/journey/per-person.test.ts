/** One message in a channel, and what each person sees of it: their own form, and never a name or date of birth. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCouncil, textOf, until, type Council, type Message, type Shown } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { child, concern, meeting, referral } from './formFilling.ts';
import { arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const identifying = /Jo Sample|2019-03-01|March 2019|1 March/;
const everybody = ['priya-shah', 'tom-reyes', 'ellie-vaughan', 'nadia-hussain', 'victor-lane'];

/** What one person sees of the channel, all of it. */
const channelOf = async (person: string): Promise<string> =>
  JSON.stringify(await council.as(person).messages('channel'));
const seen = async (person: string, { id }: Pick<Message, 'id'>): Promise<string> => {
  const found = (await council.as(person).messages('channel')).find((m) => m.id === id);
  return textOf(found?.cards ?? []);
};

it('filling in the convene form in a channel shows nobody else anything, and its typist the name once more', async () => {
  const manager = council.as('priya-shah');
  await manager.say('channel', '/strategy', { mention: true });
  const announced = await manager.card('channel', 'New strategy discussion');
  let form: Shown = await manager.press(announced, 'Open the form');
  for (const inputs of [{ ...child, ...referral }, concern]) {
    form = await manager.press(form, 'Continue', inputs);
    for (const person of everybody.slice(1)) {
      expect(await seen(person, announced)).toContain('Priya Shah is preparing it.');
      expect(await channelOf(person)).not.toMatch(identifying);
      expect(await channelOf(person)).not.toMatch(/J\.S\.|Unexplained marks|Carol Tench/);
    }
  }
  expect(form.text).toContain('Jo Sample, born Friday 1 March 2019. Shown in the channel as J.S.');
  await manager.press(form, 'Convene', meeting);

  // The message that offered the form becomes the agenda for everybody.
  await until('the agenda in place of the form', async () =>
    (await seen('tom-reyes', announced)).includes('Who must be there') ? true : undefined,
  );
  for (const person of everybody) expect(await channelOf(person)).not.toMatch(identifying);
});

it('the name goes to those invited, each in their own chat', async () => {
  const invitation = await council.as('tom-reyes').card('chat', 'asks you to take part');
  expect(textOf(invitation.cards)).toContain('Jo Sample, born Friday 1 March 2019');
  for (const person of ['nadia-hussain', 'martin-okafor']) {
    expect(JSON.stringify(await council.as(person).messages('chat'))).not.toMatch(identifying);
  }
});

it('three people with three forms open on one card each see their own; a fourth sees the card', async () => {
  const part = await council.as('nadia-hussain').card('channel', 'take part');
  await council.as('tom-reyes').press(part, 'Reply to the invitation');
  await council.as('ellie-vaughan').press(part, 'Add information');
  await council.as('priya-shah').press(part, 'Change the time');
  expect(await seen('tom-reyes', part)).toContain('Will you take part?');
  expect(await seen('ellie-vaughan', part)).toContain('What your agency knows');
  expect(await seen('priya-shah', part)).toContain('Why the time changes');
  expect(await seen('nadia-hussain', part)).toBe(textOf(part.cards));
});

it('what the chair types into the decision form is the chair’s until it is recorded; the reasons stay there', async () => {
  await arrive(council, everybodyNeeded);
  let form = await openDecision(council);
  form = await council.as('priya-shah').press(form, 'Continue', firstPageOfDecision);
  const secrets = /Two unexplained injuries|visits today and explains|Further injury at home/;
  form = await council.as('priya-shah').press(form, 'Continue', planOfJointEnquiry);
  expect(form.text).toMatch(secrets);
  for (const person of everybody.slice(1)) expect(await channelOf(person)).not.toMatch(secrets);

  await council.as('priya-shah').press(form, 'Record the decision');
  const decided = await council.as('tom-reyes').card('channel', 'a section 47 enquiry will start');
  expect(textOf(decided.cards)).toContain('J.S.: a section 47 enquiry will start.');
  await until('the decision on the agenda card', async () =>
    (await channelOf('nadia-hussain')).includes('Decided') ? true : undefined,
  );
  for (const person of everybody.slice(1)) {
    expect(await channelOf(person)).not.toMatch(secrets);
    expect(await channelOf(person)).not.toMatch(identifying);
  }
});
