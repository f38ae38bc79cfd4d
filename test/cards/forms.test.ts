import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clipped, longestThatFits, plain, said, type Card } from '../../src/cards/bind.ts';
import { conveneConcernCard } from '../../src/cards/conveneConcern.ts';
import { readConcern } from '../../src/cards/conveneConcernForm.ts';
import { email, inputsOf, readForm, several, typedText, wallTime } from '../../src/cards/form.ts';
import { draftAssessed } from '../../src/conduct/draftAssessed.ts';
import { emptyConvening } from '../../src/conduct/drafts.ts';
import { nothingSaid } from '../../src/discussion/state/facts.ts';
import { personId } from '../../src/discussion/state/people.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { practiceFor, standardKeys } from '../builders/standards.ts';
import { child, tuesday } from '../builders/convene.ts';
import { faultsIn } from './soundness.ts';

describe('what was typed', () => {
  it.each<[string, unknown, string]>([
    ['spaces round it are dropped', '  Jo  ', 'Jo'],
    ['line breaks inside stay', 'one\ntwo', 'one\ntwo'],
    ['control characters are dropped', 'a\u0000b\u0007c\u007f', 'abc'],
    ['marks that turn the text round are dropped', '\u202egnp.exe\u2066', 'gnp.exe'],
    ['the break we put into a template expression is taken out', '$\u200b{x}', '${x}'],
    ['Arabic stays as it is', 'مرحبا', 'مرحبا'],
    ['nothing', undefined, ''],
    ['a number', 7, ''],
    ['an object', { toString: () => 'x' }, ''],
  ])('%s', (_name, sent, read) => {
    expect(typedText(sent)).toBe(read);
  });

  it('only a card’s own inputs are shown again', () => {
    const sent = { reason: 'x', reference: 'forged', people: 'forged', where: 7 };
    expect(inputsOf({ reason: plain, where: plain }, sent)).toEqual({ reason: 'x' });
  });

  it.each<[string, unknown, readonly string[]]>([
    ['nothing ticked', undefined, []],
    ['two', 'a,b', ['a', 'b']],
    ['stray commas', ',a,,b,', ['a', 'b']],
  ])('of several choices: %s', (_name, sent, read) => {
    expect(several.parse(sent)).toEqual(read);
  });

  it.each<[string, unknown, string | null]>([
    ['a plain one', 'tom@police.uk', 'tom@police.uk'],
    ['none', '', null],
  ])('an e-mail address: %s', (_name, sent, read) => {
    expect(email('The address').parse(sent)).toBe(read);
  });

  it.each(['tom', 'tom@', '@police.uk', 'tom@police', 'tom @police.uk', 'a@b.uk, c@d.uk', 'a@b.uk\nBcc: all@b.uk'])(
    'not an e-mail address: %s',
    (sent) => {
      const read = readForm(z.object({ to: email('The address') }), { to: sent });
      expect(read).toEqual({
        ok: false,
        problems: ['The address must be an e-mail address, like name@example.gov.uk.'],
      });
    },
  );
});

describe('a time on the wall in London', () => {
  const at = (iso: string) => ({ ok: true, value: instant(iso) });
  it.each([
    ['in summer', '2026-09-15', '14:30', at('2026-09-15T13:30:00Z')],
    ['in winter', '2026-12-15', '14:30', at('2026-12-15T14:30:00Z')],
    ['when the clocks go back, the first of the two', '2026-10-25', '01:30', at('2026-10-25T00:30:00Z')],
    ['neither date nor time', '', '', { ok: true, value: null }],
  ])('%s', (_name, date, time, read) => {
    expect(wallTime(date, time, 'The meeting')).toEqual(read);
  });

  it.each([
    ['when the clocks go forward', '2026-03-29', '01:30', /there is no 01:30 on Sunday 29 March 2026/],
    ['31 February', '2026-02-31', '10:00', /enter a real date/],
    ['29 February of a common year', '2027-02-29', '10:00', /enter a real date/],
    ['a year typed short', '0026-09-15', '10:00', /check the year/],
    ['a year of another century', '1926-09-15', '10:00', /check the year/],
    ['no date', '', '10:00', /enter a real date/],
    ['no time', '2026-09-15', '', /enter a time/],
    ['25 o’clock', '2026-09-15', '25:00', /enter a time/],
    [
      'a date of two readings',
      '03/04/2026',
      '10:00',
      /is it 3 April 2026 or 4 March 2026\?|is it .*3 April.* or .*4 March/,
    ],
    ['words', 'tomorrow', 'noon', /enter a real date/],
  ])('not %s', (_name, date, time, sentence) => {
    const read = wallTime(date, time, 'The meeting');
    expect(read).toMatchObject({ ok: false, problems: [expect.stringMatching(sentence)] });
  });
});

