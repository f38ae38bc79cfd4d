import { expect, it } from 'vitest';
import { csvTyped } from '../../src/typed/csv.ts';

const cells = (text: string) => csvTyped(text).map((row) => row.cells);

it.each([
  [
    'lines as Windows and others end them',
    'a,b\r\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a last line without an end',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['quoted commas, quotes and breaks', '"a, b","say ""c""","d\ne"', [['a, b', 'say "c"', 'd\ne']]],
  ['blank cells', 'a,,b,\n,,,', [['a', '', 'b', '']]],
  ['spaces around a cell', ' a , b ', [['a', 'b']]],
  ['the apostrophe before what would be a formula', "'=1,'+44 1632", [['=1', '+44 1632']]],
])('%s', (_name, text, expected) => {
  expect(cells(text)).toEqual(expected);
});

it('knows the line a row begins on', () => {
  expect(csvTyped('a\n\n"b\nc",d\ne\n').map(({ line }) => line)).toEqual([1, 3, 5]);
});
