/**
 * The door: what a request has to be before the bot's SDK sees it (docs/decisions/016). Who may not come in hears one and
 * the same answer, whatever the reason; the log has the reason.
 */
import express, { type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { faultInActivity, readActivity, type Activity } from './activity.ts';
import type { Proof } from './proof.ts';
import { KeysUnavailable } from './signingKeys.ts';

/** Why somebody was turned away: for the log alone. */
export type TurnedAway =
  | 'noToken'
  | 'badToken'
  | 'notAnActivity'
  | 'otherChannel'
  | 'otherAddress'
  /** Let in by its token, and by the SDK as somebody else. */
  | 'notTheChannel'
  | 'tooManyRefused'
  | 'tooManyFromOne';

export interface DoorEdges {
  /** Null where nobody proves who they are: the rehearsal, on loopback. */
  readonly proof: Proof | null;
  /** Whether an activity's serviceUrl may be answered: the bot would send its token there. */
  readonly mayAnswer: (serviceUrl: string) => boolean;
  readonly turnedAway: (why: TurnedAway) => void;
  readonly fault: (error: unknown) => string;
}

/** Activities are a few kilobytes; a form with every field full stays well under this. */
const bodyLimit = '256kb';
const aMinute = 60_000;
/** Of one address, requests that were refused. Microsoft's own are not, so they never come to this. */
const mostRefused = 600;
/** Of one person; nobody types or presses so often. */
const mostOfOne = 240;

export const createDoor = (edges: DoorEdges): readonly RequestHandler[] => {
  const { proof } = edges;
  const body = [express.json({ limit: bodyLimit }), readable(edges)];
  return proof === null ? body : [limitedByAddress(edges), proven(proof, edges), ...body, limitedByPerson(edges)];
};

const answer = (response: Response, status: 400 | 401 | 429): void =>
  void response.status(status).json({ error: 'Not accepted.' });

const limitedByAddress = ({ turnedAway }: DoorEdges): RequestHandler =>
  rateLimit({
    windowMs: aMinute,
    limit: mostRefused,
    skipSuccessfulRequests: true,
    legacyHeaders: false,
    handler: (_request, response) => {
      turnedAway('tooManyRefused');
      answer(response, 429);
    },
  });

/** Before the body is read: a stranger's is not. */
const proven =
  (proof: Proof, { turnedAway, fault }: DoorEdges): RequestHandler =>
  async (request, response, next) => {
    const bearer = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '')?.[1];
    try {
      const claims = bearer === undefined ? null : await proof(bearer);
      if (claims === null) {
        turnedAway(bearer === undefined ? 'noToken' : 'badToken');
        return answer(response, 401);
      }
      response.locals['serviceUrl'] = claims.serviceUrl;
      next();
    } catch (error) {
      if (!(error instanceof KeysUnavailable)) throw error;
      // Whoever it is may well be Microsoft, which tries again.
      response.status(503).json({ error: `Quote ${fault(error)} to your administrator.` });
    }
  };

const readable =
  ({ mayAnswer, turnedAway }: DoorEdges): RequestHandler =>
  (request, response, next) => {
    const activity = readActivity(request.body);
    if (activity === null) {
      turnedAway('notAnActivity');
      return answer(response, 400);
    }
    const proven: unknown = response.locals['serviceUrl'];
    const isProven = proven === undefined || proven === activity.serviceUrl;
    const why = isProven ? faultInActivity(activity, mayAnswer) : 'otherAddress';
    if (why === null) return next();
    turnedAway(why);
    answer(response, 401);
  };

const limitedByPerson = ({ turnedAway }: DoorEdges): RequestHandler =>
  rateLimit({
    windowMs: aMinute,
    limit: mostOfOne,
    legacyHeaders: false,
    standardHeaders: false,
    keyGenerator: ({ body }) => (body as Activity).from.id,
    handler: (_request, response) => {
      turnedAway('tooManyFromOne');
      answer(response, 429);
    },
  });
