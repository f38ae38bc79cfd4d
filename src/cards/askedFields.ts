/** Inputs for what the rules of a standard ask, and what comes back from them. */
import { z } from 'zod';
import { isLocalDate } from '../practice/time/calendar.ts';
import type { Field } from '../practice/language/parts.ts';
import { choice, plain, said, type Choice } from './bind.ts';
import { typedText } from './form.ts';
import { unreachable } from '../practice/language/unreachable.ts';

export interface DetailField {
  readonly id: string;
  readonly label: string;
  readonly kind: Field['kind'];
  readonly choices: readonly Choice[];
}
export interface Section {
  readonly title: string;
  readonly fields: readonly DetailField[];
}

/** A section as a card shows it, with what has been answered so far. */
export const shownSection = z.object({
  title: said,
  fields: z.array(z.object({ id: plain, label: plain, kind: plain, value: plain, choices: z.array(choice) })),
});

const yesNo: readonly Choice[] = [
  { title: 'Yes', value: 'yes' },
  { title: 'No', value: 'no' },
];

/** The input for a field; its id says under what it is kept. */
export const field = (f: Field, under: string): DetailField => ({
  id: `${under}.${f.name}`,
  label: f.onlyIf === undefined ? f.words : `${f.words} (if it applies)`,
  kind: f.kind,
  choices: f.kind === 'yesNo' ? yesNo : (f.choices ?? []).map((c) => ({ title: c.words, value: c.value })),
});

/** What was typed, under the ids it asks for and no others, and what is wrong with its form. */
export const readDetails = (
  sections: readonly Section[],
  data: Readonly<Record<string, unknown>>,
): { readonly details: Readonly<Record<string, string>>; readonly problems: readonly string[] } => {
  const fields = sections.flatMap((section) => section.fields);
  const details = Object.fromEntries(fields.map((f) => [f.id, typedText(data[f.id])]));
  return { details, problems: fields.flatMap((f) => fieldProblems(f, details[f.id] ?? '')) };
};

const longest = { text: 300, person: 300, longText: 2000 } as const;

const fieldProblems = ({ label, kind, choices }: DetailField, given: string): readonly string[] => {
  if (given === '') return [];
  switch (kind) {
    case 'text':
    case 'person':
    case 'longText':
      return given.length > longest[kind] ? [`${label} must be ${longest[kind]} characters or fewer.`] : [];
    case 'date':
      return isLocalDate(given) ? [] : [`${label}: enter a real date.`];
    case 'yesNo':
    case 'choice':
      return choices.some((c) => c.value === given) ? [] : [`${label}: choose from the list.`];
    default:
      return unreachable('field', kind);
  }
};
