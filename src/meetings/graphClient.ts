/**
 * One request to Microsoft Graph, once: the client's own handlers that repeat and redirect are left out, because the
 * outbox does the repeating and knows about it. Never rejects, and says nothing of the token or of what was sent.
 */
import { Client, ResponseType, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { millis, type Instant, second } from '../practice/time/instant.ts';

/** Rejects where there is none to be had. */
export type GraphToken = (signal: AbortSignal) => Promise<string>;

export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version, its parts already encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export type GraphAnswer =
  | {
      readonly answered: true;
      readonly status: number;
      /** Graph's own code for a failure, such as `ErrorItemNotFound`; null with anything else. */
      readonly code: string | null;
      readonly retryAfterMs: number | null;
      readonly body: unknown;
    }
  /** `detail` says why, for an operator. */
  | { readonly answered: false; readonly detail: string };

export interface GraphEdges {
  readonly token: GraphToken;
  readonly clock: () => Instant;
  /** Where Graph is; Microsoft's own service unless given. */
  readonly baseUrl?: string;
  /** Milliseconds for one request, and as much for a token. Five requests and a token fit a notice's lease. */
  readonly timeoutMs?: number;
}

const usualTimeoutMs = 9_000;
const microsoft = 'https://graph.microsoft.com/';

export const createGraphClient = (edges: GraphEdges): ((call: GraphCall) => Promise<GraphAnswer>) => {
  const { token, clock, baseUrl = microsoft, timeoutMs = usualTimeoutMs } = edges;
  const client = Client.initWithMiddleware({ baseUrl, defaultVersion: 'v1.0', middleware: once(timeoutMs) });

  return async ({ method, path, query = {}, body }) => {
    const bearer = await soon(token, timeoutMs).catch(() => null);
    if (bearer === null) return { answered: false, detail: 'Microsoft’s sign-in gave no token for the calendar' };
    const request = client
      .api(path)
      .query(query)
      .header('Authorization', `Bearer ${bearer}`)
      // Times come back in a zone we can read without a table of Windows names.
      .header('Prefer', 'outlook.timezone="UTC"')
      .responseType(ResponseType.RAW);
    try {
      const calls = {
        GET: () => request.get(),
        DELETE: () => request.delete(),
        POST: () => request.post(body ?? {}),
        PATCH: () => request.patch(body ?? {}),
      };
      const response = (await calls[method]()) as Response;
      const text = await response.text();
      return {
        answered: true,
        status: response.status,
        code: codeOf(text),
        retryAfterMs: retryAfterMs(response.headers.get('retry-after'), clock()),
        body: jsonOrNull(text),
      };
    } catch {
      return { answered: false, detail: 'Microsoft Graph did not answer' };
    }
  };
};

/** The end of the chain, and all there is of it. The token is meant for this address and no other. */
const once = (timeoutMs: number): Middleware => ({
  execute: async (context: Context) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const options = { ...context.options, redirect: 'manual', signal } as RequestInit;
    context.response = await fetch(context.request as string, options);
  },
});

const soon = (token: GraphToken, timeoutMs: number): Promise<string> => {
  const signal = AbortSignal.timeout(timeoutMs);
  const tooLong = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('it took too long')));
  });
  return Promise.race([token(signal), tooLong]);
};

const failure = z.looseObject({ error: z.looseObject({ code: z.string().regex(/^[\w.]{1,80}$/) }) });

const codeOf = (text: string): string | null => failure.safeParse(jsonOrNull(text)).data?.error.code ?? null;

/** `Retry-After` in seconds or as a date, as milliseconds from now; null where it is missing or says nothing usable. */
const retryAfterMs = (value: string | null, now: Instant): number | null => {
  if (value === null || value.trim() === '') return null;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * second : Date.parse(value) - millis(now);
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
};

const jsonOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
