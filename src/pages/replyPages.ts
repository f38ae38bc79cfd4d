/**
 * The pages for people without Teams: behind a signed link they answer an invitation, say that they have read an outcome
 * or disagree, that they have heard nothing, what came of an action, or whether
 * their authority takes responsibility for a child. They take information in and show nothing about
 * the child (docs/decisions/012).
 */
import { createHash } from 'node:crypto';
import express, { Router, type Request, type RequestHandler } from 'express';
import type { Refusal } from '../discussion/commands/refusal.ts';
import { readToken } from '../messages/links.ts';
import { minute } from '../practice/time/instant.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { gonePage, questionOf, questionPage, send, thanksPage, tooOftenPage, type PageAnswer } from './linkPages.ts';
import { guarded } from './guarded.ts';
import { createLimiter } from './limiter.ts';
import { open, type Opened, type OpeningEdges } from './opened.ts';
import { typedFields, type Typed } from './question.ts';
import { style } from './style.ts';
import { uncited } from '../words/citation.ts';
import type { Problem } from './fields.ts';

export interface ReplyPagesEdges extends OpeningEdges {
  readonly authority: string;
  /** Unpredictable text, for form nonces. */
  readonly newId: () => string;
}

/** A filled form is a few kilobytes. */
const readBody = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 30 });
const tenMinutes = 10 * minute;

/** Answers GET and POST below /reply. */
export const replyPages = (edges: ReplyPagesEdges): Router => {
  const { authority } = edges;
  const router = Router();
  router.use(guarded);
  router.get('/style.css', (_request, response) => void response.type('css').send(style));
  router.use('/:token', notTooOften(edges));
  router.get('/:token', async (request, response) => {
    const opened = await openQuestion(request, edges);
    const blank = { typed: {}, problems: [], nonce: edges.newId() };
    send(response, opened === null ? gonePage(authority) : questionPage(opened, authority, blank));
  });
  router.post('/:token', readBody, async (request, response) => {
    const opened = await openQuestion(request, edges);
    send(response, opened === null ? gonePage(authority) : await answer(typedFields(request.body), opened, edges));
  });
  return router;
};

/** Null for a link that leads elsewhere. */
const openQuestion = async (request: Request, edges: ReplyPagesEdges): Promise<Opened | null> => {
  const opened = await open(tokenOf(request), edges);
  return opened?.link.purpose === 'record' ? null : opened;
};

/** A link of ours is counted by itself, since many people share an address; anything else by where it comes from. */
const notTooOften = ({ authority, clock, secret }: ReplyPagesEdges): RequestHandler => {
  const perLink = createLimiter({ most: 40, windowMs: tenMinutes, clock });
  const perGuesser = createLimiter({ most: 60, windowMs: tenMinutes, clock });
  const isAllowed = (request: Request): boolean => {
    const link = readToken(tokenOf(request), secret);
    return link === null ? perGuesser(request.ip ?? '') : perLink(`${link.fingerprint}.${link.version}`);
  };
  return (request, response, next) => (isAllowed(request) ? next() : send(response, tooOftenPage(authority)));
};

const answer = async (typed: Typed, opened: Opened, edges: ReplyPagesEdges): Promise<PageAnswer> => {
  const { authority, conduct } = edges;
  const nonce = typed.nonce ?? '';
  const read = questionOf(opened).read(typed, opened);
  if (!read.ok) return questionPage(opened, authority, { typed, problems: read.problems.map(plain), nonce });
  const { reference } = opened.discussion;
  const key = keyOf(opened, typed);
  const acted = await conduct.act({ reference, command: read.command, actor: opened.actor, key });
  if (acted.result === 'done') {
    const thanks = typeof read.thanks === 'string' ? read.thanks : read.thanks(acted.discussion);
    return thanksPage(thanks, opened, authority);
  }
  const problems = wordsOutside(acted.refusal).map((words) => plain({ field: fieldFor(acted.refusal), words }));
  return questionPage(opened, authority, { typed, problems, nonce });
};

/** People outside look no rules up. */
const plain = ({ field, words }: Problem): Problem => ({ field, words: uncited(words).text });

const tokenOf = (request: Request): string => {
  const { token } = request.params;
  return typeof token === 'string' ? token : '';
};

/** The same form sent again is one answer, however often: the nonce is the form's, the rest is what was typed. */
const keyOf = ({ link, actor }: Opened, typed: Typed): string =>
  createHash('sha256')
    .update(JSON.stringify(['link', link.fingerprint, link.version, actor.personId, Object.entries(typed).toSorted()]))
    .digest('hex');

/** A page says nothing of what the directory knows of anybody. */
const wordsOutside = (refusal: Refusal): readonly string[] =>
  refusal.code === 'cannotStandIn'
    ? ['They cannot come in your place. Name somebody of your own agency who can decide for it.']
    : refusalWords(refusal);

const aboutSubstitute: readonly Refusal['code'][] = [
  'substituteRequired',
  'substituteStands',
  'cannotStandIn',
  'roleOfAnotherAgency',
];
const fieldFor = ({ code }: Refusal): string => {
  if (code === 'roleOfFamily') return 'substituteRole';
  return aboutSubstitute.includes(code) ? 'substituteName' : 'answer';
};
