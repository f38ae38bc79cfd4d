/** Everybody in the directory as they could be asked now: on duty or not, and how they would be told. */
import { personId } from '../discussion/state/people.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Directory, DirectoryPerson } from './directory.ts';
import { reachedBy, type Reached } from './reach.ts';
import type { OnDuty } from './rota.ts';

export interface Available {
  readonly person: DirectoryPerson;
  readonly onDuty: readonly OnDuty[];
  readonly reached: Reached;
}

/** By name. */
export const availableNow = async (
  directory: Pick<Directory, 'all' | 'onDuty' | 'byId' | 'inboxOf'>,
  now: Instant,
): Promise<readonly Available[]> => {
  const [people, onDuty] = await Promise.all([directory.all(), directory.onDuty(now)]);
  return Promise.all(
    people.map(async (person) => ({
      person,
      onDuty: onDuty.filter((duty) => duty.personId === person.id),
      reached: await reachedBy({ ...person, personId: personId(person.id) }, directory),
    })),
  );
};
