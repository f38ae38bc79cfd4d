/** The outcome as letters are given it: what was decided for each child, and nothing about anybody else (N-6). */
import { z } from 'zod';
import type { Decided } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';
import { outcomesWords } from '../words/decisionWords.ts';
import { maybe, text, yesNo } from './letter.ts';

/** `who` is null where there is one child and nothing to tell it by. */
export const outcomes = z.array(z.object({ who: maybe, isEnquiry: yesNo, outcomes: text }));

/** Initials go only where nobody else can read them. */
export const outcomesOf = (d: Decided, practice: Practice, secure: boolean): z.input<typeof outcomes> =>
  d.decision.children.map((decision) => ({
    who: d.children.length === 1 && !secure ? null : nameOf(d, decision.childId, secure),
    isEnquiry: decision.s47,
    outcomes: outcomesWords(practice, d, decision),
  }));

/** `Child A (J.S.)`, or without the initials. */
export const nameOf = ({ children }: Pick<Decided, 'children'>, childId: string, secure: boolean): string => {
  const initials = children.find((child) => child.childId === childId)?.initials;
  return secure && initials !== undefined ? `Child ${childId} (${initials})` : `Child ${childId}`;
};
