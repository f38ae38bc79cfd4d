/** D-1, D-2: who disagrees with a decision, in their own words: for those taking part, and no veto on what keeps a child safe. */
import { everKnown, type Discussion } from '../discussion/state/discussion.ts';
import type { PersonId } from '../discussion/state/people.ts';
import { formatLondon } from '../practice/time/calendar.ts';

export interface Dissent {
  readonly who: string;
  readonly at: string;
  /** Null for the referrer: what they wrote went to the chair alone (N-6). */
  readonly words: string | null;
}

/** The oldest first. */
export const dissentsOf = (d: Discussion): readonly Dissent[] =>
  d.telling.voices
    .filter(({ kind }) => kind === 'disagrees')
    .map(({ by, at, text }) => ({
      who: whoIs(d, by),
      at: formatLondon(at),
      words: isReferrer(d, by) ? null : text,
    }));

export const dissentLine = ({ who, at, words }: Dissent): string =>
  words === null
    ? `${who} disagrees with the decision, ${at}. What they wrote went to the chair.`
    : `${who} disagrees with the decision, ${at}: ${words}`;

const isReferrer = ({ referral }: Discussion, by: PersonId): boolean => referral.referrer.personId === by;

const whoIs = (d: Discussion, by: PersonId): string => {
  if (isReferrer(d, by)) return 'The referrer';
  const person = everKnown(d).find(({ personId }) => personId === by);
  return person === undefined ? 'Somebody invited' : `${person.name}, ${person.agency}`;
};
