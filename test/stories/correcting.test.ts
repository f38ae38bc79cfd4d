/** What was recorded of a child turns out to be wrong: the chair puts it right, and everybody who was told is told again. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Role } from './cast.ts';
import type { Deciding } from './deciding.ts';
import { seen, throughGate } from './gate.ts';
import type { Shown } from './hand.ts';
import { questionsOn } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const noEnquiry: Deciding = { s47: 'no', outcomes: ['s17Assessment'] };
const enquiry: Deciding = { details: { 'answer.urgentEnquiry': 'no' } };

/** The school was invited and is not there; the referrer hears by e-mail. */
const decided = async (told: Deciding, concerns: readonly string[] = []): Promise<void> => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00', others: ['school'], concern: { concerns } });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides(told);
};

const opened = async (childId = 'A'): Promise<Shown> =>
  (await story.chair.press('Correct the decision')).press(`Correct child ${childId}`);

/** What is written already stays; what is asked now and was not is answered. */
const filled = (page: Shown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    questionsOn(page.card)
      .filter(({ type }) => type === 'Input.Text')
      .map(({ id, value }) => [id, value === '' ? 'As agreed at the meeting.' : value]),
  );

const toEnquiry = async (): Promise<Shown> => {
  const first = await opened();
  const second = await first.press('Continue', { s47: 'yes', outcomes: ['s47Joint'] });
  return second.press('Continue', { 'answer.urgentEnquiry': 'no' }, filled(second));
};

const toNone = async (): Promise<Shown> => {
  const first = await opened();
  const second = await first.press('Continue', { s47: 'no', outcomes: ['s17Assessment'] });
  return second.press('Continue', {}, filled(second));
};

const because = { reason: 'The minutes were misread.' };

const headings = async (role: Role): Promise<readonly string[]> =>
  (await story.letters(role)).map(({ heading }) => heading);

const counted = async (role: Role, saying: string): Promise<number> =>
  (await headings(role)).filter((heading) => heading.includes(saying)).length;

describe('from no enquiry to one', () => {
  it('shows what was, what is and what follows; then tells each who was told once more, and owes what an enquiry owes', async () => {
    await decided(noEnquiry);
    const check = await toEnquiry();
    expect(check.text).toContain('Start a section 47 enquiry?\nWas: No\nIs now: Yes');
    expect(check.text).toContain('By Wednesday 25 November 2026, 2pm: A child already born is seen within 24 hours');
    expect(check.text).toMatch(/The outcome goes to: .*The referrer.*, by Wednesday 25 November 2026, 11:59pm/);

    const done = await check.done('Record the correction', because);
    expect(done.text).toContain('Correction 1, Tuesday 24 November 2026, 2pm, by Priya Shah.');
    expect(done.text).toContain('J.S. Before: no section 47 enquiry will start.');
    expect(done.text).toContain('Now: a section 47 enquiry will start.');
    expect(done.text).toContain('Why: The minutes were misread.');

    const toReferrer = await story.letter('referrer', 'Corrected: outcome');
    expect(toReferrer.text).toContain('This takes the place of what you were told before.');
    expect(toReferrer.text).toContain('A section 47 enquiry will start.');
    expect(toReferrer.text).not.toMatch(/misread|J\.S\.|Priya Shah,? Before/);
    expect((await story.letter('health', 'What was decided, corrected')).text).toContain(
      'Why: The minutes were misread.',
    );
    expect((await story.letter('school', 'The corrected outcome')).text).not.toContain('misread');
    for (const [role, saying] of [
      ['referrer', 'Corrected: outcome'],
      ['health', 'What was decided, corrected'],
      ['police', 'What was decided, corrected'],
      ['school', 'The corrected outcome'],
    ] as const) {
      expect(await counted(role, saying), role).toBe(1);
    }
    expect(await counted('teamManager', 'What was decided, corrected')).toBe(0);
    expect((await story.letter('socialWorker', 'This is what follows from it now')).text).toContain('V-1');

    await story.passUntil('2026-11-25T15:00');
    expect(await headings('socialWorker')).toContain('The child must be seen');
    const [told] = await story.chair.sees({ saying: ['Who has been told'] });
    expect(told?.text.split('\n').filter((line) => line.startsWith('Outcome, corrected'))).toHaveLength(2);
  });

  it('the channel reads that it was corrected, and nothing of what', async () => {
    await decided(noEnquiry);
    await (await toEnquiry()).done('Record the correction', because);
    const [card] = await story.as('stranger').sees({ saying: ['Decision on'] });
    expect(card?.text).toContain('Corrected since, Tuesday 24 November 2026, 2pm (correction 1).');
    expect(card?.text).not.toMatch(/enquiry|misread/);
    const agenda = await story.as('health').press('Read what was said');
    expect(agenda.text).toContain('The decision was corrected');
    expect(agenda.text).toContain('Why: The minutes were misread.');
  });
});

