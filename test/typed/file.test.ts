import { expect, it } from 'vitest';
import { fileTyped } from '../../src/typed/file.ts';

const text = 'Siân\r\nZoë, £5';
const utf16 = (bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

it.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a byte-order mark, as spreadsheets save it', Buffer.from(`\ufeff${text}`)],
  ['UTF-16 as Windows saves it', utf16(false)],
  ['UTF-16, the other way round', utf16(true)],
])('%s is read', (_name, bytes) => {
  expect(fileTyped(bytes)).toEqual({ ok: true, text });
});

it('Windows-1252 is refused with its line, never read as another letter', () => {
  expect(fileTyped(Buffer.from('one\ntwo\nSi\u00e2n\nfour', 'latin1'))).toEqual({ ok: false, line: 3 });
  expect(fileTyped(Buffer.from('one\nSi\u00e2n', 'latin1'))).toEqual({ ok: false, line: 2 });
});

it('UTF-16 that breaks off in the middle of a letter is refused', () => {
  expect(fileTyped(utf16(false).subarray(0, 7))).toEqual({ ok: false, line: 1 });
});
