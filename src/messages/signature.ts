/** What shows that a link is ours. Each kind of link has a name of its own, so that none passes for one of another kind. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { instant, millis, type Instant } from '../practice/time/instant.ts';

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

/** The same for a link that runs out: `parts` and the moment until which it works. */
export const signedUntil = (
  kind: string,
  parts: readonly (string | number)[],
  until: Instant,
  secret: string,
): string => signed(kind, [...parts, millis(until).toString(36)].join('.'), secret);

/** The parts that `shape` finds in it; null for what we did not sign, what has another shape, and what has run out. */
export const partsUntil = (
  kind: string,
  token: string,
  shape: RegExp,
  now: Instant,
  secret: string,
): readonly string[] | null => {
  const body = bodyOf(kind, token, secret) ?? '';
  const [, until = ''] = /\.([0-9a-z]{1,12})$/.exec(body) ?? [];
  const found = shape.exec(body.slice(0, body.length - until.length - 1));
  return found === null || until === '' || instant(Number.parseInt(until, 36)) < now ? null : found.slice(1);
};
