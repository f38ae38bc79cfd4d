/** The pages a link can lead to: its question, thanks for the answer, or that it no longer works. */
import type { Response } from 'express';
import type { LinkPurpose } from '../messages/links.ts';
import { action } from './actionQuestion.ts';
import { chase } from './chaseQuestion.ts';
import type { Problem } from './fields.ts';
import { html } from './html.ts';
import type { Opened } from './opened.ts';
import { outcome } from './outcomeQuestion.ts';
import { page } from './page.ts';
import type { Question, Typed } from './question.ts';
import { reply } from './replyQuestion.ts';
import { transfer } from './transferQuestion.ts';

export interface PageAnswer {
  readonly status: number;
  readonly body: string;
}

export const send = (response: Response, { status, body }: PageAnswer): void =>
  void response.status(status).type('html').send(body);

const questions: Readonly<Record<Exclude<LinkPurpose, 'record'>, Question>> = {
  reply,
  outcome,
  chase,
  action,
  transfer,
};

/** A record is read on a page of its own. */
export const questionOf = ({ link: { purpose } }: Opened): Question => {
  if (purpose === 'record') throw new Error('the link of a record asks nothing');
  return questions[purpose];
};

/** The question, with what was typed where something has to be put right. */
export const questionPage = (
  opened: Opened,
  authority: string,
  again: { readonly typed: Typed; readonly problems: readonly Problem[]; readonly nonce: string },
): PageAnswer => {
  const question = questionOf(opened);
  const { typed, problems, nonce } = again;
  const field = (id: string) => ({
    id,
    value: typed[id] ?? '',
    problem: problems.find((p) => p.field === id)?.words,
  });
  const body = html`<form method="post" novalidate>
    <input type="hidden" name="nonce" value="${nonce}" />
    ${question.fields(opened, field)}
    <button type="submit">${question.button}</button>
  </form>`;
  return {
    status: problems.length === 0 ? 200 : 422,
    body: page({ title: question.title, authority, problems, body }),
  };
};

export const thanksPage = (thanks: string, { discussion }: Opened, authority: string): PageAnswer => ({
  status: 200,
  body: page({
    title: 'Thank you',
    authority,
    body: html`<p class="done">${thanks}</p>
      <p>Your answer about ${discussion.reference} has been recorded. You can close this page.</p>`,
  }),
});

export const gonePage = (authority: string): PageAnswer => ({
  status: 410,
  body: page({
    title: 'This link no longer works',
    authority,
    body: html`<p>It may have expired, been stopped, or been copied only in part.</p>
      <p>If you still want to answer, telephone the person who wrote to you. Their name is in the e-mail.</p>
      <p>If a child is in danger now, call 999.</p>`,
  }),
});

export const tooOftenPage = (authority: string): PageAnswer => ({
  status: 429,
  body: page({ title: 'Try again in 10 minutes', authority, body: html`<p>This page was opened too often.</p>` }),
});
