/**
 * Hands out a leaflet for a family to whoever has just made it in Teams, as a file that nobody keeps on the way. It is set
 * anew each time, from the decision as it stands.
 */
import { Router, type Response } from 'express';
import type { Conduct } from '../conduct/conduct.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { leafletOf } from '../documents/leaflet/leaflet.ts';
import { leaflets } from '../documents/leaflet/texts.ts';
import { toldInWriting } from '../documents/leaflet/toldInWriting.ts';
import { setAs } from '../documents/paper/files.ts';
import type { Paper } from '../documents/paper/paper.ts';
import { isOvertaken, readLeafletToken, type LeafletAsked } from '../messages/leafletLinks.ts';
import { minute, type Instant } from '../practice/time/instant.ts';
import { guarded } from './guarded.ts';
import { html } from './html.ts';
import { createLimiter } from './limiter.ts';
import { tooOftenPage, type PageAnswer } from './linkPages.ts';
import { page } from './page.ts';

export interface LeafletEdges {
  readonly conduct: Pick<Conduct, 'current'>;
  readonly clock: () => Instant;
  readonly secret: string;
  readonly authority: string;
  /** The council’s own, for the family to ring. */
  readonly telephone: string | null;
}

/** Answers GET below /leaflet. */
export const leafletPage = (edges: LeafletEdges): Router => {
  const { authority, clock, secret, conduct } = edges;
  const isAllowed = createLimiter({ most: 60, windowMs: 10 * minute, clock });
  const router = Router();
  router.use(guarded);
  router.get('/:token', async (request, response) => {
    if (!isAllowed(request.ip ?? '')) return send(response, tooOftenPage(authority));
    const asked = readLeafletToken(request.params.token, clock(), secret);
    const paper = asked === null ? null : paperFor(asked, await conduct.current(asked.reference), edges);
    if (asked === null || paper === null) return send(response, gone(authority));
    response.attachment(`leaflet.${asked.file}`).send(Buffer.from(await setAs[asked.file](paper)));
  });
  return router;
};

/** Null where there is no such leaflet any more. */
const paperFor = (asked: LeafletAsked, d: Discussion | null, { telephone }: LeafletEdges): Paper | null => {
  const texts = leaflets().get(asked.language);
  if (d?.stage !== 'decided' || texts === undefined || isOvertaken(asked, d)) return null;
  if (!asked.told) return leafletOf(d, texts, { telephone, told: null });
  const told = toldInWriting(d, asked.childId);
  return told.is === 'allowed' ? leafletOf(d, texts, { telephone, told: told.words }) : null;
};

const send = (response: Response, { status, body }: PageAnswer): void =>
  void response.status(status).type('html').send(body);

const gone = (authority: string): PageAnswer => ({
  status: 410,
  body: page({
    title: 'This link no longer works',
    authority,
    body: html`<p>It works for a few minutes only. Press “Leaflet for the family” in Teams again.</p>`,
  }),
});
