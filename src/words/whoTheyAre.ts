/** Whoever said or recorded something, as those taking part read of them. */
import { everKnown, type Discussion } from '../discussion/state/discussion.ts';
import type { PersonId } from '../discussion/state/people.ts';

const unknown = 'Somebody taking part';

export const nameOf = (d: Discussion, who: PersonId): string =>
  everKnown(d).find(({ personId }) => personId === who)?.name ?? unknown;

/** With their agency. */
export const nameAndAgency = (d: Discussion, who: PersonId): string => {
  const found = everKnown(d).find(({ personId }) => personId === who);
  return found === undefined ? unknown : `${found.name}, ${found.agency}`;
};
