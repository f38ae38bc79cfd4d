/**
 * The leaflet for the family (FG-1 to FG-7, F-1, F-5, F-8): made in Teams by those who carry the case, who hand it over.
 * Of the case it has what the chair allowed this family to be told, and nothing that shows that anything is left out.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf, readWord } from '../documents/files.ts';
import type { Role } from './cast.ts';
import { press } from './ending.ts';
import type { Shown } from './hand.ts';
import { fileOf, typed } from './operator.ts';
import type { Answers } from './screen.ts';
import { begin, type Story } from './story.ts';

/** What must never be in one: names, and what was said of anybody. */
const never = /Sample|J\.S\.|K\.S\.|Tench|orchard|heron|injuries|OFFICIAL/;

let story: Story;
beforeAll(async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  await story.convene({
    children: [
      { name: 'Jo Sample', initials: 'J.S.', birthDate: '2019-03-01' },
      { name: 'Kim Sample', initials: 'K.S.', birthDate: '2021-06-01' },
      { name: 'Robin Sample', initials: 'R.S.', birthDate: '2023-06-01' },
    ],
    concern: { concern: 'A bruise in the shape of a heron' },
    meetsAt: '2026-11-24T14:00',
  });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.as('police').addsInformation('He was seen at the orchard at dusk');
});
afterAll(() => story.end());

const notTold = { 'family.withheldBecause': 'jeopardisesInvestigation' };

const open = (by: Role): Promise<Shown> => press(story, 'Leaflet for the family', by);

/** Pressed on a fresh card, by the lead social worker unless somebody else does. */
const make = async (answers: Answers, by: Role = 'socialWorker'): Promise<Shown> =>
  (await open(by)).press('Make the leaflet', answers);

