/** A table in a PDF: its header is drawn again on every page it goes on to, and no cell is ever cut off. */
import { look } from './look.ts';
import type { Table } from './paper.ts';
import type { Setting } from './pdfSetting.ts';

const padding = 4;
/** A row higher than this share of a page is no row to read. */
const highest = 0.6;

/** Where each column starts, and how wide it is. */
type Grid = readonly { readonly left: number; readonly width: number }[];

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

/** No word is broken where there is room for it; beyond that, what has more to say has more room, within bounds. */
const gridFor = (setting: Setting, rows: readonly (readonly string[])[]): Grid => {
  const width = setting.pdf.page.width - 2 * look.margin;
  const columns = (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? ''));
  const weights = columns.map((cells) => Math.min(60, Math.max(10, ...cells.map(({ length }) => length))));
  const words = columns.map((cells) => widestWord(setting, cells) + 2 * padding);
  const least = sum(words) < width ? words : words.map(() => 0);
  const free = width - sum(least);
  const widths = weights.map((weight, i) => (least[i] ?? 0) + (weight / sum(weights)) * free);
  return widths.map((each, i) => ({ left: look.margin + sum(widths.slice(0, i)), width: each }));
};

const widestWord = ({ write, letters }: Setting, cells: readonly string[]): number => {
  const inBold = write('bold', look.size.body);
  return Math.max(...cells.flatMap((cell) => letters(cell).split(/\s+/)).map((word) => inBold.widthOfString(word)));
};

/** The least that stands together: what it is called, its header and its first row. */
export const heightOfBeginning = (setting: Setting, { caption, columns, rows: [first = []] }: Table): number => {
  const { pdf, write, letters } = setting;
  const grid = gridFor(setting, [columns, first]);
  const captionHeight = write('bold', look.size.body).heightOfString(letters(caption));
  return (
    captionHeight + pdf.currentLineHeight(true) + heightOf(setting, grid, columns) + heightOf(setting, grid, first)
  );
};

/** False, and nothing drawn, where a row is too high: it has to be set some other way. */
export const setTable = (setting: Setting, whole: Table): boolean => {
  const { caption, columns, rows } = whole;
  const { pdf, body, write, letters } = setting;
  const grid = gridFor(setting, [columns, ...rows]);
  const room = pdf.page.height - 2 * look.margin;
  const all = rows.map((row) => row.map(letters));
  if (all.some((row) => heightOf(setting, grid, row) > room * highest)) return false;
  const header = columns.map(letters);
  const table = pdf.struct('Table');
  body.add(table);
  makeRoom(setting, heightOfBeginning(setting, whole));
  table.add(pdf.struct('Caption', {}, () => write('bold', look.size.body).text(letters(caption), look.margin)));
  pdf.moveDown(0.2);
  setRow(setting, table, grid, { row: header, kind: 'TH' });
  for (const row of all) {
    if (makeRoom(setting, heightOf(setting, grid, row))) headerAgain(setting, grid, header);
    setRow(setting, table, grid, { row, kind: 'TD' });
  }
  table.end();
  pdf.x = look.margin;
  pdf.moveDown(0.6);
  return true;
};

const heightOf = ({ pdf, write }: Setting, grid: Grid, row: readonly string[]): number => {
  write('bold', look.size.body);
  return (
    Math.max(...row.map((words, i) => pdf.heightOfString(words, { width: (grid[i]?.width ?? 0) - 2 * padding }))) +
    2 * padding
  );
};

const makeRoom = ({ pdf }: Setting, height: number): boolean => {
  const isFull = pdf.y + height > pdf.page.maxY();
  if (isFull) pdf.addPage();
  return isFull;
};

/** Seen again, but read aloud once. */
const headerAgain = (setting: Setting, grid: Grid, header: readonly string[]): void => {
  const { pdf } = setting;
  const { y } = pdf;
  pdf.markContent('Artifact', { type: 'Pagination' });
  header.forEach((words, i) => drawCell(setting, grid, { words, i, y, isHeader: true }));
  drawLine(setting, y + heightOf(setting, grid, header));
  pdf.endMarkedContent();
};

const setRow = (
  setting: Setting,
  table: PDFKit.PDFStructureElement,
  grid: Grid,
  { row, kind }: { readonly row: readonly string[]; readonly kind: 'TH' | 'TD' },
): void => {
  const { pdf } = setting;
  const { y } = pdf;
  const height = heightOf(setting, grid, row);
  const element = pdf.struct('TR');
  row.forEach((words, i) => {
    const cell = pdf.struct(kind, {}, () => drawCell(setting, grid, { words, i, y, isHeader: kind === 'TH' }));
    if (kind === 'TH') aboveColumn(setting, cell);
    element.add(cell);
  });
  element.end();
  // Its cells are drawn only now, and leave off below the last of them: the line goes below the highest.
  table.add(element);
  pdf.markContent('Artifact', { type: 'Layout' });
  drawLine(setting, y + height);
  pdf.endMarkedContent();
};

/** What it is a header of: PDF/UA asks for it, and the types of the library leave out how it is said. */
const aboveColumn = ({ pdf }: Setting, cell: PDFKit.PDFStructureElement): void => {
  const { dictionary } = cell as unknown as { readonly dictionary: { readonly data: Record<string, unknown> } };
  const scope = pdf.ref({ O: 'Table', Scope: 'Column' });
  dictionary.data['A'] = scope;
  scope.end(undefined);
};

const drawCell = (
  { pdf, write }: Setting,
  grid: Grid,
  {
    words,
    i,
    y,
    isHeader,
  }: { readonly words: string; readonly i: number; readonly y: number; readonly isHeader: boolean },
): void => {
  write(isHeader ? 'bold' : 'regular', look.size.body);
  const { left, width } = grid[i] ?? { left: look.margin, width: 0 };
  pdf.text(words, left + padding, y + padding, { width: width - 2 * padding });
};

const drawLine = ({ pdf }: Setting, y: number): void => {
  pdf.save().lineWidth(0.5).strokeColor(look.line);
  pdf
    .moveTo(look.margin, y)
    .lineTo(pdf.page.width - look.margin, y)
    .stroke()
    .restore();
  pdf.y = y;
};
