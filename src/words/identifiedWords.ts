/** How somebody who is in no directory is known to be who they say. */
import { isNamed } from '../discussion/state/namedPerson.ts';
import type { Attendance, Identified, PersonId } from '../discussion/state/people.ts';

const identificationWords: Readonly<Record<Identified['how'], string>> = {
  idCardSeen: 'ID seen',
  calledBack: 'called back on their agency’s number',
  knownPersonally: 'known personally',
  otherwise: 'identified in another way',
};

/** `not in the directory: ID seen`, as everybody may see it; null for somebody of the directory. */
export const notListedWords = (who: PersonId, identified?: Identified): string | null => {
  if (!isNamed(who)) return null;
  return identified === undefined
    ? 'not in the directory'
    : `not in the directory: ${identificationWords[identified.how]}`;
};

/** With the number of the card, or who confirmed it: for those who lead. */
export const notListedInFull = ({ participant, identified }: Attendance): string | null => {
  const words = notListedWords(participant.personId, identified);
  const note = identified?.note ?? '';
  return words === null || note === '' ? words : `${words} (${note})`;
};
