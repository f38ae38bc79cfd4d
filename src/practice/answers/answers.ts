/** Checks answers against the fields that ask for them: blank, not a choice, or not the answer that will do. */
import type { Fault } from './findings.ts';
import type { Field, When } from '../language/parts.ts';
import type { RuleId } from '../language/vocabulary.ts';

export type Answers = Readonly<Record<string, unknown>>;

const words: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };

/** Forms give text: a yes or no is read as one. */
const read = (field: Field, value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return field.kind === 'yesNo' ? (words[text.toLowerCase()] ?? text) : text;
};

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether a field is asked, given the other answers. `fields` are those it is asked among. */
export function isAsked(field: Field, answers: Answers, fields: readonly Field[]): boolean {
  const { onlyIf } = field;
  if (onlyIf === undefined) return true;
  const other = fields.find(({ name }) => name === onlyIf.field);
  if (other !== undefined && !isAsked(other, answers, fields)) return false;
  const value = other === undefined ? answers[onlyIf.field] : read(other, answers[onlyIf.field]);
  return onlyIf.is.some((accepted) => accepted === value);
}

const onlyAnswer = (mustBe: boolean | string): string =>
  typeof mustBe === 'boolean' ? (mustBe ? 'yes' : 'no') : mustBe;

/**
 * What is wrong with one answer, or null. `about` is added to the code, to tell outcomes apart. `blocks`: false where it
 * only warns.
 */
export function answerFault(
  field: Field & { readonly blocks?: boolean },
  answers: Answers,
  rule: RuleId,
  test: (when: When) => boolean,
  about?: string,
): Fault | null {
  const suffix = about === undefined ? '' : `:${about}`;
  const value = read(field, answers[field.name]);
  if (isBlank(value)) {
    if (field.optional) return null;
    const code = field.fault ?? (`${field.name}Required${suffix}` as const);
    return { code, rule, words: `${field.kind === 'yesNo' ? 'Answer' : 'Fill in'} “${field.words}”.` };
  }
  if (field.mustBe !== undefined && value !== field.mustBe) {
    const code = `${field.name}NotMet${suffix}` as const;
    const must = field.blocks === false ? 'should' : 'must';
    return { code, rule, words: `“${field.words}” ${must} be ${onlyAnswer(field.mustBe)}.` };
  }
  if (field.choices !== undefined && !field.choices.some((choice) => choice.value === value)) {
    return { code: `${field.name}NotAChoice${suffix}`, rule, words: `“${field.words}” has no such answer.` };
  }
  const { refused } = field;
  if (refused !== undefined && typeof value === 'string' && refused.is.includes(value) && test(refused.when)) {
    const answer = field.choices?.find((choice) => choice.value === value)?.words ?? value;
    return { code: refused.fault, rule, words: `“${field.words}” cannot be “${answer}” here.` };
  }
  return null;
}
