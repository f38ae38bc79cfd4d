/** Whoever runs the service, as against whoever can reach it: on the machine itself, or with the token they set. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { isLoopbackHost } from '../store/loopback.ts';

export const isOperator = (request: Request, token: string | null): boolean => {
  if (isLoopbackHost((request.ip ?? '').replace(/^::ffff:/, ''))) return true;
  const given = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '')?.[1];
  return token !== null && given !== undefined && timingSafeEqual(digest(given), digest(token));
};

/** Of one length, whatever was sent. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
