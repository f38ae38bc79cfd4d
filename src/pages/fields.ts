/** What people fill in on a page, each with its label, hint and problem. */
import { html, type Html } from './html.ts';

/** A field that has to be put right; `field` is the id of the input. */
export interface Problem {
  readonly field: string;
  readonly words: string;
}

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly problem: string | undefined;
}

const describedBy = ({ id, hint, problem }: Field): Html => {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(problem === undefined ? [] : [`${id}-error`])];
  return ids.length === 0 ? html`` : html` aria-describedby="${ids.join(' ')}"`;
};

/** A field with its label, hint and problem around the input. */
const labelled = (field: Field, input: Html): Html =>
  html`<div class="${field.problem === undefined ? 'field' : 'field wrong'}">
    <label for="${field.id}">${field.label}</label>
    ${field.hint === undefined ? null : html`<p class="hint" id="${field.id}-hint">${field.hint}</p>`}
    ${field.problem === undefined ? null : html`<p class="error" id="${field.id}-error"><span class="unseen">Error: </span>${field.problem}</p>`}
    ${input}
  </div>`;

export const textInput = (field: Field, kind: 'text' | 'email' | 'date' = 'text'): Html =>
  labelled(
    field,
    html`<input
      id="${field.id}"
      name="${field.id}"
      type="${kind}"
      value="${field.value}"
      autocomplete="off"
      ${describedBy(field)}
    />`,
  );

/** A text area drops the first line break after its tag, so one more keeps what was typed. */
export const textArea = (field: Field): Html =>
  labelled(
    field,
    html`<textarea id="${field.id}" name="${field.id}" rows="6" ${describedBy(field)}>${field.value}</textarea>`,
  );

export const radios = (field: Field, choices: readonly { readonly value: string; readonly words: string }[]): Html =>
  html`<fieldset class="${field.problem === undefined ? 'field' : 'field wrong'}" ${describedBy(field)}>
    <legend>${field.label}</legend>
    ${field.problem === undefined ? null : html`<p class="error" id="${field.id}-error"><span class="unseen">Error: </span>${field.problem}</p>`}
    ${choices.map(
      ({ value, words }, i) =>
        html`<div class="radio">
          <input
            type="radio"
            id="${i === 0 ? field.id : `${field.id}-${value}`}"
            name="${field.id}"
            value="${value}"
            ${field.value === value ? html` checked` : null}
          />
          <label for="${i === 0 ? field.id : `${field.id}-${value}`}">${words}</label>
        </div>`,
    )}
  </fieldset>`;
