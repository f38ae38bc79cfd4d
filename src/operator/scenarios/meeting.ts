/** A meeting that is held: those the standard wants are there, able to decide. */
import { assessed } from '../../discussion/matter/assessed.ts';
import type { Participant } from '../../discussion/state/people.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { convenor, seatHolders } from './cast.ts';
import { tell, type Told } from './told.ts';

/** The chair, and one person for each seat besides. */
export const quorate = (told: Told, at: Instant): Told => {
  const { discussion, practice } = told;
  if (discussion === null) return told;
  return present(told, [discussion.chair, ...seatHolders(assessed(discussion, practice))], at);
};

export const present = (told: Told, people: readonly Participant[], at: Instant): Told =>
  people.reduce(
    (before, participant) =>
      tell(
        before,
        convenor,
        {
          kind: 'recordAttendance',
          participant,
          mode: 'teams',
          hasAuthority: true,
          substituteFor: null,
          identified: null,
        },
        at,
      ),
    told,
  );
