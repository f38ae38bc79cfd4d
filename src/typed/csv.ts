/** Rows of a CSV file as spreadsheets write it (RFC 4180): quoted cells may have commas, breaks and doubled quotes in them. */

export interface CsvRow {
  /** The line of the file it begins on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Cells are trimmed, and rows without anything in them left out: spreadsheets write many at the end. */
export const csvTyped = (text: string): readonly CsvRow[] => {
  const rows: CsvRow[] = [];
  let [line, cells]: [number, string[]] = [1, []];
  let begins = line;
  for (const [whole, quoted, bare = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (whole === '' && cells.length === 0) break;
    cells.push(unguarded((quoted?.replaceAll('""', '"') ?? bare).trim()));
    line += whole.split('\n').length - 1;
    if (end === ',') continue;
    if (cells.some((cell) => cell !== '')) rows.push({ line: begins, cells });
    [cells, begins] = [[], line];
  }
  return rows;
};

/** The apostrophe that keeps a spreadsheet from taking a cell for a formula is no part of it. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');
