/**
 * A paper as a PDF, tagged for whoever has it read aloud (PDF/UA): headings, paragraphs, lists and tables are marked as
 * what they are, in reading order; the language and the title are set, and every letter goes with it.
 */
import PDFDocument from 'pdfkit';
import { unreachable } from '../../practice/language/unreachable.ts';
import { readFonts, type Fonts } from './fonts.ts';
import { look, printable } from './look.ts';
import type { Block, Fact, Paper } from './paper.ts';
import type { Pdf, Setting } from './pdfSetting.ts';
import { heightOfBeginning, setTable } from './pdfTable.ts';

export const pdfOf = async (paper: Paper): Promise<Uint8Array> => {
  const fonts = await readFonts();
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: look.margin, bottom: look.margin, left: look.margin, right: look.margin },
    bufferPages: true,
    pdfVersion: '1.7',
    // The types of the library know only the archival ones.
    subset: 'PDF/UA' as 'PDF/A-3',
    tagged: true,
    displayTitle: true,
    lang: paper.language,
    info: { Title: paper.title, Author: paper.authority },
    font: '',
  });
  const whole = collected(pdf);
  const setting = settingOf(pdf, fonts);
  title(setting, paper);
  paper.blocks.forEach((block, i) => setBlock(setting, block, paper.blocks.slice(i + 1)));
  setting.body.end();
  edges(setting, paper);
  pdf.end();
  return whole;
};

const collected = async (pdf: Pdf): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const part of pdf) parts.push(part as Uint8Array);
  return new Uint8Array(Buffer.concat(parts));
};

const settingOf = (pdf: Pdf, fonts: Fonts): Setting => {
  pdf.registerFont('regular', fonts.files.regular);
  pdf.registerFont('bold', fonts.files.bold);
  const body = pdf.struct('Document');
  pdf.addStructure(body);
  return {
    pdf,
    body,
    letters: (text) => fonts.spelt(printable(text)),
    write: (weight, size, ink = look.ink) => pdf.font(weight).fontSize(size).fillColor(ink),
  };
};

const title = (setting: Setting, paper: Paper): void => {
  const { pdf, write, letters } = setting;
  tagged(setting, 'H1', () => write('bold', look.size[1]).text(letters(paper.title)));
  pdf.moveDown(0.5);
};

/** What is drawn is of this kind. */
const tagged = ({ pdf, body }: Setting, kind: string, draw: () => void): void => {
  body.add(pdf.struct(kind, {}, draw));
};

const setBlock = (setting: Setting, block: Block, following: readonly Block[]): void => {
  switch (block.kind) {
    case 'heading':
      setHeading(setting, block, following);
      break;
    case 'paragraph':
      setText(setting, block.words);
      break;
    case 'list':
      setList(setting, block.items);
      break;
    case 'facts':
      for (const fact of block.facts) setFact(setting, fact);
      break;
    case 'table':
      if (!setTable(setting, block)) setAsFacts(setting, block);
      break;
    default:
      unreachable('block', block);
  }
};

/** A heading is never the last thing on a page, nor are several. */
const setHeading = (setting: Setting, heading: Heading, following: readonly Block[]): void => {
  const { pdf, write, letters } = setting;
  const { level, words } = heading;
  pdf.moveDown(level === 2 ? 0.8 : 0.4);
  makeRoomFor(setting, beginning(setting, [heading, ...following]));
  tagged(setting, `H${level}`, () => write('bold', look.size[level]).text(letters(words)));
  pdf.moveDown(0.3);
};

type Heading = Extract<Block, { kind: 'heading' }>;

/** How high the headings are that come next, with the first of what they are over. */
const beginning = (setting: Setting, [next, ...following]: readonly Block[]): number => {
  switch (next?.kind) {
    case undefined:
      return 0;
    case 'heading':
      // With the space above and below it, which differs with what stands before.
      return 3 * look.size[next.level] + beginning(setting, following);
    case 'table':
      return heightOfBeginning(setting, next);
    case 'paragraph':
      return together(setting, next.words);
    default:
      return 3 * look.size.body;
  }
};

/** How high the beginning of a text is that no page may end in: all of it where it is short. */
const together = ({ pdf, write, letters }: Setting, words: string, indent = 0): number => {
  const width = pdf.page.width - 2 * look.margin - indent;
  const whole = write('regular', look.size.body).heightOfString(letters(words), { width });
  const line = pdf.currentLineHeight(true);
  return whole > 6 * line ? 2 * line : whole;
};

const makeRoomFor = ({ pdf }: Setting, height: number): void => {
  if (pdf.y + height > pdf.page.maxY()) pdf.addPage();
};

const setText = (setting: Setting, words: string): void => {
  const { pdf, write, letters } = setting;
  makeRoomFor(setting, together(setting, words));
  tagged(setting, 'P', () => write('regular', look.size.body).text(letters(words)));
  pdf.moveDown(0.4);
};

const setFact = (setting: Setting, { term, words }: Fact): void => {
  const { pdf, write, letters } = setting;
  tagged(setting, 'P', () => {
    write('bold', look.size.body).text(letters(`${term}: `), { continued: true });
    write('regular', look.size.body).text(letters(words));
  });
  pdf.moveDown(0.2);
};

const setList = (setting: Setting, items: readonly string[]): void => {
  const { pdf, body, write, letters } = setting;
  const all = pdf.struct('L');
  body.add(all);
  for (const item of items) {
    makeRoomFor(setting, together(setting, item, 16));
    const { y } = pdf;
    write('regular', look.size.body);
    const mark = pdf.struct('Lbl', {}, () => void pdf.text('•', look.margin + 4, y, { lineBreak: false }));
    const text = pdf.struct('LBody', {}, () => void pdf.text(letters(item), look.margin + 16, y));
    all.add(pdf.struct('LI', {}, [mark, text]));
  }
  all.end();
  pdf.x = look.margin;
  pdf.moveDown(0.4);
};

/** A table with a row that no page could hold: nothing of it is cut off. */
const setAsFacts = (setting: Setting, { caption, columns, rows }: Extract<Block, { kind: 'table' }>): void => {
  setText(setting, caption);
  for (const row of rows) {
    row.forEach((words, i) => {
      if (words !== '') setFact(setting, { term: columns[i] ?? '', words });
    });
    setting.pdf.moveDown(0.4);
  }
};

/** The marking above and the reference below, on every page; not read aloud on each of them. */
const edges = ({ pdf, write, letters }: Setting, { marking, reference, authority, page: [page, of] }: Paper): void => {
  const { count } = pdf.bufferedPageRange();
  for (let number = 0; number < count; number += 1) {
    pdf.switchToPage(number);
    const { margins, width, height } = pdf.page;
    const across = { width: width - 2 * look.margin, align: 'center', lineBreak: false } as const;
    // Outside the margins, text would go on to another page.
    margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    write('bold', look.size.small, look.quiet).text(letters(marking), look.margin, look.margin / 2, across);
    const foot = `${reference}, ${authority}. ${page} ${number + 1} ${of} ${count}`;
    write('bold', look.size.small, look.quiet).text(letters(foot), look.margin, height - look.margin / 1.5, across);
    pdf.endMarkedContent();
    margins.bottom = look.margin;
  }
};
