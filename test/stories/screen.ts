/** A card as a client shows it: its sentences, its questions and its buttons. Only what is on it can be used. */
import type { CardJson } from '../journey/council.ts';

export interface Question {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly value: string;
  readonly isRequired: boolean;
  readonly isMultiSelect: boolean;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}
export interface Button {
  readonly title: string;
  readonly action: Readonly<Record<string, unknown>>;
}
/** By the question’s words or its id; what is chosen by its words or its value. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Everything on the card, from top to bottom; not what the client fetches by itself. */
const elementsOf = (card: unknown): readonly Json[] => {
  if (Array.isArray(card)) return card.flatMap(elementsOf);
  if (!isJson(card)) return [];
  const { refresh: _refresh, data: _data, ...shown } = card;
  return [card, ...Object.values(shown).flatMap(elementsOf)];
};

const titled = (value: unknown): { readonly title: string; readonly value: string } | null =>
  isJson(value) ? { title: text(value['title']), value: text(value['value']) } : null;

const questionOf = (element: Json): Question => ({
  id: text(element['id']),
  label: text(element['label']) === '' ? text(element['title']) : text(element['label']),
  type: text(element['type']),
  value: text(element['value']),
  isRequired: element['isRequired'] === true,
  isMultiSelect: element['isMultiSelect'] === true,
  choices: list(element['choices'])
    .map(titled)
    .filter((choice) => choice !== null),
});

export const questionsOn = (card: CardJson): readonly Question[] =>
  elementsOf(card)
    .filter(({ type, id }) => text(type).startsWith('Input.') && text(id) !== '')
    .map(questionOf);

export const buttonsOn = (card: CardJson): readonly Button[] =>
  elementsOf(card)
    .filter(({ type }) => type === 'Action.Execute')
    .map((action) => ({ title: text(action['title']), action }));

const sentencesIn = (element: Json): readonly string[] => {
  switch (element['type']) {
    case 'TextBlock':
      return [text(element['text'])];
    case 'FactSet':
      return list(element['facts']).flatMap((fact) => {
        const shown = titled(fact);
        return shown === null ? [] : [`${shown.title}: ${shown.value}`];
      });
    default:
      return [];
  }
};

/** What a person reads on it, a line each, Markdown’s escapes undone. */
export const sentencesOn = (card: CardJson): readonly string[] =>
  elementsOf(card)
    .flatMap(sentencesIn)
    .map((sentence) => sentence.replaceAll('\\', ''));

/** The whole card in words, for a failure to show. */
export const inWords = (card: CardJson): string =>
  [
    ...sentencesOn(card),
    ...questionsOn(card).map(({ id, label, value, choices }) => {
      const chosen = value === '' ? '' : ` = ${value}`;
      return `? ${label} (${id})${chosen}${choices.length === 0 ? '' : ` [${choices.map((c) => c.value).join(', ')}]`}`;
    }),
    `Buttons: ${buttonsOn(card)
      .map(({ title }) => `“${title}”`)
      .join(', ')}`,
  ]
    .map((line) => `  ${line}`)
    .join('\n');

const matching = (question: Question, named: string): boolean => question.id === named || question.label === named;

const chosen = (question: Question, answer: string, card: CardJson): string => {
  if (question.type !== 'Input.ChoiceSet' || answer === '') return answer;
  const choice = question.choices.find(({ title, value }) => value === answer || title === answer);
  if (choice === undefined) {
    throw new Error(`“${answer}” cannot be chosen for “${question.label}”. The card:\n${inWords(card)}`);
  }
  return choice.value;
};

const answerTo = (question: Question, answer: string | readonly string[], card: CardJson): string => {
  if (typeof answer === 'string') return chosen(question, answer, card);
  if (!question.isMultiSelect) throw new Error(`“${question.label}” takes one answer. The card:\n${inWords(card)}`);
  return answer.map((one) => chosen(question, one, card)).join(',');
};

/**
 * What a client sends with the form: what it came with, and these answers. Fails where the card does not ask, and where
 * the client itself would ask again. `usual` answers only what the card asks and nobody has answered.
 */
export const filledIn = (card: CardJson, answers: Answers, usual: Answers = {}): Readonly<Record<string, string>> => {
  const questions = questionsOn(card);
  for (const named of Object.keys(answers)) {
    if (!questions.some((question) => matching(question, named))) {
      throw new Error(`the card does not ask “${named}”. The card:\n${inWords(card)}`);
    }
  }
  const answered = questions.map((question): readonly [string, string] => {
    const given = Object.entries(answers).find(([named]) => matching(question, named))?.[1];
    const asUsual = Object.entries(usual).find(([named]) => matching(question, named))?.[1];
    const answer = given ?? (question.value === '' ? asUsual : undefined);
    const value = answer === undefined ? question.value : answerTo(question, answer, card);
    if (question.isRequired && value === '') {
      throw new Error(`“${question.label}” (${question.id}) must be answered. The card:\n${inWords(card)}`);
    }
    return [question.id, value];
  });
  // A real client leaves an empty input out altogether.
  return Object.fromEntries(answered.filter(([, value]) => value !== ''));
};
