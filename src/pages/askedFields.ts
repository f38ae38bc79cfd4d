/** What the rules of a standard ask, as fields of a page: the same as on a card. */
import type { DetailField, Section } from '../cards/askedFields.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import { radios, textArea, textInput, type Field } from './fields.ts';
import { html, type Html } from './html.ts';

type Filled = (id: string) => Pick<Field, 'id' | 'value' | 'problem'>;

/** Nothing where the standard asks nothing. */
export const askedFields = ({ title, fields }: Section, filled: Filled): Html | null =>
  fields.length === 0
    ? null
    : html`<h2>${title}</h2>
        ${fields.map((each) => input(each, { ...filled(each.id), label: each.label }))}`;

const input = ({ kind, choices }: DetailField, field: Field): Html => {
  switch (kind) {
    case 'text':
    case 'person':
      return textInput(field);
    case 'longText':
      return textArea(field);
    case 'date':
      return textInput(field, 'date');
    case 'yesNo':
    case 'choice':
      return radios(
        field,
        choices.map(({ title, value }) => ({ words: title, value })),
      );
    default:
      return unreachable('field', kind);
  }
};
