/** What shows that a link is ours. Each kind of link has a name of its own, so that none passes for one of another kind. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const signature = (kind: string, body: string, secret: string): string =>
  createHmac('sha256', secret).update(`${kind}:1:${body}`).digest('base64url');

export const signed = (kind: string, body: string, secret: string): string =>
  `${body}.${signature(kind, body, secret)}`;

/** What was signed; null where we did not sign it. */
export const bodyOf = (kind: string, token: string, secret: string): string | null => {
  const body = token.slice(0, Math.max(0, token.lastIndexOf('.')));
  const given = Buffer.from(token.slice(body.length + 1));
  const own = Buffer.from(signature(kind, body, secret));
  return given.length === own.length && timingSafeEqual(given, own) ? body : null;
};
