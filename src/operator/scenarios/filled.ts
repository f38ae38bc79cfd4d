/** What somebody answers who fills in all that a form asks, and has nothing unusual to say. */
import { isAsked, type Answers } from '../../practice/answers/answers.ts';
import type { Field } from '../../practice/language/parts.ts';
import type { LocalDate } from '../../practice/time/calendar.ts';

export const filled = (fields: readonly Field[], on: LocalDate): Readonly<Record<string, string>> =>
  fields.reduce<Record<string, string>>(
    (answers, field) => (isAsked(field, answers, fields) ? { ...answers, [field.name]: answerTo(field, on) } : answers),
    {},
  );

const answerTo = ({ kind, mustBe, choices = [], refused }: Field, on: LocalDate): string => {
  if (mustBe !== undefined) return inForm(mustBe);
  switch (kind) {
    case 'yesNo':
      return 'yes';
    case 'date':
      return on;
    case 'choice':
      return (choices.find(({ value }) => refused?.is.includes(value) !== true) ?? choices[0])?.value ?? '';
    case 'person':
      return 'Somebody by name';
    default:
      return 'As agreed in the meeting';
  }
};

/** An answer of a facts file as a form gives it: in text. */
export const inForm = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** The answers of a facts file that have been given. */
export const given = (answers: Answers): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, inForm(value)] as const));
