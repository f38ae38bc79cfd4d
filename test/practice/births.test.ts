import { describe, expect, it } from 'vitest';
import { assess } from '../../src/practice/assess.ts';
import { ageFacts, comingOfAge } from '../../src/practice/answers/age.ts';
import { emptyMatter, nothingEnquired, type Birth, type Matter } from '../../src/practice/matter.ts';
import { at, under } from './given.ts';

type Short = Parameters<typeof under>[0];

const matter = (birth: Birth, answers: Matter['answers'] = {}): Matter => ({
  ...emptyMatter,
  children: [{ id: 'A', birth, said: new Set(), answers, decision: null, enquired: nothingEnquired }],
  meeting: { ...emptyMatter.meeting, startsAt: at('2026-06-09T14:00:00+01:00') },
});
const born = (on: string): Birth => ({ kind: 'born', on });
const unborn: Birth = { kind: 'unborn', expectedOn: '2026-09-01' };
const found = (standard: Short, birth: Birth, answers?: Matter['answers']) =>
  assess(under(standard), matter(birth, answers));

describe('a child entered as unborn', () => {
  it('brings midwifery in Liverpool, in a seat of its own (I-9, Q-8)', () => {
    const { invitees, seats } = found('LI', unborn);
    expect(invitees.required).toContain('midwifery');
    expect(seats.map(({ seat }) => seat)).toContain('midwifery');
  });

  it('brings hospital and community midwifery in Sandwell (I-9)', () => {
    const { required } = found('SA', unborn).invitees;
    expect(required).toEqual(expect.arrayContaining(['midwiferyCommunity', 'midwiferyHospital']));
  });

  it.each(['WT', 'PS', 'DA', 'SA', 'LI'] as const)('is never asked about again under %s', (standard) => {
    const names = found(standard, unborn).questions.map(({ fact }) => fact);
    expect(names.filter((name) => name === 'unborn' || name === 'underSchoolAge')).toEqual([]);
  });

  it('has no seat of education where the authority reads it so, nor has one under school age (Q-5)', () => {
    const practice = under('SA', { readings: { educationSeat: 'notForTheVeryYoung' } });
    const seats = (birth: Birth) => assess(practice, matter(birth)).seats.map(({ seat }) => seat);
    expect(seats(unborn)).not.toContain('education');
    expect(seats(born('2021-06-10'))).not.toContain('education');
    expect(seats(born('2021-06-09'))).toContain('education');
  });
});

describe('a young person nearly 18 (I-20)', () => {
  const likely = { likelyCareAndSupportNeeds: true };
  const manager = (birth: Birth, answers?: Matter['answers']) =>
    found('SA', birth, answers).invitees.required.includes('adultSocialCareManager');

  it('of 17 years and 8 months, likely to need care and support, brings the adult social care manager', () => {
    expect(manager(born('2008-10-09'), likely)).toBe(true);
  });

  it('does not without the needs', () => {
    expect(manager(born('2008-10-09'), { likelyCareAndSupportNeeds: false })).toBe(false);
    expect(manager(born('2008-10-09'))).toBe(false);
  });

  it('does not at exactly six months before the birthday, and does the day after', () => {
    expect(manager(born('2008-12-09'), likely)).toBe(false);
    expect(manager(born('2008-12-08'), likely)).toBe(true);
  });

  it('is asked about the needs only then', () => {
    const question = found('SA', born('2008-10-09')).questions.find(({ fact }) => fact === 'likelyCareAndSupportNeeds');
    expect(question?.onlyIf).toEqual(['nearly18']);
  });
});

it('somebody born on 29 February comes of age on 1 March, and is nearly 18 until then (I-20)', () => {
  const facts = (on: string) => ageFacts(born('2008-02-29'), on);
  expect(comingOfAge('2008-02-29')).toEqual({ eighteenthBirthday: '2026-03-01', sixMonthsBefore: '2025-09-01' });
  expect(facts('2025-09-01')).not.toContain('nearly18');
  expect(facts('2025-09-02')).toContain('nearly18');
  expect(facts('2026-02-28')).toContain('nearly18');
  expect(facts('2026-03-01')).not.toContain('nearly18');
});
