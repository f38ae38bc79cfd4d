/** Where a page of a PDF ends: never below a heading alone, nor in a word. */
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { heading, list, paragraph, table, type Block, type Paper } from '../../../src/documents/paper/paper.ts';
import { pdfOf } from '../../../src/documents/paper/pdf.ts';

const paper = (blocks: readonly Block[]): Paper => ({
  title: 'A record',
  reference: 'SD-TEST22',
  marking: 'OFFICIAL-SENSITIVE',
  authority: 'Exampleshire',
  language: 'en-GB',
  page: ['Page', 'of'],
  blocks,
});

/** What is drawn on each page, from top to bottom, without its edges. */
const pagesOf = async (blocks: readonly Block[]): Promise<readonly (readonly string[])[]> => {
  const loading = getDocument({ data: new Uint8Array(await pdfOf(paper(blocks))), verbosity: 0 });
  const pdf = await loading.promise;
  const pages: string[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const words = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []));
    pages.push(words.filter((text) => !/OFFICIAL|^SD-TEST22|Page \d/.test(text)));
  }
  await loading.destroy();
  return pages;
};

const said = 'What somebody has said in the meeting, in a sentence or two of a usual length that goes on. ';
const under: Readonly<Record<string, readonly Block[]>> = {
  paragraph: [paragraph(said.repeat(3))],
  list: list([said, said]),
  table: table('Those who took part', ['Name', 'As'], [['Ellie Vaughan', 'Social worker']]),
  headingAndTable: [heading('Heading below', 3), ...table('Actions agreed', ['No.'], [['1']])],
};

it('a heading, or several, never stand alone at the foot of a page', async () => {
  const filling = fc.tuple(fc.integer({ min: 15, max: 60 }), fc.constantFrom(...Object.keys(under)));
  await fc.assert(
    fc.asyncProperty(filling, async ([lines, what]) => {
      const above = Array.from({ length: lines }, () => paragraph('A line'));
      const pages = await pagesOf([...above, heading('Heading above'), ...(under[what] ?? [])]);
      for (const page of pages) expect(page.at(-1)).not.toMatch(/^Heading|^Those who|^Actions|^Name$|^As$|^No\.$/);
    }),
    // The last two headings with their table were once higher than was reckoned.
    { numRuns: 25, examples: [[[26, 'headingAndTable']]] },
  );
});

it('a short paragraph is on one page', async () => {
  for (let lines = 25; lines < 45; lines += 1) {
    const above = Array.from({ length: lines }, () => paragraph('A line'));
    const pages = await pagesOf([...above, paragraph(`Begins. ${said.repeat(2)}Ends.`)]);
    const begins = pages.findIndex((page) => page.some((text) => text.startsWith('Begins.')));
    expect(pages.findIndex((page) => page.some((text) => text.endsWith('Ends.')))).toBe(begins);
  }
});

it('no word is broken in a table', async () => {
  const columns = ['No.', 'What', 'About', 'Who', 'By the end of', 'To what end'];
  const row = ['1', said, 'Child A', 'Ellie Vaughan, Exampleshire Community Safeguarding', 'Monday', said];
  const drawn = (await pagesOf(table('Actions', columns, [row]))).flat();
  const words = new Set([...columns, ...row, 'A record', 'Actions'].flatMap((text) => text.split(/\s+/)));
  expect(drawn.flatMap((text) => text.trim().split(/\s+/)).filter((word) => !words.has(word))).toEqual([]);
});
