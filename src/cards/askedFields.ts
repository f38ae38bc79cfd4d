/** Inputs for what the rules of a standard ask, and what comes back from them. */
import { z } from 'zod';
import type { Field } from '../practice/language/parts.ts';
import type { RuleId } from '../practice/language/vocabulary.ts';
import { choice, plain, said, template, withParts, type Card, type Choice } from './bind.ts';
import { dateIn, dateProblem, typedText } from './form.ts';
import { cite } from '../words/citation.ts';
import { unreachable } from '../practice/language/unreachable.ts';

export interface DetailField<Kind = Field['kind']> {
  readonly id: string;
  readonly label: string;
  readonly kind: Kind;
  readonly choices: readonly Choice[];
}
export interface Section<Kind = Field['kind']> {
  readonly title: string;
  /** What to bear in mind, a line each. */
  readonly lead?: readonly string[];
  readonly fields: readonly DetailField<Kind>[];
}
/** On a card, several of a list may be chosen too. */
export type CardKind = Field['kind'] | 'several';

const bind = template(
  'asked-fields',
  z.object({
    id: plain,
    /** The words of a button that opens them; blank where they are open. */
    fold: plain,
    sections: z.array(
      z.object({
        title: said,
        lead: z.array(said),
        fields: z.array(z.object({ id: plain, label: plain, kind: plain, value: plain, choices: z.array(choice) })),
      }),
    ),
  }),
);

/** The card with these sections on it, as far as they are answered: below the element of that id, or below everything. */
export const withAsked = (
  card: Card,
  sections: readonly Section<CardKind>[],
  valueOf: (id: string) => string,
  { below, fold }: { readonly below?: string; readonly fold?: string } = {},
): Card => {
  const asking = sections.filter(({ fields }) => fields.length > 0);
  return asking.length === 0
    ? card
    : withParts(
        card,
        bind({
          id: `${fold === undefined ? 'asked' : 'folded'}.${below ?? 'last'}`,
          fold: fold ?? '',
          sections: asking.map(({ title, lead = [], fields }) => ({
            title,
            lead,
            fields: fields.map((each) => ({ ...each, value: valueOf(each.id) })),
          })),
        }),
        below,
      );
};

const yesNo: readonly Choice[] = [
  { title: 'Yes', value: 'yes' },
  { title: 'No', value: 'no' },
];

const isWanted = ({ onlyIf, optional }: Field): string => {
  if (onlyIf !== undefined) return ' (if it applies)';
  return optional === true ? ' (optional)' : '';
};

/** The input for a field; its id says under what it is kept. */
export const field = (f: Field & { readonly rule?: RuleId }, under: string): DetailField => ({
  id: `${under}.${f.name}`,
  label: `${f.words}${isWanted(f)}${f.rule === undefined ? '' : ` ${cite(f.rule)}`}`,
  kind: f.kind,
  choices: f.kind === 'yesNo' ? yesNo : (f.choices ?? []).map((c) => ({ title: c.words, value: c.value })),
});

/** What was typed, under the ids it asks for and no others, and what is wrong with its form. */
export const readDetails = (
  sections: readonly Section<CardKind>[],
  data: Readonly<Record<string, unknown>>,
): { readonly details: Readonly<Record<string, string>>; readonly problems: readonly string[] } => {
  const fields = sections.flatMap((section) => section.fields);
  const details = Object.fromEntries(fields.map((f) => [f.id, readAs(f, typedText(data[f.id]))]));
  return { details, problems: fields.flatMap((f) => fieldProblems(f, details[f.id] ?? '')) };
};

/** What was answered, by the name of the field. What is blank, or no possible answer, is left out: nothing waits for it. */
export const readOptional = (
  { fields }: Section,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields
      .map((f) => [f, typedText(data[f.id])] as const)
      .filter(([f, given]) => given !== '' && fieldProblems(f, given).length === 0)
      .map(([f, given]) => [nameIn(f.id), readAs(f, given)]),
  );

const readAs = ({ kind }: DetailField<CardKind>, given: string): string => (kind === 'date' ? dateIn(given) : given);

/** `asked.AREA.NAME` */
export const nameIn = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

const longest = { text: 300, person: 300, longText: 2000 } as const;

const fieldProblems = ({ label, kind, choices }: DetailField<CardKind>, given: string): readonly string[] => {
  if (given === '') return [];
  switch (kind) {
    case 'text':
    case 'person':
    case 'longText':
      return given.length > longest[kind] ? [`${label} must be ${longest[kind]} characters or fewer.`] : [];
    case 'date':
      return [dateProblem(given)].flatMap((problem) => (problem === null ? [] : [`${label}: ${problem}`]));
    case 'several':
      return given.split(',').every((one) => choices.some((c) => c.value === one))
        ? []
        : [`${label}: choose from the list.`];
    case 'yesNo':
    case 'choice':
      return choices.some((c) => c.value === given) ? [] : [`${label}: choose from the list.`];
    default:
      return unreachable('field', kind);
  }
};
