/**
 * The records a whole story ends with, as whoever has them read aloud hears them, beside how they were when somebody last
 * looked at them: `test/stories/golden/NAME.txt`. After a change that is meant, `npx vitest run test/stories/whole -u`
 * writes them anew; then read what git says has changed.
 */
import { expect } from 'vitest';
import { readPdf, readWord, type PdfRead } from '../documents/files.ts';
import { fileOf } from './operator.ts';
import type { Story } from './story.ts';

/** By what its file is called: what is asked for at the terminal beside the reference. */
export type Editions = Readonly<Record<string, readonly string[]>>;

export const isAsBefore = async (story: Story, editions: Editions): Promise<void> => {
  for (const [name, edition] of Object.entries(editions)) {
    const ask = (file: string) => fileOf(story.dataDir, file, 'record', story.reference, ...edition);
    const { aloud } = await readPdf(await ask(`${name}.pdf`));
    const inWord = squeezed(readWord(await ask(`${name}.docx`)).text);
    expect(aloud.filter(({ words }) => !inWord.includes(squeezed(words.replace('•', ''))))).toEqual([]);
    const golden = inLines(aloud).replaceAll(/SD-[A-Z0-9]{6}/g, 'SD-ABC234');
    await expect(golden).toMatchFileSnapshot(`golden/${name}.txt`);
  }
};

/** Where a line ends is for each file to say. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

/** A line for each thing, and for each row of a table. What goes on on another page begins with nothing on this one. */
const inLines = (aloud: PdfRead['aloud']): string => {
  const lines: string[] = [];
  let cells: PdfRead['aloud'][number][] = [];
  for (const thing of aloud) {
    if (isCell(thing)) cells.push(thing);
    else {
      lines.push(...rowsOf(cells));
      cells = [];
      if (thing.role !== 'Lbl' && thing.words !== '') lines.push(lineOf(thing.role, thing.words));
    }
  }
  return `${[...lines, ...rowsOf(cells)].join('\n').trim()}\n`;
};

const isCell = ({ role }: { readonly role: string }): boolean => role === 'TH' || role === 'TD';

const rowsOf = (cells: PdfRead['aloud']): readonly string[] => {
  const columns = cells.filter(({ role }) => role === 'TH').length;
  return Array.from({ length: cells.length === 0 ? 0 : cells.length / columns }, (_, row) => {
    const words = cells.slice(row * columns, (row + 1) * columns).map((cell) => cell.words);
    return `| ${words.join(' | ')} |`;
  });
};

const lineOf = (role: string, words: string): string => {
  if (/^H\d$/.test(role)) return `\n${'#'.repeat(Number(role.slice(1)))} ${words}`;
  return role === 'LBody' ? `- ${words}` : words;
};
