/** What was filled in, each answer under the words it was asked in. */
import type { Field } from '../practice/language/parts.ts';
import { formatDate, isLocalDate } from '../practice/time/calendar.ts';

export interface Answered {
  readonly question: string;
  readonly answer: string;
}

export const answered = (fields: readonly Field[], answers: Readonly<Record<string, string>>): readonly Answered[] =>
  fields.flatMap((field) => {
    const answer = answers[field.name] ?? '';
    return answer === '' ? [] : [{ question: field.words, answer: answerWords(field, answer) }];
  });

export const answerWords = ({ kind, choices }: Field, answer: string): string => {
  if (kind === 'date' && isLocalDate(answer)) return formatDate(answer);
  if (kind === 'yesNo') return answer === 'yes' ? 'Yes' : 'No';
  return choices?.find(({ value }) => value === answer)?.words ?? answer;
};
