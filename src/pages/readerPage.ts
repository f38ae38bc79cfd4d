/**
 * The signed record, for somebody who took part and whom no secure way leads to: the chair lets them read it here (R-3). The
 * link in their letter opens nothing by itself. A code to the same address does, once, and for minutes; it is noted that
 * they looked, and nothing is kept on the way (docs/decisions/030).
 */
import express, { Router, type Request, type Response } from 'express';
import type { Conduct } from '../conduct/conduct.ts';
import type { Command } from '../discussion/commands/command.ts';
import { codeInForce, codeMinutes, recordReader } from '../discussion/state/recordReaders.ts';
import { codeFor, isCode } from '../messages/recordCodes.ts';
import { minute } from '../practice/time/instant.ts';
import type { Store } from '../store/store.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { textInput } from './fields.ts';
import { guarded } from './guarded.ts';
import { html } from './html.ts';
import { createLimiter } from './limiter.ts';
import { gonePage, send, tooOftenPage, type PageAnswer } from './linkPages.ts';
import { open, type Opened, type OpeningEdges } from './opened.ts';
import { page } from './page.ts';
import { typedFields } from './question.ts';
import { recordFor } from './recordPage.ts';

export interface ReaderEdges extends OpeningEdges {
  readonly conduct: Pick<Conduct, 'current' | 'act' | 'practiceOf'>;
  readonly store: Pick<Store, 'notices' | 'load' | 'recordRead'>;
  readonly authority: string;
  readonly newId: () => string;
}

const readBody = express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 5 });

/** Answers GET and POST below the address it is put at. */
export const readerPage = (edges: ReaderEdges): Router => {
  const { authority, clock } = edges;
  const isAllowed = createLimiter({ most: 60, windowMs: 10 * minute, clock });
  const router = Router();
  router.use(guarded);
  router.use((request, response, next) =>
    isAllowed(request.ip ?? '') ? next() : send(response, tooOftenPage(authority)),
  );
  router.get('/:token', async (request, response) => {
    const found = await openRecord(request, edges);
    send(response, found === null ? gonePage(authority) : codePage(found, edges, []));
  });
  router.post('/:token/code', readBody, async (request, response) => {
    const found = await openRecord(request, edges);
    if (found === null) return send(response, gonePage(authority));
    // Pressed twice, it is one code.
    const problems = await act(found, { kind: 'askRecordCode' }, typedFields(request.body).nonce, edges);
    // Loaded again, the page that follows asks for no other code.
    return problems.length === 0
      ? response.redirect(303, found.address)
      : send(response, codePage(found, edges, problems));
  });
  router.post('/:token', readBody, async (request, response) => {
    const found = await openRecord(request, edges);
    if (found === null) return send(response, gonePage(authority));
    const problems = await enter(found, typedFields(request.body).code ?? '', edges);
    return problems.length === 0
      ? handOver(found, edges, response)
      : send(response, codePage((await openRecord(request, edges)) ?? found, edges, problems));
  });
  return router;
};

interface Reading extends Opened {
  /** Of the page itself. */
  readonly address: string;
}

/** Null for a link that leads elsewhere, and for one of somebody who may not read it here, or not any more. */
const openRecord = async (
  { baseUrl, params: { token } }: Request<{ token: string }>,
  edges: ReaderEdges,
): Promise<Reading | null> => {
  const found = await open(token, edges);
  return found?.link.purpose === 'record' ? { ...found, address: `${baseUrl}/${encodeURIComponent(token)}` } : null;
};

const awaited = ({ discussion, actor }: Opened, { clock }: ReaderEdges) => {
  const reader = discussion.stage === 'decided' ? recordReader(discussion, actor.personId) : null;
  return reader === null ? null : codeInForce(reader, clock());
};

/** Why it was refused, in words; empty once it is done. */
const act = async (
  { discussion, actor }: Opened,
  command: Command,
  nonce: string | undefined,
  edges: ReaderEdges,
): Promise<readonly string[]> => {
  const { reference } = discussion;
  const key = `${reference}/reading/${actor.personId}/${nonce ?? edges.newId()}`;
  const acted = await edges.conduct.act({ reference, command, actor, key });
  return acted.result === 'done' ? [] : refusalWords(acted.refusal);
};

/** A wrong one counts, whoever typed it. */
const enter = async (opened: Opened, typed: string, edges: ReaderEdges): Promise<readonly string[]> => {
  const code = awaited(opened, edges);
  if (code === null) return refusalWords({ code: 'codeGone' });
  if (typed === '') return ['Enter the code from the e-mail.'];
  const { reference } = opened.discussion;
  const right = isCode(typed, codeFor({ reference, version: code.version, who: opened.actor.personId }, edges.secret));
  // Each try counts, however often it is sent.
  const problems = await act(opened, { kind: 'enterRecordCode', asked: code.version, right }, undefined, edges);
  return right || problems.length > 0 ? problems : ['That is not the code. Look at the newest e-mail.'];
};

/** Made anew each time, in the edition that is theirs. */
const handOver = async ({ discussion, actor }: Opened, edges: ReaderEdges, response: Response): Promise<void> => {
  const { reference } = discussion;
  const record = await recordFor(
    { reference, file: 'pdf' },
    () => ({ personId: actor.personId, isToFile: false }),
    edges,
  );
  if (record === null) return send(response, gonePage(edges.authority));
  response.attachment(`${reference}-record.pdf`).send(record);
};

const codePage = (opened: Reading, edges: ReaderEdges, problems: readonly string[]): PageAnswer => {
  const isAwaited = awaited(opened, edges) !== null;
  const field = { id: 'code', label: 'The code from the e-mail', value: '', problem: problems[0] };
  const { address, discussion } = opened;
  const minutes = String(codeMinutes);
  const enterIt = html`<form method="post" action="${address}" novalidate>
    <p>We have sent a code to the address your letter came to. It works once, for ${minutes} minutes.</p>
    ${textInput(field)}
    <button type="submit">Open the record</button>
  </form>`;
  const ask = html`<form method="post" action="${address}/code">
    <input type="hidden" name="nonce" value="${edges.newId()}" />
    ${isAwaited ? null : html`<p>We send a code to the address your letter came to. It works for ${minutes} minutes.</p>`}
    <button type="submit" class="${isAwaited ? 'secondary' : 'primary'}">
      ${isAwaited ? 'Send another code' : 'Send me a code'}
    </button>
  </form>`;
  return {
    status: problems.length === 0 ? 200 : 422,
    body: page({
      title: `Read the record of ${discussion.reference}`,
      authority: edges.authority,
      problems: problems.map((words) => ({ field: isAwaited ? 'code' : 'main', words })),
      body: html`${isAwaited ? enterIt : null} ${ask}
        <p>
          The record comes as a file. It is noted each time you read it. Keep the file where only those who need it can
          read it.
        </p>`,
    }),
  };
};
