import { z } from 'zod';
import { assessed } from '../discussion/matter/assessed.ts';
import { attendanceOf, type Discussion } from '../discussion/state/discussion.ts';
import type { PersonId } from '../discussion/state/people.ts';
import type { Practice } from '../practice/practice.ts';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { childLine } from '../words/childWords.ts';
import { choice, choiceOf, longestThatFits, plain, said, template, type Card, type Choice } from './bind.ts';
import { inputsOf, optional, required } from './form.ts';
import { cite } from '../words/citation.ts';

const inputs = { childId: plain, person: plain, score: plain, analysis: plain, wouldRaise: plain };
const shown = {
  ends: said,
  headings: said,
  children: z.array(choice),
  people: z.array(choice),
  scores: z.array(choice),
};
const bind = template('scale', z.object({ reference: plain, nonce: plain, ...shown, ...inputs }));

interface Given {
  readonly nonce: string;
  readonly now: Instant;
  /** Whoever asked for the form. */
  readonly me: PersonId;
  /** Those for whom they may answer. */
  readonly mayAnswerFor: (who: PersonId) => boolean;
}

/** SC-1 to SC-4: a number with both ends explained, and why; the headings come first. */
export const scaleCard = (
  d: Discussion,
  practice: Practice,
  { nonce, now, me, mayAnswerFor }: Given,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const { scale, asked } = assessed(d, practice);
  const people = attendanceOf(d).flatMap(({ participant: { personId, name, agency } }) =>
    mayAnswerFor(personId) ? [choiceOf(`${name}, ${agency}`, personId)] : [],
  );
  return longestThatFits([100, 40, 15], (length) =>
    bind({
      reference: d.reference,
      nonce,
      ends: scale === null ? '' : `${scale.words} ${cite(scale.rule)}`,
      headings: asked('scaling')
        .map(({ words }) => words)
        .join('; '),
      children: d.children.map((child) => choiceOf(childLine(child, londonDate(now)), child.childId)),
      people: people.slice(0, length),
      scores: scale === null ? [] : scoreChoices(scale),
      childId: d.children[0]?.childId ?? '',
      person: people.some(({ value }) => value === me) ? me : '',
      score: '',
      analysis: '',
      wouldRaise: '',
      ...inputsOf(inputs, typed),
    }),
  );
};

/** SC-2: both ends say what they are. */
const scoreChoices = ({ min, max }: { readonly min: number; readonly max: number }): readonly Choice[] =>
  Array.from({ length: max - min + 1 }, (_, i) => min + i).map((score) =>
    choiceOf(`${score}${score === min ? ' (no safety)' : score === max ? ' (safest)' : ''}`, String(score)),
  );

export const scaleForm = z.object({
  childId: required('The child', 10, 'Choose the child.'),
  person: required('The person', 200, 'Choose whose view this is.'),
  /** What is no number on the scale is refused by its rule. */
  score: optional('The score', 10).transform((text) => (/^\d+$/.test(text) ? Number(text) : null)),
  analysis: optional('The reasons', 2000),
  wouldRaise: optional('What would raise it', 2000),
});
