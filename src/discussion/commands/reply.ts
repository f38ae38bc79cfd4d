import { assessed } from '../matter/assessed.ts';
import type { CommandOf } from './command.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import { isInvited, type OpenDiscussion } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import type { PersonId } from '../state/people.ts';
import { naming, standingSubstitute } from './substitute.ts';

export const accept = (
  _state: OpenDiscussion,
  { hasAuthority, answers = {}, written = null }: CommandOf<'accept'>,
  { actor: { personId } }: Context,
): Ruling =>
  accepted(
    {
      type: 'invitationAccepted',
      personId,
      hasAuthority,
      ...(Object.keys(answers).length === 0 ? {} : { answers }),
    },
    ...(written === null ? [] : [sentAhead(personId, written)]),
  );

/** Whoever cannot press answers by telephone, and another records it. What only they can say of themselves stays open. */
export const takeReply = (state: OpenDiscussion, command: CommandOf<'takeReply'>, context: Context): Ruling => {
  const { of: personId, isComing, written } = command;
  if (!isInvited(state, personId)) return refused({ code: 'notInvited' });
  const byTelephone = true;
  if (!isComing) return declining(state, { ...command, personId, byTelephone }, context);
  return accepted(
    { type: 'invitationAccepted', personId, hasAuthority: null, byTelephone },
    ...(written === null ? [] : [{ ...sentAhead(personId, written), byTelephone } as const]),
  );
};

/** information is shared whenever somebody has it. */
const sentAhead = (
  personId: PersonId,
  { information, proposedActions }: NonNullable<CommandOf<'decline'>['written']>,
): EventOf<'informationShared' | 'writtenInformationGiven'> =>
  proposedActions === ''
    ? { type: 'informationShared', personId, text: information }
    : { type: 'writtenInformationGiven', personId, information, proposedActions };

/** S-2: where the standard says so, somebody who cannot come names a substitute, unless their agency writes (S-3). */
export const decline = (state: OpenDiscussion, command: CommandOf<'decline'>, context: Context): Ruling =>
  declining(state, { ...command, personId: context.actor.personId }, context);

type Declined = Pick<CommandOf<'decline'>, 'reason' | 'substitute' | 'statedRole' | 'written'> & {
  readonly personId: PersonId;
  readonly byTelephone?: true;
};

const declining = (state: OpenDiscussion, declined: Declined, context: Context): Ruling => {
  const { personId, reason, substitute, statedRole, written } = declined;
  const taken = declined.byTelephone === true ? { byTelephone: true as const } : {};
  const asked = assessed(state, context.practice).asked('decline');
  const rule = asked.find(({ name }) => name === 'substitute')?.rules[0];
  const isNamed = substitute !== null || standingSubstitute(state, personId) !== null;
  if (!isNamed && written === null && rule !== undefined) return refused({ code: 'substituteRequired', rule });
  if (substitute?.personId === personId) return refused({ code: 'substituteRequired', rule: rule ?? 'S-2' });
  const instead =
    substitute === null
      ? null
      : naming(state, { substitute, statedRole }, { actor: context.actor, inviteeId: personId });
  if (instead !== null && 'refusal' in instead) return refused(instead.refusal);
  return accepted(
    { type: 'invitationDeclined', personId, reason, substitute: instead?.invited ?? null, ...taken },
    ...(instead?.proposed ?? []),
    ...(written === null ? [] : [{ type: 'writtenInformationGiven' as const, personId, ...written, ...taken }]),
  );
};
