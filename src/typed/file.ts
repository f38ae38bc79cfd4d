/** The text of a file as Windows, spreadsheets and editors write it: UTF-8 or UTF-16, with or without a byte-order mark. */

export type FileText =
  | { readonly ok: true; readonly text: string }
  /** The first line that is neither; it counts from 1. */
  | { readonly ok: false; readonly line: number };

/** Never guesses: a letter in another encoding would come out as another letter. */
export const fileTyped = (bytes: Uint8Array): FileText => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  return decoded(bytes, 'utf-8');
};

const decoded = (bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): FileText => {
  const all = wellFormed(bytes, encoding);
  return all === null ? { ok: false, line: faultyLine(bytes, encoding) } : { ok: true, text: all };
};

/** Null where it is not of that encoding. The byte-order mark is no part of the text. */
const wellFormed = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

const newLine = 10;

/** Each line is decoded by itself: UTF-16 has no byte 10 of its own, so there the whole file is one. */
const faultyLine = (bytes: Uint8Array, encoding: string): number => {
  if (encoding !== 'utf-8') return 1;
  let [line, from] = [1, 0];
  for (let end = bytes.indexOf(newLine); end >= 0; end = bytes.indexOf(newLine, from)) {
    if (wellFormed(bytes.subarray(from, end), encoding) === null) return line;
    [line, from] = [line + 1, end + 1];
  }
  return line;
};
