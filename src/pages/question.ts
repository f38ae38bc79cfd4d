/** What every kind of link asks: a form with a title and fields, and how what was typed becomes a command. */
import { z } from 'zod';
import { typedText } from '../cards/form.ts';
import type { Command } from '../discussion/commands/command.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Field, Problem } from './fields.ts';
import { html, type Html } from './html.ts';
import type { Opened } from './opened.ts';

export type Typed = Readonly<Record<string, string>>;

type Answer =
  /** `thanks`: of the discussion as it then is, where what was done depends on it. */
  | { readonly ok: true; readonly command: Command; readonly thanks: string | ((after: Discussion) => string) }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Question {
  readonly title: string;
  readonly fields: (opened: Opened, field: (id: string) => Pick<Field, 'id' | 'value' | 'problem'>) => Html;
  readonly button: string;
  readonly read: (typed: Typed, opened: Opened) => Answer;
}

export const facts = (rows: readonly (readonly [string, string])[]): Html =>
  html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

/** One problem a field; what concerns no single field points at the part of the page it is about. */
export const problemsOf = (error: z.ZodError, elsewhere: string): readonly Problem[] => {
  const problems = error.issues.map((issue) => ({ field: String(issue.path[0] ?? elsewhere), words: issue.message }));
  return [...new Map(problems.map((p) => [`${p.field}/${p.words}`, p])).values()];
};

/** The text fields a browser sent, cleaned as on a card; anything else is dropped. */
export const typedFields = (body: unknown): Typed => {
  const read = z.record(z.string(), z.unknown()).safeParse(body);
  if (!read.success) return {};
  return Object.fromEntries(Object.entries(read.data).map(([name, value]) => [name, typedText(value)]));
};
