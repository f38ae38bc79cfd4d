/** What the concern page asks, in two kinds: lists of facts to tick, and questions each with an answer. */
import type { Question } from '../practice/answers/questions.ts';

export const groupLabels = {
  circumstance: 'Circumstances',
  concern: 'Kind of concern',
  complexReason: 'What makes it complex, if anything',
} as const;
export type Group = keyof typeof groupLabels;
export const groups: readonly Group[] = ['concern', 'circumstance', 'complexReason'];
/** The facts of a discussion each group fills; the input has the same name. */
export const held = { circumstance: 'circumstances', concern: 'concerns', complexReason: 'complexReasons' } as const;

export type Answered = Question & { readonly kind: Exclude<Question['kind'], Group> };
export const isAnswered = (q: Question): q is Answered => !(groups as readonly string[]).includes(q.kind);
