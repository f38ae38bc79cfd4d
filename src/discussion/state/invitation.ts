/** Who is invited, what they answered, and who comes in their place: the fold of the events about invitations. */
import type { EventOf } from './event.ts';
import type { Participant, PersonId } from './people.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { Stamp } from './stamp.ts';

type InvitationReply =
  | { readonly answer: 'awaited' }
  | {
      readonly answer: 'accepted';
      /** Null: somebody else took the answer, and nobody has said so for themselves. */
      readonly hasAuthority: boolean | null;
      readonly taken?: Taken | undefined;
      readonly answers?: Readonly<Record<string, string>> | undefined;
    }
  | { readonly answer: 'declined'; readonly reason: string; readonly taken?: Taken | undefined };

/** Who took it by telephone, for somebody who could not press, and when. */
export interface Taken {
  readonly by: PersonId;
  readonly at: Instant;
}

export const takenIn = (event: { readonly byTelephone?: true | undefined }, { by, at }: Stamp): Taken | undefined =>
  event.byTelephone === true ? { by, at } : undefined;

/** There is one at most for an invitation. Proposed, they are sent nothing and may open nothing. */
export type Substitute =
  | { readonly standing: 'invited'; readonly participant: Participant }
  | {
      readonly standing: 'proposed' | 'turnedDown';
      readonly participant: Participant;
      readonly statedRole: string;
      /** Of the commit that proposed them. */
      readonly version: number;
    };
export type Proposed = Exclude<Substitute, { standing: 'invited' }>;

export interface Invitation {
  readonly participant: Participant;
  readonly reply: InvitationReply;
  /** The role they stand in for, when they were named by somebody who cannot come (S-2). */
  readonly substituteFor: string | null;
  /** Who was named to come instead. */
  readonly substitute: Substitute | null;
}

type Invitations = readonly Invitation[];

export const invited = (participant: Participant, substituteFor: string | null): Invitation => ({
  participant,
  reply: { answer: 'awaited' },
  substituteFor,
  substitute: null,
});

/** Whoever comes themselves proposes nobody. */
export const afterAccepting = (before: Invitations, event: EventOf<'invitationAccepted'>, stamp: Stamp): Invitations =>
  changed(before, event.personId, ({ substitute }) => ({
    reply: {
      answer: 'accepted',
      hasAuthority: event.hasAuthority,
      answers: event.answers,
      taken: takenIn(event, stamp),
    },
    substitute: substitute?.standing === 'invited' ? substitute : null,
  }));

/** A substitute who comes with it is invited in their place, unless they are invited already. */
export const afterDeclining = (
  before: Invitations,
  event: EventOf<'invitationDeclined'>,
  stamp: Stamp,
): Invitations => {
  const { personId, reason, substitute } = event;
  const after = changed(before, personId, () => ({
    reply: { answer: 'declined', reason, taken: takenIn(event, stamp) },
  }));
  return substitute === null ? after : standingIn(after, personId, substitute);
};

export const afterProposing = (
  before: Invitations,
  { personId, substitute: participant, statedRole }: EventOf<'substituteProposed'>,
  version: number,
): Invitations =>
  changed(before, personId, () => ({ substitute: { standing: 'proposed', participant, statedRole, version } }));

export const afterConfirming = (before: Invitations, { personId }: EventOf<'substituteConfirmed'>): Invitations => {
  const participant = before.find(({ participant: p }) => p.personId === personId)?.substitute?.participant;
  return participant === undefined ? before : standingIn(before, personId, participant);
};

export const afterTurningDown = (before: Invitations, { personId }: EventOf<'substituteTurnedDown'>): Invitations =>
  changed(before, personId, ({ substitute }) =>
    substitute?.standing === 'proposed' ? { substitute: { ...substitute, standing: 'turnedDown' } } : {},
  );

export const afterInviting = (before: Invitations, event: EventOf<'inviteeAdded'>): Invitations =>
  withOneMore(before, event.participant, event.substituteFor);

const standingIn = (before: Invitations, inPlaceOf: PersonId, participant: Participant): Invitations => {
  const role = before.find(({ participant: p }) => p.personId === inPlaceOf)?.participant.role ?? participant.role;
  const after = changed(before, inPlaceOf, () => ({ substitute: { standing: 'invited', participant } }));
  return withOneMore(after, participant, role);
};

const withOneMore = (before: Invitations, who: Participant, substituteFor: string | null): Invitations =>
  before.some((i) => i.participant.personId === who.personId) ? before : [...before, invited(who, substituteFor)];

const changed = (
  before: Invitations,
  who: PersonId,
  change: (invitation: Invitation) => Partial<Pick<Invitation, 'reply' | 'substitute'>>,
): Invitations => before.map((i) => (i.participant.personId === who ? { ...i, ...change(i) } : i));
