/** One paper, set as a PDF and as a Word file: both say all of it, in order, and can be read aloud. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heading, paragraph, facts, list, table, type Block, type Paper } from '../../../src/documents/paper/paper.ts';
import { pdfOf } from '../../../src/documents/paper/pdf.ts';
import { wordOf } from '../../../src/documents/paper/word.ts';
import { placesIn, readPdf, readWord } from '../files.ts';

const paperOf = (...blocks: readonly Block[]): Paper => ({
  title: 'Record of strategy discussion SD-ABC234',
  reference: 'SD-ABC234',
  marking: 'OFFICIAL-SENSITIVE',
  authority: 'Exampleshire County Council',
  language: 'en-GB',
  page: ['Page', 'of'],
  blocks,
});

const people = Array.from({ length: 60 }, (_, i) => [
  `Person ${i + 1}`,
  'Exampleshire Community NHS Trust',
  'In Teams',
]);

describe('a PDF', () => {
  it('is marked for reading aloud: title, language, and each thing as what it is, in order', async () => {
    const read = await readPdf(
      await pdfOf(
        paperOf(
          heading('Why it was held'),
          paragraph('A bruise'),
          ...list(['One', 'Two']),
          ...facts([{ term: 'Chair', words: 'Priya Shah' }]),
          ...table('Who took part', ['Name', 'Agency'], [['DI Tom Reyes', 'Exampleshire Police']]),
          heading('Child A', 3),
        ),
      ),
    );
    expect(read).toMatchObject({ title: 'Record of strategy discussion SD-ABC234', language: 'en-GB', pages: 1 });
    expect(read.aloud.map(({ role, words }) => `${role} ${words}`)).toEqual([
      'H1 Record of strategy discussion SD-ABC234',
      'H2 Why it was held',
      'P A bruise',
      'Lbl •',
      'LBody One',
      'Lbl •',
      'LBody Two',
      'P Chair: Priya Shah',
      'Caption Who took part',
      'TH Name',
      'TH Agency',
      'TD DI Tom Reyes',
      'TD Exampleshire Police',
      'H3 Child A',
    ]);
  });

  it('has its marking, its reference and the number of each page on every page, and does not read them aloud', async () => {
    const read = await readPdf(await pdfOf(paperOf(...table('Who took part', ['Name', 'Agency', 'How'], people))));
    expect(read.pages).toBeGreaterThan(1);
    expect(read.text.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(read.pages);
    for (let page = 1; page <= read.pages; page += 1) {
      expect(read.text).toContain(`SD-ABC234, Exampleshire County Council. Page ${page} of ${read.pages}`);
    }
    expect(read.aloud.map(({ words }) => words).join()).not.toMatch(/OFFICIAL|Page 1/);
  });

  it('draws the header of a table again on each page it goes on to, and reads it aloud once', async () => {
    const read = await readPdf(await pdfOf(paperOf(...table('Who took part', ['Name', 'Agency', 'How'], people))));
    expect(read.text.match(/Name Agency How/g)).toHaveLength(read.pages);
    expect(read.aloud.filter(({ role }) => role === 'TH')).toHaveLength(3);
    expect(read.aloud.filter(({ role }) => role === 'TD')).toHaveLength(180);
  });

  it('sets each row of a table below the highest cell of the one before', async () => {
    const rows = ['one', 'two', 'three', 'four'].map((name) => [name, `${name} `.repeat(60), 'short']);
    const lines = await placesIn(await pdfOf(paperOf(...table('Actions', ['No.', 'What', 'Who'], rows))));
    const spans = rows.map(([name = '']) => lines.filter(({ words }) => words.includes(name)).map(({ y }) => y));
    spans.slice(1).forEach((below, i) => {
      expect(Math.max(...below)).toBeLessThan(Math.min(...(spans[i] ?? [])));
    });
  });

  it('cuts nothing off where a row of a table is higher than a page', async () => {
    const long = Array.from({ length: 3000 }, (_, i) => `word${i}`).join(' ');
    const read = await readPdf(await pdfOf(paperOf(...table('Actions', ['No.', 'What'], [['1', long]]))));
    expect(read.aloud.map(({ words }) => words).join(' ')).toContain(long);
  });

  it('says which character it has no letter for', async () => {
    const read = await readPdf(await pdfOf(paperOf(paragraph('Łukasz Żółć 👍, Σοφία, Юлія'))));
    expect(read.text).toContain('Łukasz Żółć [U+1F44D], Σοφία, Юлія');
  });
});

describe('a Word file', () => {
  it('has headings, lists, tables and its language as such', async () => {
    const { xml } = readWord(
      await wordOf(
        paperOf(heading('Plan'), ...list(['One']), ...table('Who', ['Name', 'Agency'], [['Tom', 'Police']])),
      ),
    );
    for (const mark of ['w:val="Heading1"', 'w:val="Heading2"', '<w:numPr>', '<w:tblHeader/>']) {
      expect(xml('word/document.xml')).toContain(mark);
    }
    expect(xml('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
    expect(xml('docProps/core.xml')).toContain('Record of strategy discussion SD-ABC234');
  });
});

/** What somebody may type or paste, on several lines and with what means something in a file. */
const typed = fc
  .array(fc.constantFrom(...Array.from('aZ0éŁß .,<&>"’:\n\u0000\u000b')), { minLength: 1, maxLength: 80 })
  .map((letters) => `x${letters.join('')}x`);

it('both have every letter of it, whatever was typed, and nothing that would break the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 5 }), async (texts) => {
      const paper = paperOf(...texts.map(paragraph));
      const word = readWord(await wordOf(paper)).text;
      const pdf = (await readPdf(await pdfOf(paper))).aloud.filter(({ role }) => role === 'P');
      texts.forEach((text, i) => {
        const expected = squeezed(text.replaceAll(/[\u0000\u000b]/g, ''));
        expect(squeezed(word)).toContain(expected);
        expect(squeezed(pdf[i]?.words ?? '')).toBe(expected);
      });
    }),
    { numRuns: 25 },
  );
});

/** Where a line ends is for each file to say. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');
