/** A form begins with what an earlier discussion has, for whoever may read that one: its children, and the same people. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';
import { questionsOn } from './screen.ts';
import type { Shown } from './hand.ts';

let story: Story;
beforeEach(async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
});
afterEach(() => story.end());

const children = [{ name: 'Jo Sample' }, { name: 'Kim Sample', initials: 'K.S.', birthDate: '2021-06-01' }];
const referral = {
  receivedTime: '09:30',
  referrerName: 'Carol Tench',
  standing: 'professional',
  referrerAgency: 'Little Acorns Nursery',
  referrerEmail: 'carol@littleacorns.example',
};

const newForm = async (): Promise<Shown> => {
  await story.chair.say('channel', '/strategy');
  return story.chair.press('Open the form', { saying: ['New strategy discussion'] });
};
const copied = async (reference: string): Promise<Shown> =>
  (await newForm()).press('Copy its children and people', { copyFrom: reference });
const lastLook = async (form: Shown): Promise<Shown> => {
  const concern = await form.press('Continue', referral);
  const next = await concern.press('Continue', { concern: 'A second bruise' });
  return next.text.includes('Check before you convene') ? next : next.press('Continue');
};

it('the same children and the same people, each in the seat they can take', async () => {
  await story.convene({ children, seats: { police: 'constable' }, others: ['paediatrician'] });
  const form = await copied(story.reference.toLowerCase());
  expect(form.text).toMatch(/Copied from SD-\w+: 2 children, and \d people to invite\./);
  expect(form.text).toContain('Child A: J.S., 7 years');
  const last = await lastLook(form);
  for (const entered of [
    'Jo Sample, born Friday 1 March 2019',
    'Kim Sample, born Tuesday 1 June 2021',
    'PC Sam Whitlock',
    'Dr Anil Kapoor',
  ]) {
    expect(last.text).toContain(entered);
  }
});

it('each unborn twin, told apart by initials, and the one who is on the form already once', async () => {
  const twin = (initials: string) => ({ name: '', initials, birthKind: 'unborn', birthDate: '2027-03-01' });
  await story.convene({ children: [twin('T.O.'), twin('T.T.')] });
  const form = await (await newForm()).press('Add another child', twin('t.o.'));
  const after = await form.press('Copy its children and people', { copyFrom: story.reference });
  expect(after.text).toMatch(/Copied from SD-\w+: 1 child, and/);
  expect(after.text).toContain('Child B: T.T., unborn');
});

it('nobody who has left the directory, and nobody who had declined', async () => {
  await story.convene({ seats: { police: 'constable' }, others: ['paediatrician', 'school'] });
  await story.as('school').declines({ reason: 'On leave' });
  await story.leaves('constable');
  const form = await copied(story.reference);
  expect(form.text).toContain('1 person could not be copied: they are not in the directory.');
  const last = await lastLook(form);
  expect(last.text).not.toMatch(/Sam Whitlock|Ruth Ellison/);
  expect(last.text).toContain('Police Dedicated Decision Maker: DI Tom Reyes');
});

it('a discussion that is not theirs is none to them, and what was typed stays', async () => {
  await story.convene();
  const { reference } = story;
  await story.as('unitManager').say('channel', '/strategy');
  const form = await story.as('unitManager').press('Open the form', { saying: ['New strategy discussion'] });
  const typed = { name: 'Max Sample', copyFrom: reference };
  const theirs = await form.press('Copy its children and people', typed);
  const none = await theirs.press('Copy its children and people', { copyFrom: 'SD-222222' });
  expect(theirs.text).not.toContain('J.S.');
  expect(theirs.text.replaceAll(reference, 'SD-222222')).toBe(none.text);
  expect(questionsOn(none.card).find(({ id }) => id === 'name')?.value).toBe('Max Sample');
});

it('the next discussion about the same children begins with the people of the last one', async () => {
  await story.convene({ seats: { police: 'constable' }, meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive('teamManager', 'socialWorker', 'health');
  await story.chair.recordsAttendance('constable');
  await story.chair.decides();
  const people = await story.fillNextToPeople();
  expect(questionsOn(people.card).find(({ id }) => id === 'seat.police')?.value).toBe('sam-whitlock');
});
