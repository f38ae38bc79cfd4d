/** What a request of the page names: a person, a place, a message. Each throws {@link BadRequest} where there is none. */
import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import type { FictionalPerson } from '../fictionalPerson.ts';
import { findPerson, places, type Place } from '../places.ts';
import type { Storage, StoredMessage } from '../storage.ts';

/** A request the page would never make: the status and one sentence about it. */
export class BadRequest extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const answerBadRequest = (fault: unknown, _req: Request, res: Response, next: NextFunction): void => {
  if (!(fault instanceof BadRequest)) return next(fault);
  res.status(fault.status).json({ error: fault.message });
};

export const bodyOf = <T>(shape: z.ZodType<T>, req: Request): T => {
  const parsed = shape.safeParse(req.body);
  if (!parsed.success) throw new BadRequest(400, z.prettifyError(parsed.error));
  return parsed.data;
};

export const queryOf = <T>(shape: z.ZodType<T>, req: Request): T => {
  const parsed = shape.safeParse(req.query);
  if (!parsed.success) throw new BadRequest(400, z.prettifyError(parsed.error));
  return parsed.data;
};

export const personNamed = (id: unknown): FictionalPerson => {
  const person = typeof id === 'string' ? findPerson(id) : undefined;
  if (!person) throw new BadRequest(404, 'Nobody of that name is in the rehearsal.');
  return person;
};

/** The message and where it is, if this person can see it. */
export const messageSeenBy = (
  person: FictionalPerson,
  messageId: string,
  storage: Storage,
): { message: StoredMessage; place: Place } => {
  const message = storage.message(messageId);
  const place = places.find(({ id }) => id === message?.placeId);
  const sees = message && (message.onlyFor === null || message.onlyFor === person.id) && !message.deleted;
  if (!sees || !place?.members.includes(person)) {
    throw new BadRequest(404, `${person.name} cannot see that message.`);
  }
  return { message, place };
};
