/**
 * How much of the signed record somebody has: all of it who took part or carries the case; their own actions
 * who was absent and has some; what was decided, and their own agency’s part, who was invited and did not come.
 */
import { openActions } from '../state/agreedAction.ts';
import { isInvited, isKeptFrom, isPresent, leading, type Decided } from '../state/discussion.ts';
import type { PersonId } from '../state/people.ts';
import { leadSocialWorker } from '../state/responsible.ts';
import { askedToAuthorise, recordInForce } from '../state/signing.ts';

export type OwnEdition = 'full' | 'owner' | 'agency';

/** Null where they have none: nothing is signed, or they have no part in it. `isToFile`: a records officer has all of it. */
export const ownEdition = (d: Decided, who: PersonId, isToFile = false): OwnEdition | null => {
  if (recordInForce(d) === null) return null;
  if (isToFile && !isKeptFrom(d, who)) return 'full';
  const carriesOn = [...leading(d), leadSocialWorker(d), ...askedToAuthorise(d)];
  if (isPresent(d, who) || carriesOn.some(({ personId }) => personId === who)) return 'full';
  if (!isInvited(d, who)) return null;
  return openActions(d).some(({ owner }) => owner.personId === who) ? 'owner' : 'agency';
};
