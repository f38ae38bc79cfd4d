import type { Problem } from './fields.ts';
import { html, type Html } from './html.ts';

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
