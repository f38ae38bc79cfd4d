/** Tells open pages that something changed. A page asks for what is new; the event says only where. */
import type { Request, Response } from 'express';
import type { Changes } from './changes.ts';

type Change =
  | { readonly what: 'message'; readonly placeId: string; readonly messageId: string }
  | { readonly what: 'mail' }
  | { readonly what: 'clock' }
  | { readonly what: 'reset' };

export interface Events {
  publish(change: Change): void;
  /** Answers with a server-sent event stream that stays open. */
  stream(req: Request, res: Response): void;
  close(): void;
}

/** A comment line now and then keeps proxies and idle timers from closing the stream. */
const heartbeatMs = 20_000;

export const createEvents = (changes: Changes): Events => {
  const open = new Set<Response>();
  const beat = setInterval(() => {
    for (const res of open) res.write(': still here\n\n');
  }, heartbeatMs);
  beat.unref();

  return {
    publish: (change) => {
      if (change.what === 'message') changes.note(change.placeId, change.messageId);
      if (change.what === 'reset') changes.clear();
      for (const res of open) res.write(`data: ${JSON.stringify(change)}\n\n`);
    },
    stream: (req, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      res.write('retry: 1000\n\n');
      open.add(res);
      req.on('close', () => open.delete(res));
    },
    close: () => {
      clearInterval(beat);
      for (const res of open) res.end();
      open.clear();
    },
  };
};
