import { expect, it } from 'vitest';
import { csv } from '../../src/operator/csv.ts';

it('commas, quotation marks and line breaks stay inside their cell', () => {
  expect(csv(['a', 'b'], [['x,y', 'say "no"\nnow']])).toBe('a,b\r\n"x,y","say ""no""\nnow"\r\n');
});

it.each(['=1+1', '+44', '-1', '@sum', '\tx', '\rx'])('%j is text to a spreadsheet, never a formula', (cell) => {
  expect(csv(['a'], [[cell]])).toContain(`'${cell}`);
});
