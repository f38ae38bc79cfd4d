/** What those taking part wrote down, in the view of whoever asked: in as many parts as it takes, each on one card. */
import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';
import { whatWasSaid, type Said } from '../words/whatWasSaid.ts';
import { plain, said, template, type Card } from './bind.ts';

const bind = template(
  'what-was-said',
  z.object({
    reference: plain,
    which: z.array(said),
    said: z.array(z.object({ heading: said, by: z.array(said), text: said })),
    /** The part that comes after this one; none after the last. */
    next: z.array(z.number()),
  }),
);

type Piece = Said & { readonly isContinued: boolean };

/** The part with this number, from 1; the last where there are no longer so many. `today` is a date in London. */
export const whatWasSaidCard = (d: Discussion, practice: Practice, today: string, asked: number): Card => {
  const parts = inParts(whatWasSaid(d, practice, today).flatMap(piecesOf));
  const part = Math.min(asked, parts.length);
  return bind({
    reference: d.reference,
    which: parts.length === 1 ? [] : [`Part ${part} of ${parts.length}.`],
    said: (parts[part - 1] ?? []).map(({ heading, by, text, isContinued }) => ({
      heading: isContinued ? `${heading} (continued)` : heading,
      by: by === '' ? [] : [by],
      text,
    })),
    next: part < parts.length ? [part + 1] : [],
  });
};

/** So many characters of whatever script fit on one card, however each is escaped. */
const longestPiece = 2500;
/** What one part holds, in bytes as they are sent, unless a single piece is longer; about three pages to read. */
const partBudget = 12 * 1024;
/** What the card adds to each piece. */
const frame = 500;

/** Long texts end at a space where there is one. */
const piecesOf = ({ text, ...rest }: Said): readonly Piece[] => {
  const pieces: string[] = [];
  let left = text;
  while (left.length > longestPiece) {
    const end = endOfPiece(left);
    pieces.push(left.slice(0, end));
    left = left.slice(end);
  }
  return [...pieces, left].map((piece, i) => ({ ...rest, text: piece, isContinued: i > 0 }));
};

const endOfPiece = (text: string): number => {
  const space = text.lastIndexOf(' ', longestPiece - 1);
  if (space > longestPiece / 2) return space + 1;
  // Never between the halves of one character.
  return /[\uD800-\uDBFF]/.test(text.charAt(longestPiece - 1)) ? longestPiece - 1 : longestPiece;
};

const inParts = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const parts: Piece[][] = [];
  let room = 0;
  for (const piece of pieces) {
    const size = bytesOf(piece) + frame;
    const part = size <= room ? parts.at(-1) : undefined;
    if (part === undefined) {
      parts.push([piece]);
      room = partBudget - size;
    } else {
      part.push(piece);
      room -= size;
    }
  }
  return parts;
};

const bytesOf = ({ heading, by, text }: Piece): number =>
  Buffer.byteLength(JSON.stringify([heading, by, text].map((each) => said.parse(each))));
