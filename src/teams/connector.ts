/**
 * The Bot Connector's REST interface, called directly: one attempt is one HTTP request. The SDK's own client repeats a
 * failed request up to three times by itself, which takes seconds and may post twice without anybody knowing.
 */
import type { CloudAdapter, ConversationReference } from 'botbuilder';
import { z } from 'zod';

export interface Called {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly serviceUrl: string;
  /** Below `serviceUrl`, its parts already encoded. */
  readonly path: string;
  readonly body?: object;
}

export type Outcome =
  | { readonly answered: true; readonly status: number; readonly retryAfter: string | null; readonly body: unknown }
  /** No answer. `reached`: the request may have arrived all the same. */
  | { readonly answered: false; readonly reached: boolean; readonly detail: string };

/** Never rejects. Takes at most `timeoutMs` for the request, and as much for a token where the last has run out. */
export type Connector = (call: Called) => Promise<Outcome>;

/** What the adapter's credentials need of a request in order to sign it. */
interface Signable {
  readonly headers: { set(name: string, value: string): void };
}
interface Credentials {
  signRequest(request: Signable): Promise<unknown>;
}

const usualTimeoutMs = 10_000;
/** A connection that was never made carried no message. */
const neverReached = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];
const failure = z.looseObject({ cause: z.looseObject({ code: z.string() }) });

export const createConnector = (edges: {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}): Connector => {
  const { adapter, appId, timeoutMs = usualTimeoutMs } = edges;
  let known: Promise<Credentials> | null = null;

  const credentials = (serviceUrl: string): Promise<Credentials> => {
    known ??= credentialsOf(adapter, appId, serviceUrl);
    return known;
  };

  const headersFor = async (serviceUrl: string): Promise<Headers> => {
    const headers = new Headers({ 'content-type': 'application/json', accept: '*/*' });
    const signed = credentials(serviceUrl).then((c) => c.signRequest({ headers }));
    await within(timeoutMs, (tooLong) => Promise.race([signed, rejectedBy(tooLong)]));
    return headers;
  };

  return async ({ method, serviceUrl, path, body }) => {
    let headers: Headers;
    try {
      headers = await headersFor(serviceUrl);
    } catch {
      // Asked anew next time. The error itself may quote the request for the token.
      known = null;
      return { answered: false, reached: false, detail: 'Microsoft’s sign-in gave the bot no token' };
    }
    try {
      return await within(timeoutMs, async (signal) => {
        const response = await fetch(`${serviceUrl.replace(/\/+$/, '')}/${path}`, {
          method,
          headers,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          // The token is meant for this address and no other.
          redirect: 'manual',
          signal,
        });
        return {
          answered: true,
          status: response.status,
          retryAfter: response.headers.get('retry-after'),
          body: jsonOrNull(await response.text()),
        };
      });
    } catch (error) {
      const read = failure.safeParse(error);
      const reached = !read.success || !neverReached.includes(read.data.cause.code);
      return { answered: false, reached, detail: reached ? 'Teams did not answer' : 'Teams could not be reached' };
    }
  };
};

/** The SDK keeps the credentials to itself; the client it makes for a turn has them. */
const credentialsOf = async (adapter: CloudAdapter, appId: string, serviceUrl: string): Promise<Credentials> => {
  const reference = {
    channelId: 'msteams',
    serviceUrl,
    conversation: { id: 'none' },
  } as Partial<ConversationReference>;
  const found: Credentials[] = [];
  await adapter.continueConversationAsync(appId, reference, (context) => {
    const client = context.turnState.get<{ credentials: Credentials } | undefined>(adapter.ConnectorClientKey);
    if (client !== undefined) found.push(client.credentials);
    return Promise.resolve();
  });
  const [credentials] = found;
  if (credentials === undefined) throw new Error('the adapter has no credentials');
  return credentials;
};

/** The signal is given after so long, and never once the work has ended: a timer left behind would hold all it knows. */
const within = async <T>(ms: number, work: (tooLong: AbortSignal) => Promise<T>): Promise<T> => {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(new Error('it took too long')), ms);
  try {
    return await work(over.signal);
  } finally {
    clearTimeout(timer);
  }
};

const rejectedBy = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

const jsonOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
