/**
 * Who comes instead of somebody who cannot (S-2). Nobody outside brings anybody in: whom an invitee names is proposed, and
 * invited when the convenor or chair confirms it; there is one at a time for an invitation.
 */
import { isFamily, isFamilyInWords } from '../../practice/language/roles.ts';
import { invitationOf, isInvited, type OpenDiscussion } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import { proposedIn } from '../matter/proposal.ts';
import type { Substitute } from '../state/invitation.ts';
import type { Actor, Participant, PersonId } from '../state/people.ts';
import type { CommandOf } from './command.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Ruling } from './ruling.ts';

type Naming =
  | { readonly invited: Participant | null; readonly proposed: readonly EventOf<'substituteProposed'>[] }
  | { readonly refusal: Refusal };

/** What naming this substitute for an invitee comes to. Whoever leads the discussion confirms by naming. */
export const naming = (
  state: OpenDiscussion,
  { substitute, statedRole = '' }: { readonly substitute: Participant; readonly statedRole?: string | undefined },
  { actor, inviteeId: personId }: { readonly actor: Actor; readonly inviteeId: PersonId },
): Naming => {
  if (isFamily(substitute.role)) return { refusal: { code: 'familyInvited', rule: 'S-1', name: substitute.name } };
  if (isFamilyInWords(statedRole)) return { refusal: { code: 'roleOfFamily', rule: 'S-1', role: statedRole } };
  const before = standingSubstitute(state, personId);
  if (before !== null && before.participant.personId !== substitute.personId) {
    const { standing, participant } = before;
    return { refusal: { code: 'substituteStands', name: participant.name, standing } };
  }
  if (leads(state, actor) || isInvited(state, substitute.personId)) return { invited: substitute, proposed: [] };
  if (before !== null) return { invited: null, proposed: [] };
  return { invited: null, proposed: [{ type: 'substituteProposed', personId, substitute, statedRole }] };
};

const leads = ({ convenor, chair }: OpenDiscussion, { personId }: Actor): boolean =>
  personId === convenor.personId || personId === chair.personId;

type Standing = Substitute & { readonly standing: 'proposed' | 'invited' };
const stands = (substitute: Substitute): substitute is Standing => substitute.standing !== 'turnedDown';

/** Who was named to come in somebody's place, unless they were turned down or cannot come either. */
export const standingSubstitute = (state: OpenDiscussion, who: PersonId): Standing | null => {
  const substitute = invitationOf(state, who)?.substitute ?? null;
  if (substitute === null || !stands(substitute)) return null;
  const { answer } = invitationOf(state, substitute.participant.personId)?.reply ?? { answer: 'awaited' };
  return answer === 'declined' ? null : substitute;
};

/** Confirmed, they are invited; turned down, the invitee may name another. */
export const answerProposal = (
  state: OpenDiscussion,
  { kind, proposal }: CommandOf<'confirmSubstitute' | 'turnDownSubstitute'>,
): Ruling => {
  const found = proposedIn(state, proposal);
  if (found === null) return refused({ code: 'noSuchProposal' });
  const { personId } = found.participant;
  return accepted({ type: kind === 'confirmSubstitute' ? 'substituteConfirmed' : 'substituteTurnedDown', personId });
};
