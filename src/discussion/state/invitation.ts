/** Who is invited, and what they answered: the fold of the events about invitations. */
import type { EventOf } from './event.ts';
import type { Participant } from './people.ts';

type InvitationReply =
  | { readonly answer: 'awaited' }
  | {
      readonly answer: 'accepted';
      readonly hasAuthority: boolean;
      readonly answers?: Readonly<Record<string, string>> | undefined;
    }
  | { readonly answer: 'declined'; readonly reason: string; readonly substitute: Participant | null };

export interface Invitation {
  readonly participant: Participant;
  readonly reply: InvitationReply;
  /** The role they stand in for, when they were named by somebody who cannot come (S-2). */
  readonly substituteFor: string | null;
}

type Invitations = readonly Invitation[];

export const invited = (participant: Participant, substituteFor: string | null): Invitation => ({
  participant,
  reply: { answer: 'awaited' },
  substituteFor,
});

export const afterAccepting = (before: Invitations, event: EventOf<'invitationAccepted'>): Invitations =>
  withReply(before, event.personId, { answer: 'accepted', hasAuthority: event.hasAuthority, answers: event.answers });

/** A substitute who is named is invited in their place, unless they are invited already. */
export const afterDeclining = (before: Invitations, event: EventOf<'invitationDeclined'>): Invitations => {
  const { personId, reason, substitute } = event;
  const after = withReply(before, personId, { answer: 'declined', reason, substitute });
  const instead = after.find((i) => i.participant.personId === personId)?.participant.role;
  return substitute === null ? after : withOneMore(after, substitute, instead ?? substitute.role);
};

export const afterInviting = (before: Invitations, event: EventOf<'inviteeAdded'>): Invitations =>
  withOneMore(before, event.participant, event.substituteFor);

const withOneMore = (before: Invitations, who: Participant, substituteFor: string | null): Invitations =>
  before.some((i) => i.participant.personId === who.personId) ? before : [...before, invited(who, substituteFor)];

const withReply = (before: Invitations, personId: string, reply: InvitationReply): Invitations =>
  before.map((i) => (i.participant.personId === personId ? { ...i, reply } : i));
