/**
 * What the account must promise, whatever is in it. The store relies on an item being created once (409) and replaced by
 * one writer (`ifMatch`), and answers people from what it reads: `infra/cosmos.md` says why that needs this much.
 */
import type { CosmosPlace } from './fault.ts';
import { isLoopbackUrl } from '../loopback.ts';

/** The account's own description has these, and much else. */
interface Promises {
  readonly consistencyPolicy: string;
  readonly enableMultipleWritableLocations: boolean;
}

/** Levels at which every read, on any instance, sees what has been acknowledged in the write region. */
const enough: readonly string[] = ['Strong', 'BoundedStaleness'];

/**
 * Why the account cannot be used, in one sentence for the operator; null when it can. A server on this machine, such as
 * the emulator, holds one copy: there is no older one to read, whatever it says of its consistency.
 */
export const accountFault = ({ endpoint }: Pick<CosmosPlace, 'endpoint'>, account: Promises): string | null => {
  if (account.enableMultipleWritableLocations) {
    return `Cosmos DB at ${endpoint} accepts writes in several regions, where two decisions could both be recorded as one. Switch multi-region writes off for this account.`;
  }
  if (isLoopbackUrl(endpoint) || enough.includes(account.consistencyPolicy)) return null;
  return `Cosmos DB at ${endpoint} has the default consistency ${account.consistencyPolicy}, with which one instance may not see what another has recorded. Set it to Strong or Bounded Staleness.`;
};
