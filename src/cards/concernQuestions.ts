/** What the concern page asks, in two kinds: lists of facts to tick, and questions each with an answer. */
import type { Assessment } from '../practice/assess.ts';

type Question = Assessment['questions'][number];

export const groupLabels = {
  concerns: 'Kind of concern',
  circumstances: 'Circumstances',
  complexReasons: 'What makes it complex',
} as const;
export type Group = keyof typeof groupLabels;
export const groups: readonly Group[] = ['concerns', 'circumstances', 'complexReasons'];

export type Answered = Question & { readonly kind: Exclude<Question['kind'], Group> };
export const isAnswered = (q: Question): q is Answered => !(groups as readonly string[]).includes(q.kind);

export type Listed = Question & { readonly kind: Group };
export const isListed = (q: Question): q is Listed => !isAnswered(q);
