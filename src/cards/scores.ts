/**
 * How safe each of those taking part says a child is, on one line with both ends named (SC-2, SC-3). The same stands under
 * it in words, so nothing is in the picture alone. No average, and no colour that judges a number.
 */
import { z } from 'zod';
import { assessed } from '../discussion/matter/assessed.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { childLine } from '../words/childWords.ts';
import { nameOf } from '../words/whoTheyAre.ts';
import { bytesOf, cardBudget, plain, said, template, withParts, type Card } from './bind.ts';

const bind = template(
  'scores',
  z.object({
    children: z.array(
      z.object({
        child: said,
        points: z.array(z.object({ number: plain, marks: z.array(plain) })),
        worst: said,
        best: said,
        views: z.array(said),
      }),
    ),
  }),
);

/** Room for the buttons that stand beneath an agenda. */
const roomForButtons = 10 * 1024;

/** Left out where the card has no room: all of it is under “Read what was said”. */
export const withScores = (card: Card, d: Discussion, practice: Practice, now: Instant): Card => {
  const { scale } = assessed(d, practice);
  if (scale === null || d.scores.length === 0) return card;
  const children = d.children.flatMap((child) => {
    const scores = d.scores.filter(({ childId }) => childId === child.childId);
    return scores.length === 0
      ? []
      : [
          {
            child: childLine(child, londonDate(now)),
            points: pointsOf(scale, scores),
            worst: `${scale.min}: no safety`,
            best: `${scale.max}: well protected`,
            views: scores.map(
              ({ personId, score }, i) => `${letterOf(i)}: ${nameOf(d, personId)}, ${score} of ${scale.max}`,
            ),
          },
        ];
  });
  const drawn = bind({ children });
  return bytesOf(card) + bytesOf(drawn) > cardBudget - roomForButtons ? card : withParts(card, drawn);
};

const pointsOf = (
  { min, max }: { readonly min: number; readonly max: number },
  scores: readonly { readonly score: number }[],
) =>
  Array.from({ length: max - min + 1 }, (_, i) => min + i).map((number) => ({
    number: String(number),
    marks: scores.flatMap(({ score }, i) => (score === number ? [letterOf(i)] : [])),
  }));

/** A to Z, then AA, AB... */
const letterOf = (i: number): string => {
  const letter = String.fromCharCode(65 + (i % 26));
  return i < 26 ? letter : `${letterOf(Math.floor(i / 26) - 1)}${letter}`;
};
