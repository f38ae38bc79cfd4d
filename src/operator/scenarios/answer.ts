/** What the bot answers to the story of a scenario. */
import type { Refusal } from '../../discussion/commands/refusal.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { CaseFile } from '../../practice/caseFile.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Told } from './told.ts';

export type Answer =
  | { readonly answered: true; readonly value: object }
  /** The story cannot go on: the bot would not have it so. */
  | { readonly answered: false; readonly refusal: Refusal };

export type Teller = (practice: Practice, given: CaseFile) => Answer;

export const answering = ({ discussion, refusal }: Told, answer: (d: Discussion) => object): Answer => {
  if (refusal !== null) return { answered: false, refusal };
  if (discussion === null) throw new Error('a story begins with a discussion');
  return { answered: true, value: answer(discussion) };
};
