/**
 * The pages for people without Teams: behind a signed link they answer an invitation, say that they have read an outcome
 * or disagree, or that they have heard nothing. They take information in and show nothing about the child
 * (docs/decisions/012).
 */
import { createHash } from 'node:crypto';
import express, { Router, type Request, type Response } from 'express';
import { refusalWords } from '../words/refusalWords.ts';
import type { Refusal } from '../discussion/commands/refusal.ts';
import { readToken } from '../messages/links.ts';
import { forms, typedFields, type Typed } from './forms.ts';
import { html } from './html.ts';
import { page, style, type Problem } from './layout.ts';
import { createLimiter } from './limiter.ts';
import { open, type Opened, type OpeningParts } from './opened.ts';
import { minute } from '../practice/time/instant.ts';

export interface ReplyPagesParts extends OpeningParts {
  readonly authority: string;
  /** Unpredictable text, for form nonces. */
  readonly newId: () => string;
}

/** A filled form is a few kilobytes. */
const bodyLimit = '64kb';
const tenMinutes = 10 * minute;

/** Answers GET and POST below /reply. Every answer forbids scripts, frames, caching and referrers. */
export const replyPages = (parts: ReplyPagesParts): Router => {
  const { authority, clock } = parts;
  const perLink = createLimiter({ most: 40, windowMs: tenMinutes, clock });
  const perGuesser = createLimiter({ most: 60, windowMs: tenMinutes, clock });

  /** A link of ours is counted by itself, since many people share an address; anything else by where it comes from. */
  const isAllowed = (request: Request): boolean => {
    const token = tokenOf(request);
    const link = readToken(token, parts.secret);
    return link === null ? perGuesser(request.ip ?? '') : perLink(`${link.fingerprint}.${link.version}`);
  };

  const send = (response: Response, status: number, body: string): void =>
    void response.status(status).type('html').send(body);

  const gone = (response: Response): void =>
    send(
      response,
      410,
      page({
        title: 'This link no longer works',
        authority,
        body: html`<p>It may have expired, been stopped, or been copied only in part.</p>
          <p>If you still want to answer, telephone the person who wrote to you. Their name is in the e-mail.</p>
          <p>If a child is in danger now, call 999.</p>`,
      }),
    );

  const show = (
    response: Response,
    opened: Opened,
    again: { typed: Typed; problems: readonly Problem[]; nonce: string },
  ): void => {
    const form = forms[opened.link.purpose];
    const { typed, problems, nonce } = again;
    const field = (id: string) => ({
      id,
      value: typed[id] ?? '',
      problem: problems.find((p) => p.field === id)?.words,
    });
    send(
      response,
      problems.length === 0 ? 200 : 422,
      page({
        title: form.title,
        authority,
        problems,
        body: html`<form method="post" novalidate>
          <input type="hidden" name="nonce" value="${nonce}" />
          ${form.fields(opened, field)}
          <button type="submit">${form.button}</button>
        </form>`,
      }),
    );
  };

  const thank = (response: Response, thanks: string, { discussion }: Opened): void =>
    send(
      response,
      200,
      page({
        title: 'Thank you',
        authority,
        body: html`<p class="done">${thanks}</p>
          <p>Your answer about ${discussion.reference} has been recorded. You can close this page.</p>`,
      }),
    );

  const answer = async (request: Request, response: Response, opened: Opened): Promise<void> => {
    const typed = typedFields(request.body);
    const nonce = typed.nonce ?? '';
    const read = forms[opened.link.purpose].read(typed, opened);
    if (!read.ok) return show(response, opened, { typed, problems: read.problems, nonce });
    const { reference } = opened.discussion;
    const key = keyOf(opened, typed);
    const acted = await parts.conduct.act({ reference, command: read.command, actor: opened.actor, key });
    if (acted.result === 'done') return thank(response, read.thanks, opened);
    const problems = refusalWords(acted.refusal).map((words) => ({ field: fieldFor(acted.refusal), words }));
    return show(response, opened, { typed, problems, nonce });
  };

  const router = Router();
  router.use(guarded);
  router.get('/style.css', (_request, response) => void response.type('css').send(style));
  router.use('/:token', (request, response, next) => {
    if (isAllowed(request)) return next();
    send(
      response,
      429,
      page({ title: 'Try again in 10 minutes', authority, body: html`<p>This page was opened too often.</p>` }),
    );
  });
  router.get('/:token', async (request, response) => {
    const opened = await open(tokenOf(request), parts);
    if (opened === null) return gone(response);
    show(response, opened, { typed: {}, problems: [], nonce: parts.newId() });
  });
  router.post(
    '/:token',
    express.urlencoded({ extended: false, limit: bodyLimit, parameterLimit: 30 }),
    async (request, response) => {
      const opened = await open(tokenOf(request), parts);
      if (opened === null) return gone(response);
      await answer(request, response, opened);
    },
  );
  return router;
};

const tokenOf = (request: Request): string => {
  const { token } = request.params;
  return typeof token === 'string' ? token : '';
};

/** The same form sent again is one answer, however often: the nonce is the form's, the rest is what was typed. */
const keyOf = ({ link, actor }: Opened, typed: Typed): string =>
  createHash('sha256')
    .update(JSON.stringify(['link', link.fingerprint, link.version, actor.personId, Object.entries(typed).toSorted()]))
    .digest('hex');

const fieldFor = ({ code }: Refusal): string => (code === 'substituteRequired' ? 'substituteName' : 'answer');

const guarded: express.RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-Robots-Tag': 'noindex, nofollow',
    'Strict-Transport-Security': 'max-age=31536000',
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
  next();
};
