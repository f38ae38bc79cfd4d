/** What was answered, each answer under the words of its question: for a last look before it counts. */
import { formatDate, isLocalDate } from '../practice/time/calendar.ts';
import type { DetailField, Section } from './askedFields.ts';
import { inPart } from './bind.ts';

export interface Fact {
  readonly title: string;
  readonly value: string;
}
export interface AnsweredSection {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** The sections with an answer in them. What was left blank is not recorded, and not shown. */
export const answeredSections = (
  sections: readonly Section[],
  valueOf: (id: string) => string,
  length: number,
): readonly AnsweredSection[] =>
  sections
    .map(({ title, fields }) => ({
      title,
      facts: fields
        .filter(({ id }) => valueOf(id) !== '')
        .map((field) => ({ title: field.label, value: inPart(answerWords(field, valueOf(field.id)), length) })),
    }))
    .filter(({ facts }) => facts.length > 0);

const answerWords = ({ kind, choices }: DetailField, given: string): string =>
  kind === 'date' && isLocalDate(given)
    ? formatDate(given)
    : (choices.find(({ value }) => value === given)?.title ?? given);
