/** Whoever cannot press answers by telephone: another records it, everybody sees who did, and they hear what was recorded. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Role } from './cast.ts';
import type { Shown } from './hand.ts';
import { begin, type Story } from './story.ts';
import type { Answers } from './screen.ts';

let story: Story;
beforeEach(async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:05' });
  await story.convene({ meetsAt: '2026-11-24T14:00', seats: { police: 'constable' } });
});
afterEach(() => story.end());

const takes = async (by: Role, answers: Answers): Promise<Shown> => {
  const about = { saying: [`Strategy discussion ${story.reference}`] };
  const form = await story.as(by).press('Record an answer by telephone', about);
  return form.done('Record their answer', answers);
};
const coming = { person: 'sam-whitlock', answer: 'coming' };

it('a social worker records that an officer is coming, which says nothing of their authority', async () => {
  const taken = await takes('socialWorker', coming);
  expect(taken.text).toContain('PC Sam Whitlock is told what you recorded.');
  expect((await story.chair.agenda()).text).toMatch(
    /PC Sam Whitlock\. Coming by telephone, taken by Ellie Vaughan, Tuesday 24 November 2026, 10:05am; has not confirmed that they can decide\nComing/,
  );
  const told = await story.letter('constable', 'Your answer was recorded for you');
  expect(told).toMatchObject({ by: 'e-mail' });
  expect(told.text).toMatch(
    /Ellie Vaughan took your answer by telephone[^]*you are coming[^]*Only you can say that you can decide/,
  );

  // The seat is not promised by it.
  await story.passUntil('2026-11-24T12:10');
  const warning = await story.chair.news('Not all who are needed');
  expect(warning.text).toContain('Nobody has said they are coming for: Police');
  expect(warning.text).toContain(
    'PC Sam Whitlock, Exampleshire Police: coming, has not confirmed that they can decide',
  );
  expect(warning.text).not.toContain('No reply from PC Sam Whitlock');
});

it('their own answer takes the place of it', async () => {
  await takes('socialWorker', coming);
  await story.as('constable').answersMail('Your answer was recorded for you', { answer: 'acceptWithAuthority' });
  const agenda = (await story.chair.agenda()).text;
  expect(agenda).toMatch(/PC Sam Whitlock\nComing/);
  expect(agenda).not.toContain('by telephone');
});

it('that somebody is not coming brings a substitute in whom the chair names, and what they read out', async () => {
  const done = await takes('teamManager', {
    person: 'sam-whitlock',
    answer: 'notComing',
    reason: 'In court',
    substitute: 'tom-reyes',
    information: 'Two calls to the address this year.',
    proposedActions: 'A marker on the address.',
  });
  expect(done.text).toContain('DI Tom Reyes is invited in their place. PC Sam Whitlock is told what you recorded.');
  expect((await story.letter('police', 'asks you to take part')).by).toBe('Teams');
  expect((await story.chair.agenda()).text).toContain(
    'PC Sam Whitlock, Police officer, Exampleshire Police: not coming, DI Tom Reyes instead (by telephone, taken by Priya Shah, ',
  );
  const about = { saying: [`Strategy discussion ${story.reference}`] };
  const said = await story.chair.press('Read what was said', about);
  expect(said.text).toMatch(
    /PC Sam Whitlock, Exampleshire Police, by telephone, taken by Priya Shah, [^]*Two calls to the address this year\.[^]*A marker on the address\./,
  );
  expect((await story.letter('constable', 'Your answer was recorded for you')).text).toMatch(
    /you are not coming[^]*What you read out is in the record/,
  );
});

it('whom a social worker is told will come instead is proposed, until the chair confirms it', async () => {
  await takes('socialWorker', {
    person: 'sam-whitlock',
    answer: 'notComing',
    substituteName: 'Lena Brook',
    substituteRole: 'Detective Sergeant',
    substituteEmail: 'lena.brook@exampleshire.police.uk',
  });
  const asked = await story.chair.news('Lena Brook');
  await asked.done('Invite them');
});

it('nobody else records the answer of another', async () => {
  const form = await story.chair.press('Record an answer by telephone', {
    saying: [`Strategy discussion ${story.reference}`],
  });
  expect(form.text).toContain('They are told what you record, and can change it.');
  await expect(takes('health', coming)).rejects.toThrow(
    'Only the manager who convened it or the chair or a social worker taking part can record somebody else’s answer here.',
  );
});
