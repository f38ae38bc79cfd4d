/**
 * The rehearsal answers this machine's own pages only. A foreign page could otherwise reach it through a name that
 * resolves to loopback, or post to it across origins.
 */
import type { RequestHandler } from 'express';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

const isLoopback = (host: string | undefined): boolean => {
  const url = URL.parse(`http://${host ?? ''}`);
  return url !== null && loopbackNames.has(url.hostname);
};

/** Refuses with 403 a request under another host name, and one that changes anything from another origin. */
export const refuseStrangers: RequestHandler = (req, res, next) => {
  const { host, origin } = req.headers;
  const reads = req.method === 'GET' || req.method === 'HEAD';
  const sameOrigin = origin === undefined || URL.parse(origin)?.host === host;
  if (isLoopback(host) && (reads || sameOrigin)) return next();
  res.status(403).type('text/plain').send('The rehearsal is for this computer only.');
};
