import type { Instant } from '../../practice/time/instant.ts';
import type { PersonId } from './people.ts';

/** When and by whom an event was committed: what its payload leaves out because the commit already says it. */
export interface Stamp {
  readonly at: Instant;
  readonly by: PersonId;
  readonly version: number;
}
