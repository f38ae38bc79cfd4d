/** Rows of a CSV file as spreadsheets write it (RFC 4180): quoted cells may have commas, breaks and doubled quotes in them. */

export interface CsvRow {
  /** The line of the file it begins on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell, quoted or bare, and what ends it. */
const cellsBy = {
  ',': /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  ';': /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r?\n|$)/g,
} as const;

/** Where a comma is a decimal point, spreadsheets part cells with semicolons: the first line shows which. */
const separatorIn = (text: string): ',' | ';' => {
  const [first = ''] = text.split('\n');
  return first.split(';').length > first.split(',').length ? ';' : ',';
};

/** Cells are trimmed, and rows without anything in them left out: spreadsheets write many at the end. */
export const csvTyped = (text: string): readonly CsvRow[] => {
  const rows: CsvRow[] = [];
  let [line, cells]: [number, string[]] = [1, []];
  let begins = line;
  const separator = separatorIn(text);
  for (const [whole, quoted, bare = '', end = ''] of text.matchAll(cellsBy[separator])) {
    if (whole === '' && cells.length === 0) break;
    cells.push(unguarded((quoted?.replaceAll('""', '"') ?? bare).trim()));
    line += whole.split('\n').length - 1;
    if (end === separator) continue;
    if (cells.some((cell) => cell !== '')) rows.push({ line: begins, cells });
    [cells, begins] = [[], line];
  }
  return rows;
};

/** The apostrophe that keeps a spreadsheet from taking a cell for a formula is no part of it. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');
