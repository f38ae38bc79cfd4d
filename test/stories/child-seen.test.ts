/** Seeing the child: by when, alone or with whom, and what a parent agreed to before. */
import { afterEach, describe, expect, it } from 'vitest';
import { Refused } from './hand.ts';
import { inWords } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const unborn = { name: '', initials: 'K.S.', birthKind: 'unborn', birthDate: '2027-02-01' };
const enquiry = { details: { 'answer.urgentEnquiry': 'no' } };
const seenAt = (date: string, time: string) => ({ seenDate: date, seenTime: time });
const agreed = { 'Does a parent know and agree?': 'Yes' };
const alone = { 'Was the child seen alone?': 'Yes' };
const notAlone = { 'Was the child seen alone?': 'No' };
const flagged = 'It is not recorded that the child has been seen since the referral.';

describe('under Practice Standards', () => {
  const convened = async (...children: readonly Readonly<Record<string, string>>[]): Promise<void> => {
    story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
    await story.convene({ children: children.length === 0 ? [{}] : children, meetsAt: '2026-11-25T14:00' });
  };
  const decided = async (...children: readonly Readonly<Record<string, string>>[]): Promise<void> => {
    await convened(...children);
    await story.passUntil('2026-11-25T14:00');
    await story.arrive();
    await story.chair.decides({ children: (children.length === 0 ? [{}] : children).map(() => enquiry) });
  };

  it('24 hours after the referral the card flags a child not seen, and no more once it is seen (V-1)', async () => {
    await convened();
    await story.passUntil('2026-11-25T08:59');
    expect((await story.as('police').agenda()).text).not.toContain(flagged);
    await story.passUntil('2026-11-25T09:00');
    const { text } = await story.as('police').agenda();
    expect(text).toContain(flagged);
    expect(text).not.toMatch(/Jo Sample|2019/);
    await story.as('socialWorker').recordsEnquiry({ ...seenAt('2026-11-24', '16:30'), ...alone, ...agreed });
    expect((await story.as('police').agenda()).text).not.toContain(flagged);
  });

  it('an unborn child is never flagged, and of siblings the card does not say who (V-1)', async () => {
    await convened(unborn);
    await story.passUntil('2026-11-25T12:00');
    expect((await story.chair.agenda()).text).not.toContain('V-1');
    await story.convene({ children: [{}, unborn], meetsAt: '2026-11-27T14:00' });
    await story.passUntil('2026-11-26T12:00');
    expect((await story.chair.agenda()).text).toContain(
      'It is not recorded that every child already born has been seen since the referral.',
    );
    await story.as('socialWorker').recordsEnquiry({ ...seenAt('2026-11-26', '10:00'), ...alone, ...agreed }, 'A');
    expect((await story.chair.agenda()).text).not.toContain('V-1');
  });

  it('not alone has one of six reasons and who was there; and it has a time, which can be (V-2, V-3)', async () => {
    await convened();
    const form = await story.as('socialWorker').opensEnquiry();
    const ask = async (answers: Readonly<Record<string, string>>): Promise<string> =>
      (await form.press('Record this', answers)).text;
    expect(await ask({})).toContain('Fill in at least one part.');
    expect(await ask({ ...alone, ...agreed })).toContain('Say when the child was seen: the date and the time.');
    expect(await ask({ ...seenAt('2026-11-24', '10:30'), ...alone, ...agreed })).toContain(
      'The child cannot have been seen in the future.',
    );
    expect(await ask({ ...seenAt('2026-11-23', '16:00'), ...alone, ...agreed })).toContain(
      'The referral was received Tuesday 24 November 2026, 9am.',
    );
    const nothingSaid = await ask({ ...seenAt('2026-11-24', '09:30'), ...agreed });
    expect(nothingSaid).toContain('Answer “Was the child seen alone?”.');
    const withoutReason = await ask({ ...seenAt('2026-11-24', '09:30'), ...notAlone, ...agreed });
    expect(withoutReason).toContain('Fill in “Why the child was not seen alone”.');
    expect(withoutReason).toContain('Fill in “Who was present”.');
    expect(inWords(form.card)).not.toContain('unborn');

    await form.done('Record this', {
      ...seenAt('2026-11-24', '09:30'),
      ...notAlone,
      'enquiry.childSeen.notAloneReason': 'The child refuses',
      'enquiry.childSeen.whoPresent': 'Her aunt',
      ...agreed,
    });
    const again = await story.as('socialWorker').opensEnquiry();
    expect(again.text).toContain('When the child was seen: Tuesday 24 November 2026, 9:30am');
    expect(again.text).toContain('Who was present: Her aunt');
  });

  it('a child seen before the meeting is in its record, and nobody is reminded to see it (V-1, V-3)', async () => {
    await convened();
    await story.as('socialWorker').recordsEnquiry({ ...seenAt('2026-11-24', '09:30'), ...alone, ...agreed });
    await story.passUntil('2026-11-25T14:00');
    await story.arrive();
    await story.chair.decides(enquiry);
    const record = await story.letter('police', 'What was decided');
    expect(record.text).toContain('When the child was seen: Tuesday 24 November 2026, 9:30am');
    const follows = await story.letter('socialWorker', 'What follows');
    for (const rule of ['V-1', 'V-2', 'V-3', 'V-7']) expect(follows.text).not.toContain(`${rule}: `);
    await story.pass('P2D');
    await expect(story.letter('socialWorker', 'The child must be seen')).rejects.toThrow('no letter');
    expect((await story.letter('teamManager', 'Not yet reported as done')).text).not.toContain('Seeing the child');
  });

  it('after the decision it is owed, and settled from the reminder, which asks when and how (V-1, V-2, V-3)', async () => {
    await decided();
    const follows = await story.letter('socialWorker', 'What follows');
    expect(follows.text).toContain('By Thursday 26 November 2026, 2pm: A child already born is seen');
    expect(follows.text).toContain('To be recorded: The child is seen alone, except for six reasons.');
    await story.passUntil('2026-11-26T09:00');
    const reminder = await story.as('socialWorker').news('The child must be seen');
    expect(reminder.text).toContain('V-1');
    expect(inWords(reminder.card)).not.toContain('“It is done”');
    const form = await reminder.press('Record what was done');
    await form.done('Record this', { ...seenAt('2026-11-26', '08:30'), ...alone, ...agreed });
    await story.pass('P1D');
    const told = await story.as('socialWorker').news('What follows');
    expect((await told.press('I have seen this')).text).not.toMatch(/\(V-[1237]\)/);
    expect((await story.letter('teamManager', 'Not yet reported as done')).text).not.toContain('Seeing the child');
  });

  it('of siblings each is seen: until then it is on the list of what is overdue (V-1)', async () => {
    await decided(
      {},
      { name: 'Kim Sample', initials: 'K.S.', birthDate: '2021-06-01' },
      { ...unborn, initials: 'L.S.' },
    );
    const visit = { ...seenAt('2026-11-25', '12:00'), ...alone, ...agreed };
    await story.as('socialWorker').recordsEnquiry(visit, 'A');
    await story.passUntil('2026-11-26T16:00');
    const overdue = await story.chair.news('Not yet reported as done');
    expect(overdue.text).toContain('Seeing the child: due by Thursday 26 November 2026');
    const choose = await overdue.press('Done: the child has been seen');
    expect(inWords(choose.card)).toContain('[A, B, C]');
    await (await choose.press('Continue', { of: 'B' })).done('Record this', visit);
    expect((await overdue.press('Remind me tomorrow')).text).not.toContain('Seeing the child');
  });

  it('a child is seen without the knowledge of a parent for a reason, which may be another (V-7)', async () => {
    await convened();
    const visit = { ...seenAt('2026-11-24', '09:30'), ...alone };
    const form = await story.as('socialWorker').opensEnquiry();
    const silent = await form.press('Record this', visit);
    expect(silent.text).toContain('Answer “Does a parent know and agree?”.');
    const without = { 'enquiry.parentalPermission.permissionGiven': 'No' };
    expect((await silent.press('Record this', without)).text).toContain('Fill in “Why the child is seen without it”.');
    const other = { ...without, 'enquiry.parentalPermission.permissionException': 'Another reason' };
    const which = await silent.press('Record this', other);
    expect(which.text).toContain('Fill in “Which reason”.');
    await which.done('Record this', { 'enquiry.parentalPermission.permissionOtherReason': 'He is at sea' });
    expect((await story.as('socialWorker').opensEnquiry()).text).toContain('Which reason: He is at sea');
  });

  it('the next discussion knows that the child has been seen, until there is news (V-1)', async () => {
    await decided();
    await story.as('socialWorker').recordsEnquiry({ ...seenAt('2026-11-25', '12:00'), ...alone, ...agreed });
    await story.passUntil('2026-11-26T15:00');
    await story.conveneNext({ meetsAt: '2026-11-26T16:00' });
    expect((await story.chair.agenda()).text).not.toContain('V-1');
  });

  it('it is offered to the social worker and those who lead, in their own view of the card, and to nobody else', async () => {
    await convened();
    const part = { saying: [`Strategy discussion ${story.reference}: take part`] };
    const own = async (role: 'socialWorker' | 'teamManager' | 'police'): Promise<string> =>
      inWords((await story.as(role).press('Show what I can do', part)).card);
    expect(await own('socialWorker')).toContain('“Child and family”');
    expect(await own('teamManager')).toContain('“Child and family”');
    expect(await own('police')).not.toContain('“Child and family”');
  });
});

