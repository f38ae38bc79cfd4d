/** Every field of a card filled in, each with a text of its own, and where those texts are afterwards. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { CardJson, Council } from './council.ts';

interface Input {
  readonly type: string;
  readonly id: string;
  readonly style?: string;
  readonly maxLength?: number;
  readonly value?: string;
  readonly isMultiSelect?: boolean;
  readonly choices?: readonly { readonly value: string }[];
}

const partsOf = (card: unknown): readonly Record<string, unknown>[] => {
  if (Array.isArray(card)) return card.flatMap(partsOf);
  if (typeof card !== 'object' || card === null) return [];
  return [card as Record<string, unknown>, ...Object.values(card).flatMap(partsOf)];
};
export const inputsOn = (card: CardJson): readonly Input[] =>
  partsOf(card).filter((part) => String(part['type']).startsWith('Input.')) as unknown as readonly Input[];

/** The titles of buttons that send something, without those that say themselves that nothing is kept. */
export const buttonsOn = (card: CardJson, leaving: readonly string[]): readonly string[] =>
  partsOf(card)
    .filter((part) => part['type'] === 'Action.Execute')
    .map((part) => String(part['title']))
    .filter((title) => !leaving.includes(title));

/** What those buttons send that send what is on the card. */
export const verbsOn = (card: CardJson): readonly string[] =>
  partsOf(card)
    .filter((part) => part['type'] === 'Action.Execute' && part['associatedInputs'] !== 'none')
    .map((part) => String(part['verb']));

export interface Filled {
  readonly answers: Readonly<Record<string, string>>;
  /** What must be found again. */
  readonly texts: readonly string[];
}

/** `pick` decides which choice is made of so many; `number` makes the texts different from any before. */
export const filledIn = (card: CardJson, number: number, pick: (count: number) => number): Filled => {
  const texts: string[] = [];
  const answers: Record<string, string> = {};
  for (const [i, input] of inputsOn(card).entries()) {
    const text = textFor(input, `${number}x${i}`);
    if (text !== null) texts.push(text);
    answers[input.id] = text ?? choiceFor(input, pick);
  }
  return { answers, texts };
};

const textFor = ({ type, style, maxLength = 500 }: Input, token: string): string | null => {
  if (type !== 'Input.Text') return null;
  if (maxLength <= 6) return 'Q.Z.';
  if (style === 'Email') return `words${token}@littleacorns.example`;
  return style === 'Tel' ? null : `words ${token} typed`.slice(0, maxLength);
};

const choiceFor = ({ type, value = '', choices = [] }: Input, pick: (count: number) => number): string => {
  if (type === 'Input.Date') return value === '' ? '2026-09-15' : value;
  if (type === 'Input.Time') return value === '' ? '09:30' : value;
  return choices[pick(choices.length)]?.value ?? value;
};

/** Everything the product keeps. */
export const keptBy = ({ dataDir }: Council): string => {
  const [file = ''] = readdirSync(dataDir).filter((name) => name === 'strategy.sqlite');
  const database = new DatabaseSync(join(dataDir, file), { readOnly: true });
  try {
    return JSON.stringify([
      database.prepare('SELECT json FROM commits').all(),
      database.prepare('SELECT body FROM drafts').all(),
    ]).replaceAll('\\', '');
  } finally {
    database.close();
  }
};
