import { formatLondon } from '../practice/time/calendar.ts';
import type { Practice } from '../practice/practice.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import { dissentsOf } from './dissentWords.ts';
import { correctionTitle, correctionWords } from './correctionWords.ts';
import { decidedWords } from './decisionWords.ts';

/** The latest: all of them are among what was said. */
const mostCorrections = 2;

/** The decision as it stands, a line a child, without its reasons; and what was put right in it. */
export const decisionLines = (d: Decided, practice: Practice): readonly string[] => {
  const { children, corrections, at, chair } = d.decision;
  const earlier = corrections.length - mostCorrections;
  return [
    ...children.map((decision) => {
      const child = d.children.find((c) => c.childId === decision.childId);
      return `${child?.initials ?? decision.childId}: ${decidedWords(practice, d, decision)}`;
    }),
    `Recorded ${formatLondon(at)} by ${chair.name}.`,
    ...(earlier > 0 ? [`Corrected ${corrections.length} times. The latest:`] : []),
    ...corrections
      .slice(-mostCorrections)
      .map((each) => `${correctionTitle(each)}. ${correctionWords(d, practice, each)}`),
    ...disagreeing(d),
  ];
};

/** D-1: that somebody does not agree stays with the decision, corrected or not; their words are among what was said. */
const disagreeing = (d: Decided): readonly string[] => {
  const who = [...new Set(dissentsOf(d).map((dissent) => dissent.who))];
  return who.length === 0 ? [] : [`Disagrees with it: ${who.join('; ')}.`];
};
