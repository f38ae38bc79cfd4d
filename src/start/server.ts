/** The HTTP side: the bot's endpoint, health, whatever pages the mode adds, and last an answer that hides what went wrong. */
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import helmet from 'helmet';
import { z } from 'zod';
import { isOperator } from '../door/operator.ts';
import type { Ready } from './readiness.ts';

export interface ServerEdges {
  /** Handles one activity: the SDK's adapter reads the request and writes the response. */
  readonly onActivity: (request: Request, response: Response) => Promise<void>;
  /** Who may come in to it at all. */
  readonly door: readonly RequestHandler[];
  /** How many proxies stand before this process: what they say of a caller's address is believed. */
  readonly proxies: number;
  /** With it, the operator hears how the notices stand from elsewhere too; null: on this machine only. */
  readonly operatorToken: string | null;
  /** How the notices and the file stand; rejects while the data cannot be used, and then nobody should be sent here. */
  readonly ready: () => Promise<Ready>;
  readonly pages: readonly { readonly path: string; readonly router: Router }[];
  readonly home: string | null;
  readonly fault: (error: unknown) => string;
}

export const createServer = (edges: ServerEdges): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', edges.proxies);
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (request, response) => {
    const found = await edges.ready().catch((error: unknown) => ({ fault: edges.fault(error) }));
    const ready = !('fault' in found);
    response
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ready' : 'not ready', ...(isOperator(request, edges.operatorToken) ? found : {}) });
  });
  app.post('/api/messages', ...edges.door, (request, response) => edges.onActivity(request, response));
  for (const { path, router } of edges.pages) app.use(path, router);
  app.use(helmet());
  const { home } = edges;
  if (home !== null) app.get('/', (_request, response) => response.redirect(home));
  app.use((_request, response) => void response.status(404).json({ error: 'There is nothing here.' }));
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    if (isClientFault(error))
      return void response.status(error.status).json({ error: 'The request could not be read.' });
    response.status(500).json({ error: `Something went wrong. Quote ${edges.fault(error)} to your administrator.` });
  });
  return app;
};

/** Bodies that are too large or not JSON are the sender's doing, and express says so with a 4xx status. */
const isClientFault = (error: unknown): error is { status: number } => {
  const read = z.looseObject({ status: z.number().min(400).max(499) }).safeParse(error);
  return read.success;
};
