/**
 * Hands out the signed record to whoever has just asked for it in Teams, in the edition that is theirs, as a file that
 * nobody keeps on the way. Each time it is set anew from what was signed, and it is noted who looked.
 */
import { Router, type Response } from 'express';
import type { Conduct } from '../conduct/conduct.ts';
import { asSigned } from '../conduct/asSigned.ts';
import { everKnown } from '../discussion/state/discussion.ts';
import { recordInForce } from '../discussion/state/signing.ts';
import { ownRecord } from '../documents/record/own.ts';
import { readRecordToken, type RecordLink } from '../messages/recordLinks.ts';
import { minute, type Instant } from '../practice/time/instant.ts';
import type { Store } from '../store/store.ts';
import { guarded } from './guarded.ts';
import { html } from './html.ts';
import { createLimiter } from './limiter.ts';
import { tooOftenPage, type PageAnswer } from './linkPages.ts';
import { page } from './page.ts';

export interface RecordEdges {
  readonly conduct: Pick<Conduct, 'practiceOf'>;
  readonly store: Pick<Store, 'load' | 'recordRead'>;
  readonly clock: () => Instant;
  readonly secret: string;
  readonly authority: string;
}

/** Answers GET below /record. */
export const recordPage = (edges: RecordEdges): Router => {
  const { authority, clock, secret } = edges;
  const isAllowed = createLimiter({ most: 60, windowMs: 10 * minute, clock });
  const router = Router();
  router.use(guarded);
  router.get('/:token', async (request, response) => {
    if (!isAllowed(request.ip ?? '')) return send(response, tooOftenPage(authority));
    const asked = readRecordToken(request.params.token, clock(), secret);
    const file = asked === null ? null : await fileFor(asked, edges);
    if (asked === null || file === null) return send(response, gone(authority));
    response.attachment(`${asked.reference}-record.${asked.file}`).send(file);
  });
  return router;
};

/** Null where there is no such record any more, or it is not theirs. */
const fileFor = async (asked: RecordLink, { store, conduct, clock }: RecordEdges): Promise<Buffer | null> => {
  const { reference, file } = asked;
  const d = asSigned(await store.load(reference));
  if (d?.stage !== 'decided' || recordInForce(d)?.number !== asked.number) return null;
  const reader = everKnown(d).find(({ personId }) => asked.isOf(personId));
  if (reader === undefined) return null;
  const { personId } = reader;
  const made = await ownRecord({ d, practice: conduct.practiceOf(d) }, personId, file);
  if (made !== null) await store.recordRead({ reference, personId, at: clock(), deed: 'getRecord' });
  return made;
};

const send = (response: Response, { status, body }: PageAnswer): void =>
  void response.status(status).type('html').send(body);

const gone = (authority: string): PageAnswer => ({
  status: 410,
  body: page({
    title: 'This link no longer works',
    authority,
    body: html`<p>It works for a few minutes only. Press “Get the record” in Teams again.</p>`,
  }),
});