it('from an enquiry to none: what no longer applies is asked of nobody, in writing or later', async () => {
  await decided(enquiry);
  await (await toNone()).done('Record the correction', because);
  expect((await story.letter('referrer', 'Corrected: outcome')).text).toContain('No section 47 enquiry will start.');
  await story.passUntil('2026-12-16T12:00');
  const heard = (await headings('socialWorker')).join('\n');
  expect(heard).not.toMatch(/The child must be seen|enquiry is due|conference is due/);
  expect((await story.letter('teamManager', 'Not yet reported as done')).text).not.toMatch(
    /enquiry|conference|seeing the child/,
  );
});

it('an enquiry that has its result is not corrected to none: it was made (GT-5)', async () => {
  await decided(enquiry);
  await story.passUntil('2026-11-24T18:00');
  await story.as('socialWorker').recordsEnquiry(seen);
  await throughGate(story, 'substantiatedIcpc');
  const page = await toNone();
  const refused = await page.press('Record the correction', because);
  expect(refused.text).toContain(
    'Its result was recorded on Tuesday 24 November 2026, so the enquiry was made and cannot be corrected to none.',
  );
  expect(refused.text).toContain('convene the next discussion');
  expect((await story.chair.agenda()).text).not.toContain('corrected since');
});

it('nothing that the standard forces is corrected away (J-1)', async () => {
  await decided(enquiry, ['intrafamilialSexualOffence']);
  const page = await toNone();
  expect(page.text).toContain('J-1');
  expect(page.text).toContain('There is a problem');
});

describe('before it counts', () => {
  it('asks why, refuses what changes nothing, shows what came since, and is recorded once; a second has a number of its own', async () => {
    await decided(noEnquiry);
    const unchanged = await (await (await opened()).press('Continue')).press('Continue');
    expect(unchanged.text).toContain('Nothing is different from what was recorded yet.');
    expect((await unchanged.forged('Record the correction', { reason: '' })).text).toContain('Say why it is corrected');
    expect((await unchanged.press('Record the correction', because)).text).toContain(
      'Nothing is different from what was recorded. Change what is wrong',
    );

    const first = await unchanged.press('Change the answers', { reason: 'Half written' });
    const check = await (await first.press('Continue', { reasons: 'One injury, not two.' })).press('Continue');
    expect(check.text).toContain('Was: Two unexplained injuries in a week.\nIs now: One injury, not two.');
    expect(questionsOn(check.card).find(({ id }) => id === 'reason')?.value).toBe('Half written');

    await story.as('socialWorker').recordsEmergencyAction('Taken to the ward');
    const since = await check.press('Record the correction', because);
    expect(since.text).toContain('Emergency action was recorded.');
    const done = await since.done('Record the correction', because);
    expect(done.text).toContain('Changed: the reasons. Why: The minutes were misread.');
    expect((await since.done('Record the correction', because)).text).toContain('The correction is recorded.');
    expect((await first.press('Continue')).text).toContain('has been corrected since you opened this');

    const again = await (await opened()).press('Continue', { reasons: 'No injury at all.' });
    const second = await (await again.press('Continue')).done('Record the correction', { reason: 'The doctor wrote.' });
    expect(second.text).toContain('Correction 2, ');
    expect(await counted('health', 'What was decided, corrected')).toBe(2);
  });

  it('whoever has the chair now corrects it, and nobody else', async () => {
    await decided(noEnquiry);
    await expect(story.as('police').press('Correct the decision')).rejects.toThrow('no button');
    await story.chair.say('chat', `/strategy handover ${story.reference}`);
    await (
      await story.chair.news('Hand it over')
    ).done('Hand it over', { part: 'chair', person: 'martin-okafor', reason: 'On leave' });
    const chair = story.as('serviceManager');
    const first = await (await chair.press('Correct the decision')).press('Correct child A');
    const check = await (await first.press('Continue', { reasons: 'One injury, not two.' })).press('Continue');
    expect((await check.done('Record the correction', because)).text).toContain('by Martin Okafor');
    expect((await story.letter('teamManager', 'What was decided, corrected')).text).toContain('by Martin Okafor');
  });
});
