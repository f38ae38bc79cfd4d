/** The token for Microsoft Graph: the bot's own registration asks for it, so there is no second secret to keep. */
import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import type { GraphToken } from './graphClient.ts';

/** An app registration with a secret; a managed identity, which has its id but no password. */
export interface GraphIdentity {
  readonly appId: string;
  readonly tenantId: string;
  readonly password: string | null;
}

const scope = 'https://graph.microsoft.com/.default';

/** Asks Microsoft's sign-in, or answers from what it said last while that is still good. Rejects where it gives none. */
export const graphToken = (identity: GraphIdentity): GraphToken => {
  const credential = credentialFor(identity);
  return async (signal) => {
    const answer = await credential.getToken(scope, { abortSignal: signal });
    if (answer === null) throw new Error('no token');
    return answer.token;
  };
};

const credentialFor = ({ appId, tenantId, password }: GraphIdentity): TokenCredential =>
  password === null
    ? new ManagedIdentityCredential({ clientId: appId })
    : new ClientSecretCredential(tenantId, appId, password);
