/** Where an account is, and what the SDK's errors mean: its codes, and one sentence for the operator. */
import { StoreUnavailable } from '../unavailable.ts';

export interface CosmosPlace {
  /** The account's address, such as https://example.documents.azure.com. */
  readonly endpoint: string;
  readonly database: string;
  readonly container: string;
  /** Null where this machine's managed identity is used. */
  readonly key: string | null;
  /** Written on everything; nothing of another authority is ever read. Lower-case letters, digits and hyphens. */
  readonly authorityId: string;
}

/** The HTTP status, or the system's code, of whatever the SDK threw. */
export const codeOf = (error: unknown): number | string | null => {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'number' || typeof error.code === 'string' ? error.code : null;
};

/** Runs `work`, and answers `otherwise` where the service says one of `codes`; other errors stay errors. */
export const unless = async <T, U>(codes: readonly number[], otherwise: U, work: () => Promise<T>): Promise<T | U> => {
  try {
    return await work();
  } catch (error) {
    if (codes.some((code) => code === codeOf(error))) return otherwise;
    throw error;
  }
};

/** Says what an error of the account means; one that says nothing about the account is returned as it is. */
export const cosmosUnavailable = (place: CosmosPlace, error: unknown): unknown => {
  if (error instanceof StoreUnavailable) return error;
  const sentence = because(place, error);
  return sentence === null ? error : new StoreUnavailable(sentence, { cause: error });
};

export const unreachable = ({ endpoint }: CosmosPlace): string =>
  `Cosmos DB at ${endpoint} cannot be reached. Check COSMOS_ENDPOINT, the network and the account's firewall.`;

const network: readonly (number | string | null)[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'TimeoutError',
];
const withoutIdentity: readonly string[] = [
  'AggregateAuthenticationError',
  'CredentialUnavailableError',
  'AuthenticationError',
];

const because = (place: CosmosPlace, error: unknown): string | null => {
  const { endpoint, key } = place;
  const code = codeOf(error);
  if (code === 401 || code === 403) {
    return key === null
      ? `Cosmos DB at ${endpoint} does not let this machine's managed identity in. Grant it the role Cosmos DB Built-in Data Contributor.`
      : `Cosmos DB at ${endpoint} refuses the key in COSMOS_KEY. Set it to a key of this account that may write.`;
  }
  if (code === 429 || code === 503) {
    return `Cosmos DB at ${endpoint} is too busy to answer. Raise the container's throughput, or try again later.`;
  }
  if (error instanceof Error && withoutIdentity.includes(error.name)) {
    return `This machine has no managed identity to open Cosmos DB at ${endpoint} with. Give it one, or set COSMOS_KEY.`;
  }
  if (network.includes(code)) return unreachable(place);
  if (typeof code === 'string' && /CERT|TLS|SIGNATURE/.test(code)) {
    return `This machine does not trust the certificate of ${endpoint} (${code}). Check COSMOS_ENDPOINT; where your network inspects TLS, set NODE_EXTRA_CA_CERTS to the file with its certificate.`;
  }
  // The SDK parses whatever it is sent, a web page too.
  if (typeof code === 'number' || code === 'EPROTO' || error instanceof SyntaxError) {
    return `What answers at ${endpoint} is not Cosmos DB, or is out of order${code === null ? '' : ` (${code})`}. Check COSMOS_ENDPOINT.`;
  }
  return null;
};
