/** Between the connector's answer and the bot: applies a switched-on fault, before or after the work is done. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { ConnectorOperation, Faults } from '../faults.ts';
import { findByTeamsId, parseConversationId } from '../places.ts';
import type { Answer, Operation } from './operation.ts';

/** The error codes Teams gives with these statuses, where a test does not choose one. */
const usualCode: Readonly<Record<number, string>> = {
  403: 'ConversationBlockedByUser',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  429: 'Throttled',
};

/** Whom a request concerns: the owner of a personal chat, or the one member a new conversation is for. */
const personIn = (req: Request): string | null => {
  const conversation = req.params['conversationId'];
  if (typeof conversation === 'string') {
    const place = parseConversationId(conversation)?.place;
    return place?.kind === 'personal' ? (place.members[0]?.id ?? null) : null;
  }
  const asked = z.object({ members: z.tuple([z.object({ id: z.string() })]) }).safeParse(req.body);
  return asked.success ? (findByTeamsId(asked.data.members[0].id)?.id ?? null) : null;
};

const kinds = ['connectorStatus', 'connectorDelay', 'connectorSilence', 'connectorReset'] as const;

/** Wraps a connector operation so that a matching fault applies to it. */
export const answerWithFaults =
  (faults: Faults) =>
  (operation: ConnectorOperation, work: Operation): RequestHandler =>
  async (req, res) => {
    const fault = faults.take(kinds, { operation, personId: personIn(req) });
    if (fault === undefined) return reply(res, work(req));
    if (fault.kind === 'connectorDelay') {
      await wait(fault.ms);
      return reply(res, work(req));
    }
    if (fault.afterDelivery) work(req);
    switch (fault.kind) {
      case 'connectorSilence':
        return;
      case 'connectorReset':
        req.socket.resetAndDestroy();
        return;
      case 'connectorStatus': {
        if (fault.retryAfterSeconds !== undefined) res.setHeader('retry-after', String(fault.retryAfterSeconds));
        const code = fault.code ?? usualCode[fault.status] ?? 'ServiceError';
        reply(res, { status: fault.status, body: { error: { code, message: 'A fault of the rehearsal.' } } });
      }
    }
  };

const reply = (res: Response, { status, body }: Answer): void => {
  res.status(status).json(body);
};
