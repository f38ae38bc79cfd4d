/** What another server answers, asked once and not waited for for ever. */
import type { Around } from './deployment.ts';

/** Milliseconds; a deployment that is slower than this will not do. */
export const patienceMs = 10_000;

export type Answered =
  { readonly ok: true; readonly response: Response } | { readonly ok: false; readonly because: string };

/** Redirects are not followed: they are an answer of their own. */
export const asked = async (request: Around['fetch'], url: string, init: RequestInit = {}): Promise<Answered> => {
  try {
    const response = await request(url, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs), ...init });
    return { ok: true, response };
  } catch (error) {
    return { ok: false, because: reason(error) };
  }
};

/** `fetch` says what went wrong in its cause: `ENOTFOUND`, `CERT_HAS_EXPIRED`. */
const reason = (error: unknown): string => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error instanceof Error && error.name === 'TimeoutError' ? `no answer in ${patienceMs / 1000} s` : 'no answer';
};