describe('the concern page asks what the standard turns on, and takes nothing else', () => {
  const draft = {
    id: 'SD-TEST22',
    revision: 3,
    owner: personId('manager'),
    body: emptyConvening({ kind: 'channel', conversation: '19:x' }),
  };

  it.each(standardKeys)('%s', (key) => {
    const practice = practiceFor(key);
    const { questions } = draftAssessed(draft.body, practice, tuesday);
    const read = (data: Readonly<Record<string, string>>) => readConcern(data, questions, draft.body, tuesday);
    const typed = { concern: 'Marks', concerns: 'physicalInjury' };
    expect(faultsIn(conveneConcernCard(draft, practice, tuesday, typed))).toEqual([]);
    expect(read({ concern: 'Marks' })).toEqual({ ok: true, value: { concern: 'Marks', facts: nothingSaid } });
    expect(read({ concern: 'Marks', circumstances: 'madeUp' })).toMatchObject({ ok: false });
  });

  it('what was saved is shown again as it was answered', () => {
    const practice = practiceFor('practice-standards-2025');
    const answers = {
      'emergencyActionAt.date': '2026-09-15',
      'emergencyActionAt.time': '08:15',
      forensicEvidenceNeeded: 'no',
    };
    const body = { ...draft.body, children: [child()] };
    const read = readConcern(
      { concern: 'Marks', circumstances: 'emergencyActionTaken', ...answers },
      draftAssessed(body, practice, tuesday).questions,
      body,
      tuesday,
    );
    if (!read.ok) throw new Error(read.problems.join());
    expect(read.value.facts.answers).toEqual({
      forensicEvidenceNeeded: false,
      emergencyActionAt: instant('2026-09-15T08:15:00+01:00'),
    });
    const json = JSON.stringify(
      conveneConcernCard({ ...draft, body: { ...body, ...read.value } }, practice, tuesday, null),
    );
    for (const value of ['2026-09-15', '08:15', 'emergencyActionTaken']) expect(json).toContain(`"value":"${value}"`);
  });
});

describe('text that has to be made to fit', () => {
  it('is cut with a mark that says so, never in the middle of a character', () => {
    expect(clipped('Safeguarding', 20)).toBe('Safeguarding');
    expect(clipped('Safeguarding', 4)).toBe('Safe…');
    expect(clipped('ab👶cd', 3)).toBe('ab…');
  });

  const card = (length: number): Card => ({
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ text: 'x'.repeat(length) }],
  });

  it('the longest list that leaves room for a banner is chosen', () => {
    expect(longestThatFits([40_000, 20_000, 10], card)).toEqual(card(20_000));
    expect(longestThatFits([27_000, 10], card)).toEqual(card(10));
    expect(longestThatFits([27_000], card)).toEqual(card(27_000));
  });

  it('a fault that has nothing to do with length is not hidden', () => {
    const broken = (): Card => {
      throw new Error('no such template');
    };
    expect(() => longestThatFits([3, 2, 1], broken)).toThrow('no such template');
  });
});

it('text for an input is left as it is but for a template expression; text for reading is escaped as well', () => {
  expect(plain.parse('*x* ${y}')).toBe('*x* $\u200b{y}');
  expect(said.parse('*x* ${y}')).toBe('\\*x\\* $\u200b{y}');
});
