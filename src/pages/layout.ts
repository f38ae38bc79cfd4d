import { html, type Html } from './html.ts';

/** A field that has to be put right; `field` is the id of the input. */
export interface Problem {
  readonly field: string;
  readonly words: string;
}

/** One page in the manner of GOV.UK: one column, readable without script, with the problems first. */
export const page = (content: {
  readonly title: string;
  readonly authority: string;
  readonly body: Html;
  readonly problems?: readonly Problem[];
}): string => {
  const { title, authority, body, problems = [] } = content;
  const prefix = problems.length === 0 ? '' : 'Error: ';
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${prefix}${title} - ${authority}</title>
        <link rel="stylesheet" href="/reply/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to main content</a>
        <header><div class="column">${authority}</div></header>
        <main id="main" class="column">
          ${problems.length === 0 ? null : errorSummary(problems)}
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`.html;
};

const errorSummary = (problems: readonly Problem[]): Html =>
  html`<div class="summary" role="alert" tabindex="-1">
    <h2>There is a problem</h2>
    <ul>
      ${problems.map(({ field, words }) => html`<li><a href="#${field}">${words}</a></li>`)}
    </ul>
  </div>`;

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

const around = (field: Field, input: Html): Html =>
  html`<div class="${field.problem === undefined ? 'field' : 'field wrong'}">
    <label for="${field.id}">${field.label}</label>
    ${field.hint === undefined ? null : html`<p class="hint" id="${field.id}-hint">${field.hint}</p>`}
    ${field.problem === undefined ? null : html`<p class="error" id="${field.id}-error"><span class="unseen">Error: </span>${field.problem}</p>`}
    ${input}
  </div>`;

export const textInput = (field: Field, kind: 'text' | 'email' = 'text'): Html =>
  around(
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
  around(
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

export const style = `*{box-sizing:border-box}
body{margin:0;background:#fff;color:#0b0c0c;font:1.1875rem/1.5 Arial,Helvetica,sans-serif}
.column{max-width:42rem;margin:0 auto;padding:0 1rem}
header{background:#0b0c0c;color:#fff;font-weight:700;padding:.75rem 0;border-bottom:.5rem solid #1d70b8}
main.column{padding-top:1.5rem;padding-bottom:3rem}
h1{font-size:2rem;line-height:1.2;margin:0 0 1.25rem}
h2{font-size:1.5rem;line-height:1.25;margin:2rem 0 .75rem}
p,ul{margin:0 0 1.25rem}
a{color:#1d70b8}
a:focus,.skip:focus{background:#fd0;color:#0b0c0c;outline:3px solid transparent;box-shadow:0 -2px #fd0,0 4px #0b0c0c}
.skip{position:absolute;left:-999em;background:#fff;padding:.5rem}
.skip:focus{left:0}
.facts{border-top:1px solid #b1b4b6;margin:0 0 1.5rem}
.facts div{display:flex;flex-wrap:wrap;border-bottom:1px solid #b1b4b6;padding:.5rem 0}
.facts dt{font-weight:700;width:9rem;margin:0}
.facts dd{margin:0}
.inset{border-left:.5rem solid #b1b4b6;padding:.75rem 1rem;margin:0 0 1.5rem}
.field{margin:0 0 1.5rem;padding:0;border:0}
.wrong{border-left:5px solid #d4351c;padding-left:.75rem}
label,legend{font-weight:700;display:block;margin-bottom:.25rem;padding:0}
legend{float:left;width:100%}
fieldset>:not(legend){clear:both}
.hint{color:#505a5f;margin:0 0 .5rem}
.error{color:#d4351c;font-weight:700;margin:0 0 .5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
input[type=text],input[type=email],textarea{font:inherit;width:100%;max-width:100%;padding:.35rem;border:2px solid #0b0c0c;border-radius:0}
input:focus,textarea:focus{outline:3px solid #fd0;box-shadow:inset 0 0 0 2px #0b0c0c}
.radio{display:flex;align-items:flex-start;gap:.75rem;margin:.5rem 0}
.radio input{width:2rem;height:2rem;margin:0;flex:none}
.radio label{font-weight:400;margin:0;padding-top:.15rem}
button{font:inherit;font-weight:400;background:#00703c;color:#fff;border:2px solid transparent;box-shadow:0 2px #002d18;padding:.5rem .75rem;cursor:pointer}
button:focus{background:#fd0;color:#0b0c0c;outline:3px solid transparent;box-shadow:0 2px #0b0c0c}
.summary{border:5px solid #d4351c;padding:1rem;margin:0 0 2rem}
.summary h2{margin:0 0 .75rem}
.summary ul{list-style:none;padding:0;margin:0}
.summary a{color:#d4351c;font-weight:700}
.done{background:#00703c;color:#fff;padding:1.5rem;margin:0 0 1.5rem;font-size:1.5rem;font-weight:700}
`;
