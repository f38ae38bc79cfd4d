/** SC-3: how safe each professional says a child is, each score with its analysis, and no average. */
import { assessed } from '../discussion/matter/assessed.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';
import type { Answered } from './answerWords.ts';
import { nameOf } from './whoTheyAre.ts';

export const scoresOf = (d: Discussion, practice: Practice, childId: string): readonly Answered[] => {
  const { scale } = assessed(d, practice);
  const ofChild = scale === null ? [] : d.scores.filter((score) => score.childId === childId);
  return ofChild.map(({ personId, score, analysis, wouldRaise }) => {
    const raised = wouldRaise === '' ? [] : [`What would raise it: ${wouldRaise}`];
    const answer = [`${score} of ${scale?.max ?? score}`, analysis, ...raised].map(asSentence).join(' ');
    return { question: `How safe ${nameOf(d, personId)} says the child is`, answer };
  });
};

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
