import type { Practice } from '../practice/practice.ts';
import type { Attendee } from '../practice/vocabulary.ts';
import { missingSeats, quorumOf } from './decision.ts';
import type { Discussion } from './discussion.ts';
import type { Invitation } from './invitation.ts';
import type { Participant } from './people.ts';
import type { MissingSeat } from './refusal.ts';

/** The chair, and everybody invited of whom `counts` is true, as if they had come able to decide. */
export const ifTheyCame = (d: Discussion, counts: (invitation: Invitation) => boolean): readonly Attendee[] => [
  { ...came(d.chair), isChair: true },
  ...d.invitations
    .filter((i) => i.participant.personId !== d.chair.personId && counts(i))
    .map(({ participant, substituteFor }): Attendee => ({
      ...came(participant),
      isChair: false,
      ...(substituteFor === null ? {} : { substituteFor }),
    })),
];

const came = ({ personId, role, rank }: Participant) => ({
  personId,
  role,
  mode: 'teams' as const,
  hasDecisionAuthority: true,
  rank,
});

/** the seats for which nobody has yet said that they are coming and can decide. */
export const seatsNotPromised = (d: Discussion, practice: Practice): readonly MissingSeat[] =>
  missingSeats(
    quorumOf(
      d,
      practice,
      ifTheyCame(d, ({ reply }) => reply.answer === 'accepted' && reply.hasAuthority),
    ),
  );
