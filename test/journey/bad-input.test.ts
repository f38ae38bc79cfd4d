/** The first pages of the convene form, filled in wrongly: a clear sentence, nothing changed, nothing lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCouncil, type Council, type Shown } from './council.ts';
import { child, concern, expectKept, long, referral, refusedFor, type Inputs } from './formFilling.ts';

let council: Council;
let reference: string;
let form: Shown;

const priya = () => council.as('priya-shah');
const refused = (inputs: Inputs): Promise<Shown> =>
  refusedFor(council, 'priya-shah')(reference, form, 'Continue', inputs);

beforeAll(async () => {
  council = await startCouncil();
  await priya().say('channel', '/strategy', { mention: true });
  const announced = await priya().card('channel', 'New strategy discussion');
  reference = /SD-[A-Z0-9]{6}/.exec(JSON.stringify(announced.cards))?.[0] ?? '';
  form = await priya().press(announced, 'Open the form');
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

describe('page 1: the child', () => {
  it.each<[string, Inputs, string]>([
    ['nothing at all', { name: '', initials: '', birthDate: '' }, 'Enter the child’s details.'],
    ['no name', { name: '' }, 'Enter the child’s full name.'],
    [
      'no initials, and no name to take them from',
      { name: '', initials: '', birthKind: 'unborn' },
      'Enter the child’s initials.',
    ],
    [
      'initials that are not letters',
      { initials: '007' },
      'Initials are two to eight letters, such as J.S., and not a name.',
    ],
    ['a name that is too long', { name: long(101) }, 'The name must be 100 characters or fewer.'],
    [
      'initials that are a name',
      { initials: 'Jo Sample' },
      'Initials are two to eight letters, such as J.S., and not a name.',
    ],
    [
      'a case reference that is too long',
      { caseReference: long(41) },
      'The case reference must be 40 characters or fewer.',
    ],
    ['no date of birth', { birthDate: '' }, 'Enter the date of birth, or the expected date of delivery.'],
    ['31 February', { birthDate: '2020-02-31' }, 'The date of birth or delivery: enter a real date.'],
    ['29 February of a common year', { birthDate: '2019-02-29' }, 'The date of birth or delivery: enter a real date.'],
    ['a date in words', { birthDate: '1 March' }, 'The date of birth or delivery: enter a real date.'],
    ['a date of birth tomorrow', { birthDate: '2026-09-16' }, 'Child A: the date of birth is in the future.'],
    ['an adult', { birthDate: '1990-05-05' }, 'Child A will be 18 or over on the day of the meeting.'],
    ['18 today', { birthDate: '2008-09-15' }, 'Child A will be 18 or over'],
    [
      'a birth expected in 2031',
      { birthKind: 'unborn', birthDate: '2031-01-01' },
      'Child A: the expected date of delivery is more than a year away.',
    ],
    ['neither born nor unborn', { birthKind: 'adopted' }, 'Say whether the child has been born.'],
  ])('%s', async (_name, over, sentence) => {
    const shown = await refused({ ...child, ...over });
    expect(shown.text).toContain(sentence);
  });

  it('everything typed is still there', async () => {
    const typed = { ...child, birthKind: 'unborn', caseReference: 'LCS 4711', birthDate: '2031-01-01' };
    expectKept(await refused(typed), typed);
  });

  it('nothing of what was typed is shown to anybody else', async () => {
    await refused({ ...child, birthDate: '' });
    const seen = await council.as('tom-reyes').messages('channel');
    expect(JSON.stringify(seen)).not.toMatch(/Jo Sample|J\.S\./);
  });
});

describe('page 1: the referral', () => {
  it.each<[string, Inputs, string]>([
    ['no date', { receivedDate: '' }, 'Enter the date the referral was received.'],
    ['no time', { receivedTime: '' }, 'Enter the time the referral was received.'],
    ['31 February', { receivedDate: '2026-02-31' }, 'When the referral was received: enter a real date.'],
    ['another century', { receivedDate: '1926-09-15' }, 'When the referral was received: check the year.'],
    [
      'half past one on the night the clocks go forward',
      { receivedDate: '2026-03-29', receivedTime: '01:30' },
      'there is no 01:30 on Sunday 29 March 2026, because the clocks go forward',
    ],
    [
      'a time that does not exist',
      { receivedTime: '25:00' },
      'When the referral was received: enter a time, such as 14:30.',
    ],
    ['received tomorrow', { receivedDate: '2026-09-16' }, 'The referral cannot have been received in the future.'],
    [
      'concerns identified tomorrow',
      { identifiedDate: '2026-09-16', identifiedTime: '09:00' },
      'Concerns cannot have been identified in the future.',
    ],
    [
      'a date without a time',
      { identifiedDate: '2026-09-14' },
      'When concerns were identified: enter a time, such as 14:30.',
    ],
    [
      'no name',
      { referrerName: '' },
      'Enter the name of the person who made the referral, or say that they gave no name.',
    ],
    ['a name of somebody who gave none', { standing: 'anonymous', referrerAgency: '' }, 'You entered a name'],
    ['a telephone number that is none', { referrerPhone: 'n/a' }, 'The telephone number must be a telephone number'],
    ['a name that is too long', { referrerName: long(101) }, 'The referrer’s name must be 100 characters or fewer.'],
    ['no agency for a professional', { referrerAgency: '' }, 'Enter the referrer’s agency.'],
    [
      'no way to reach them',
      { referrerEmail: '' },
      'Enter an e-mail address or a telephone number: the referrer is owed the outcome.',
    ],
    [
      'an address that is none',
      { referrerEmail: 'carol' },
      'The referrer’s e-mail address must be an e-mail address, like name@example.gov.uk.',
    ],
    ['a standing we do not know', { standing: 'neighbour' }, 'Say who the referrer is.'],
  ])('%s', async (_name, over, sentence) => {
    const inputs = { ...child, ...referral, ...over };
    const shown = await refused(inputs);
    expect(shown.text).toContain(sentence);
    expectKept(shown, inputs);
  });
});

describe('page 2: the concern', () => {
  beforeAll(async () => {
    form = await priya().press(form, 'Continue', { ...child, ...referral });
  });

  it.each<[string, Inputs, string]>([
    ['nothing', { concern: '' }, 'Say what the concern is.'],
    ['only spaces', { concern: '   ' }, 'Say what the concern is.'],
    ['too much', { concern: long(4001) }, 'The concern must be 4000 characters or fewer.'],
    [
      'a fact nobody knows',
      { concern: 'Marks', circumstances: 'seriousRisk,alienAbduction' },
      'Circumstances: choose from the list.',
    ],
    [
      'such a fact under another heading',
      { concern: 'Marks', sooner: 'alienAbduction' },
      'Sets an earlier deadline: choose from the list.',
    ],
    [
      'emergency action on 31 February',
      { concern: 'Marks', 'emergencyActionAt.date': '2026-02-31', 'emergencyActionAt.time': '08:00' },
      'When was the emergency action taken: enter a real date.',
    ],
    [
      'emergency action tomorrow',
      { concern: 'Marks', 'emergencyActionAt.date': '2026-09-16', 'emergencyActionAt.time': '08:00' },
      'When was the emergency action taken: this cannot be in the future.',
    ],
    [
      'emergency action at no time',
      { concern: 'Marks', 'emergencyActionAt.date': '2026-09-15' },
      'When was the emergency action taken: enter a time, such as 14:30.',
    ],
  ])('%s', async (_name, inputs, sentence) => {
    const shown = await refused(inputs);
    expect(shown.text).toContain(sentence);
    const { circumstances: _forged, sooner: _too, ...typed } = inputs;
    expectKept(shown, { ...typed, concern: (typed['concern'] ?? '').trim() });
  });

  it('more than a card can show back is answered in words, and stays where it was typed', async () => {
    const shown = await refused({ concern: long(60_000) });
    expect(shown.outcome).toEqual({ kind: 'message', text: 'The concern must be 4000 characters or fewer.' });
  });
});

describe('page 2, continued: what follows from the concern', () => {
  beforeAll(async () => {
    form = await priya().press(form, 'Continue', { ...concern, concerns: 'seriousNeglect' });
  });

  it.each<[string, Inputs, string]>([
    [
      'a reason to put the urgency aside that is too long',
      { 'setAside.seriousRisk': long(1001) },
      'The reason must be 1000 characters or fewer.',
    ],
    [
      'who judged the urgency, at too great length',
      { 'asked.urgency.urgencySetBy': long(301) },
      'Manager who judged the urgency must be 300 characters or fewer.',
    ],
  ])('%s', async (_name, inputs, sentence) => {
    const shown = await refused(inputs);
    expect(shown.text).toContain(sentence);
    expectKept(shown, inputs);
  });
});