describe('under Liverpool', () => {
  const li = { 'Does a parent agree?': 'Yes' };
  const convened = async (): Promise<void> => {
    story = await begin({ standard: 'liverpool', at: '2026-11-24T10:00' });
    await story.convene({ meetsAt: '2026-11-24T14:00' });
  };

  it('not alone only where that is against the interests of the child, and who was there (V-3)', async () => {
    await convened();
    const form = await story.chair.opensEnquiry();
    const page = await form.press('Record this', { ...seenAt('2026-11-24', '09:30'), ...notAlone, ...li });
    expect(page.text).toContain('Fill in “Who was present”.');
    expect(page.text).toContain('against the child');
    await page.done('Record this', {
      'enquiry.childSeen.whoPresent': 'Her aunt',
      'enquiry.childSeen.againstInterests': 'She speaks to nobody else',
    });
  });

  it('without a parent’s permission there is a reason and legal advice, or it is not recorded (V-6)', async () => {
    await convened();
    const form = await story.chair.opensEnquiry();
    const silent = await form.press('Record this', { ...seenAt('2026-11-24', '09:30'), ...alone });
    expect(silent.text).toContain('Answer “Does a parent agree?”.');
    const without = { permissionGiven: 'No', permissionException: 'Evidence might be lost' };
    const answers = Object.fromEntries(
      Object.entries(without).map(([name, answer]) => [`enquiry.parentalPermission.${name}`, answer]),
    );
    await expect(silent.done('Record this', answers)).rejects.toThrow(Refused);
    const advised = { 'enquiry.parentalPermission.permissionLegalAdviceAt': 'Today at nine, from Ms Rao' };
    const page = await silent.press('Record this', answers);
    expect(page.text).toContain('Fill in “When legal advice was taken”.');
    await page.done('Record this', advised);
    expect((await story.chair.opensEnquiry()).text).toContain('When legal advice was taken: Today at nine');
  });

  it('what is still to be recorded is in the letter of whoever carries it on, and then it is not (V-3, V-6)', async () => {
    await convened();
    await story.passUntil('2026-11-24T14:00');
    await story.arrive();
    await story.chair.decides();
    const told = await story.chair.news('What follows');
    for (const rule of ['V-3', 'V-6']) expect(told.text).toContain(`${rule}: `);
    await (
      await told.press('Record what was done')
    ).done('Record this', {
      ...seenAt('2026-11-24', '13:00'),
      ...alone,
      ...li,
    });
    expect((await told.press('I have seen this')).text).not.toMatch(/V-[36]: /);
  });
});

it.each(['working-together-2023', 'darlington', 'sandwell'] as const)(
  '%s asks nothing of it, so it is not offered',
  async (standard) => {
    story = await begin({ standard, at: '2026-11-24T10:00' });
    await story.convene();
    const { card } = await story.chair.press('Show what I can do', { saying: [story.reference] });
    expect(inWords(card)).toContain('Emergency action');
    expect(inWords(card)).not.toContain('Child and family');
  },
);
