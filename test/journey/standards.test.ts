import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCouncil, type Council, type Shown } from './council.ts';
import { pastParticulars, toPeople } from './formFilling.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(async () => {
  await council.stop();
});

/** The people page of a new convene form, under one standard: the deadline, the seats and the suggestions. */
const working = async (standard: string, manager: string): Promise<Shown> => {
  await council.api('PUT', 'procedure', { value: standard });
  const who = council.as(manager);
  await who.say('chat', '/strategy');
  let form = await who.press(await who.card('chat', 'New strategy discussion'), 'Open the form');
  form = await who.press(form, 'Continue', {
    name: 'Jo Sample',
    initials: 'J.S.',
    birthDate: '2019-03-01',
    receivedDate: '2026-09-15',
    receivedTime: '09:00',
    referrerName: 'Carol Tench',
    standing: 'professional',
    referrerAgency: 'Little Acorns Nursery',
    referrerEmail: 'carol@littleacorns.example',
  });
  form = await who.press(form, 'Continue', { concern: 'Unexplained marks' });
  return toPeople(who, await pastParticulars(who, form));
};

describe('the same referral under each standard', () => {
  it.each([
    [
      'practice-standards-2025',
      'priya-shah',
      'Friday 18 September 2026, 11:59pm',
      ['Chair', 'Police Dedicated Decision Maker'],
    ],
    ['sandwell', 'hannah-boyle', 'Friday 18 September 2026, 11:59pm', ['Q-4', 'School']],
    ['liverpool', 'leon-baptiste', 'No fixed deadline', ['Q-7']],
    ['darlington', 'priya-shah', 'No fixed deadline', ['Q-1']],
  ])('%s: its own deadline and seats', async (standard, manager, deadline, seats) => {
    const { text } = await working(standard, manager);
    expect(text).toContain(deadline);
    for (const seat of seats) expect(text).toContain(seat);
  });
});
