/** Hands out one file to whoever has just asked for it in Teams, by a link that works for a few minutes. Nobody keeps it on the way. */
import { Router } from 'express';
import { minute, type Instant } from '../practice/time/instant.ts';
import { guarded } from './guarded.ts';
import { html } from './html.ts';
import { createLimiter } from './limiter.ts';
import { send, tooOftenPage, type PageAnswer } from './linkPages.ts';
import { page } from './page.ts';

export interface FilePage {
  readonly clock: () => Instant;
  readonly authority: string;
  /** The button in Teams that gives another link. */
  readonly button: string;
  /** Null where the link is none of ours, has run out, or leads to nothing any more. */
  readonly fileFor: (token: string) => Promise<{ readonly name: string; readonly content: Uint8Array } | null>;
}

/** Answers GET below the address it is put at. */
export const filePage = ({ clock, authority, button, fileFor }: FilePage): Router => {
  const isAllowed = createLimiter({ most: 60, windowMs: 10 * minute, clock });
  const router = Router();
  router.use(guarded);
  router.get('/:token', async (request, response) => {
    const file = isAllowed(request.ip ?? '') ? await fileFor(request.params.token) : 'tooOften';
    if (file !== null && file !== 'tooOften') {
      response.attachment(file.name).send(Buffer.from(file.content));
      return;
    }
    send(response, file === null ? gone(authority, button) : tooOftenPage(authority));
  });
  return router;
};

const gone = (authority: string, button: string): PageAnswer => ({
  status: 410,
  body: page({
    title: 'This link no longer works',
    authority,
    body: html`<p>It works for a few minutes only. Press “${button}” in Teams again.</p>`,
  }),
});
