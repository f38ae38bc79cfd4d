/** Those who take part as a standard sees them: one entry for each capacity, and one person however they were spelt. */
import type { Attendee, Mode } from '../../practice/language/vocabulary.ts';
import { rolesOf, type Participant } from '../state/people.ts';
import { onePersonEach } from '../state/samePerson.ts';

export interface TakingPart {
  readonly participant: Participant;
  readonly mode: Mode;
  /** They have said that they can decide for their agency. */
  readonly canDecide: boolean;
  readonly isChair: boolean;
  readonly substituteFor: string | null;
}

export const attendeesFrom = (all: readonly TakingPart[]): readonly Attendee[] => {
  const countedAs = onePersonEach(all.map(({ participant }) => participant));
  return all.flatMap(({ participant, mode, canDecide, isChair, substituteFor }) =>
    rolesOf(participant).map((role) => ({
      personId: countedAs.get(participant.personId) ?? participant.personId,
      role,
      mode,
      hasDecisionAuthority: canDecide,
      isChair,
      rank: participant.rank,
      ...(substituteFor === null ? {} : { substituteFor }),
    })),
  );
};
