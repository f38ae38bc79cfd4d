import { isFamily } from '../../practice/language/roles.ts';
import type { CommandOf } from './command.ts';
import type { OpenDiscussion } from '../state/discussion.ts';
import { invitationOf, isInvited } from '../state/discussion.ts';
import { accepted, refused, type Ruling } from './ruling.ts';

/** where somebody needed does not answer, another is asked, in their place or besides them. Never family (S-1). */
export const invite = (state: OpenDiscussion, { participant, insteadOf }: CommandOf<'invite'>): Ruling => {
  const { name, role } = participant;
  if (isFamily(role)) return refused({ code: 'familyInvited', rule: 'S-1', name });
  if (isInvited(state, participant.personId)) return refused({ code: 'alreadyInvited', name });
  const substituteFor = insteadOf === null ? null : (invitationOf(state, insteadOf)?.participant.role ?? null);
  return accepted({ type: 'inviteeAdded', participant, substituteFor });
};
