/** A token for the bot’s own registration, asked of Microsoft’s sign-in as the product would, and what is said in it. */
import { z } from 'zod';
import type { Around, Deployment } from './deployment.ts';
import { asked } from './asked.ts';

const signIn = 'https://login.microsoftonline.com';

export type Token =
  | { readonly ok: true; readonly token: string; readonly claims: Claims }
  /** Microsoft’s own number for it, such as AADSTS7000215; null where it gave none. */
  | { readonly ok: false; readonly code: string | null; readonly because: string };

const claimsShape = z.looseObject({
  tid: z.string().optional(),
  appid: z.string().optional(),
  roles: z.array(z.string()).default([]),
});
type Claims = z.output<typeof claimsShape>;

export const tokenFor = async (
  scope: string,
  { registration: { appId, tenantId, password } }: Deployment,
  around: Pick<Around, 'fetch' | 'identityToken'>,
): Promise<Token> => {
  if (password === null) return ofIdentity(appId, scope, around);
  const form = { grant_type: 'client_credentials', client_id: appId, client_secret: password, scope };
  const answer = await asked(around.fetch, `${signIn}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  if (!answer.ok) return { ok: false, code: null, because: `Microsoft’s sign-in was not reached: ${answer.because}` };
  return read(await answer.response.text(), answer.response.status);
};

const ofIdentity = async (appId: string, scope: string, { identityToken }: Pick<Around, 'identityToken'>) => {
  try {
    return understood(await identityToken(appId, scope));
  } catch {
    return { ok: false, code: null, because: 'this machine has no managed identity of that id' } as const;
  }
};

const answerShape = z.object({ access_token: z.string() });
const refusalShape = z.object({ error: z.string(), error_description: z.string().default('') });

const read = (text: string, status: number): Token => {
  const body = jsonOrNull(text);
  const given = answerShape.safeParse(body);
  if (given.success) return understood(given.data.access_token);
  const refused = refusalShape.safeParse(body);
  if (!refused.success) return { ok: false, code: null, because: `Microsoft’s sign-in answered ${status}` };
  const code = /AADSTS\d+/.exec(refused.data.error_description)?.[0] ?? null;
  return { ok: false, code, because: `Microsoft’s sign-in refused it: ${code ?? refused.data.error}` };
};

const understood = (token: string): Token => {
  const [, payload = ''] = token.split('.');
  const claims = claimsShape.safeParse(jsonOrNull(Buffer.from(payload, 'base64url').toString()));
  return claims.success
    ? { ok: true, token, claims: claims.data }
    : { ok: false, code: null, because: 'the token that was given cannot be read' };
};

const jsonOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