const linkOn = ({ card }: Shown): string => /"url":"([^"]+\/leaflet\/[^"]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
const fetched = async (shown: Shown): Promise<Buffer> => {
  const response = await fetch(linkOn(shown));
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

it('is not there before the decision: no family is told of a meeting that has not decided (F-4)', async () => {
  await expect(open('socialWorker')).rejects.toThrow('has no button “Leaflet for the family”');
  await story.chair.decides({
    children: [
      { answers: { familyWhat: 'We will look into how you were hurt. Ellie will visit you on Tuesday.' } },
      { answers: { family: 'withheld', familyWhat: 'It would get in the way of the police' }, details: notTold },
      { answers: { familyWhat: 'That Carol Tench told us' } },
    ],
  });
});

it('shows those who carry the case what can be printed for each family, and what cannot', async () => {
  const { text } = await open('socialWorker');
  expect(text).toContain('You hand it over yourself: nothing is sent to a family.');
  expect(text).toContain('the family may be told: “We will look into how you were hurt.');
  expect(text).toContain('R.S., 3 years: what the family is told has Carol, Tench in it, so it is not printed.');
  for (const role of ['police', 'health', 'school'] as const) {
    await expect(open(role)).rejects.toThrow('has no button “Leaflet for the family”');
  }
});

describe('the general leaflet', () => {
  it('says what a meeting is, what happens next, their rights and whom to ring, and nothing of the case', async () => {
    const { text, title, language } = await readPdf(await fetched(await make({ childId: 'A' })));
    expect({ title, language }).toEqual({ title: 'Information for your family', language: 'en-GB' });
    for (const words of [
      'What a strategy meeting is',
      'You are not invited',
      'Only a court or the police can take a child away from home.',
      'You can ask to see what we have written about you.',
      'Your social worker is Ellie Vaughan.',
      'You can ring us at Exampleshire County Council on 01632 960 100.',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(never);
    expect(text).not.toMatch(/What we can tell you now|look into how you were hurt/);
  });

  it('is the same for a family that is told nothing: it shows no sign of that (F-1)', async () => {
    const [told, withheld] = await Promise.all(
      ['A', 'B'].map(async (childId) => (await readPdf(await fetched(await make({ childId })))).text),
    );
    expect(withheld).toBe(told);
  });

  it('is there in Polish, marked as such for whoever has it read aloud', async () => {
    const { xml, text } = readWord(await fetched(await make({ childId: 'A', language: 'pl', file: 'docx' })));
    expect(text).toContain('Państwa pracownik socjalny: Ellie Vaughan.');
    expect(xml('word/styles.xml')).toContain('<w:lang w:val="pl-PL"/>');
    expect(text).not.toMatch(never);
  });
});

describe('with what this family is told', () => {
  it('has it in the words of the chair, for whoever has read them and says so', async () => {
    const { text } = await readPdf(await fetched(await make({ childId: 'A', print: 'yes' }, 'unitManager')));
    expect(text).toContain('What we can tell you now');
    expect(text).toContain('We will look into how you were hurt. Ellie will visit you on Tuesday.');
    expect(text).not.toMatch(never);
  });

  it.each(['B', 'C'])('is not made of child %s: it is withheld, or has a name in it (F-1)', async (childId) => {
    const answer = await make({ childId, print: 'yes' });
    expect(answer.text).toContain('Nothing that this family is told can be printed. Leave it out.');
    expect(linkOn(answer)).toBe('');
  });

  it('no longer after a correction: what was read may not be what is decided', async () => {
    const before = await make({ childId: 'A', print: 'yes' });
    const first = await press(story, 'Correct the decision', 'unitManager');
    const child = await first.press('Correct child A');
    const details = await child.press('Continue', { family: 'withheld', familyWhat: 'Not yet' });
    const check = await details.press('Continue', notTold);
    await check.done('Record the correction', { reason: 'The police asked' });
    const response = await fetch(linkOn(before));
    expect(response.status).toBe(410);
    expect(await response.text()).toContain('This link no longer works');
    expect((await open('socialWorker')).text).not.toContain('how you were hurt');
  });
});

describe('the link', () => {
  it('names no person, is kept by nobody, and works for ten minutes', async () => {
    const link = linkOn(await make({ childId: 'B' }));
    expect(link).not.toMatch(/ellie|vaughan|sample|kim/i);
    const response = await fetch(link);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=leaflet.pdf');
    await story.pass('PT11M');
    expect((await fetch(link)).status).toBe(410);
  });

  it('is ours, or opens nothing', async () => {
    const link = linkOn(await make({ childId: 'B' }));
    for (const forged of [link.replace('.general.', '.told.'), link.replace('.B.', '.A.'), `${link}x`]) {
      expect((await fetch(forged)).status).toBe(410);
    }
  });
});

it('an operator makes it too; who asked is recorded with the discussion', async () => {
  const file = await fileOf(story.dataDir, 'leaflet.pdf', 'leaflet', story.reference, '--language', 'pl');
  expect((await readPdf(file)).title).toBe('Informacje dla Państwa rodziny');
  const ask = (...more: readonly string[]) => fileOf(story.dataDir, 'told.pdf', 'leaflet', story.reference, ...more);
  await expect(ask('--told', '--child', 'B')).rejects.toThrow('has not allowed this family to be told anything');
  await expect(ask('--told', '--child', 'C')).rejects.toThrow('has Carol, Tench in it, which no leaflet may have');
  await expect(ask('--told')).rejects.toThrow('say with --child');
  await expect(ask('--language', 'cy')).rejects.toThrow('--language: "cy" must be one of en, pl.');
  const exported = await typed(story.dataDir, 'export', story.reference, '--by', 'Records office');
  const { held } = JSON.parse(exported) as { held: { reads: { deed: string; personId: string }[] } };
  const made = held.reads.filter(({ deed }) => deed === 'makeLeaflet').map(({ personId }) => personId);
  expect(new Set(made)).toEqual(new Set(['ellie-vaughan', 'hannah-boyle', 'Records office']));
});
