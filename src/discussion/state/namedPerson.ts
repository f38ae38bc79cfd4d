import { personId, type PersonId } from './people.ts';

/**
 * The id of somebody who is in no directory and was named for one discussion: `REFERENCE:HOW:KEY`. `key` tells those
 * named apart; where it is the same for a repeat, so is the person. Stored in events, so its form stays.
 */
export const namedPersonId = (
  reference: string,
  how: 'invited' | 'attended' | 'substitute' | 'action' | 'transfer',
  key: string,
): PersonId => personId(`${reference}:${how}:${key}`);

/** In no directory: named for one discussion. The ids of a directory have no colon. */
export const isNamed = (id: PersonId): boolean => id.includes(':');
