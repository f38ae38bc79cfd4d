/** Where in the text of a standard a fault is. Only faulty files are read a second time, by a parser that keeps places. */
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { StandardFault } from './read.ts';

export interface LocatedFault {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly rule: string | null;
  readonly words: string;
}

export const located = (faults: readonly StandardFault[], text: string): readonly LocatedFault[] => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return faults
    .map(({ path, at, rule, words }) => ({ ...(at ?? placeOf(document, lines, path)), rule, words }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
};

/** The key where the path leads to one, else the value; where nothing is there, the nearest thing around it. */
const placeOf = (document: Document, lines: LineCounter, path: readonly PropertyKey[]) => {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== null) {
      const { line, col } = lines.linePos(offset);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
};

const offsetOf = (document: Document, path: readonly PropertyKey[]): number | null => {
  const parent: unknown = document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  if (pair !== undefined && isScalar(pair.key)) return pair.key.range?.[0] ?? null;
  const node: unknown = document.getIn(path, true);
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : null;
};
