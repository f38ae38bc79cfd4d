import { assessed } from '../matter/assessed.ts';
import type { CommandOf } from './command.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import type { OpenDiscussion } from '../state/discussion.ts';
import type { DiscussionEvent } from '../state/event.ts';
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

/** information is shared whenever somebody has it. */
const sentAhead = (
  personId: PersonId,
  { information, proposedActions }: NonNullable<CommandOf<'decline'>['written']>,
): DiscussionEvent =>
  proposedActions === ''
    ? { type: 'informationShared', personId, text: information }
    : { type: 'writtenInformationGiven', personId, information, proposedActions };

/** S-2: where the standard says so, somebody who cannot come names a substitute, unless their agency writes (S-3). */
export const decline = (state: OpenDiscussion, command: CommandOf<'decline'>, context: Context): Ruling => {
  const { reason, substitute, written } = command;
  const { personId } = context.actor;
  const asked = assessed(state, context.practice).asked('decline');
  const rule = asked.find(({ name }) => name === 'substitute')?.rules[0];
  const isNamed = substitute !== null || standingSubstitute(state, personId) !== null;
  if (!isNamed && written === null && rule !== undefined) return refused({ code: 'substituteRequired', rule });
  if (substitute?.personId === personId) return refused({ code: 'substituteRequired', rule: rule ?? 'S-2' });
  const instead = substitute === null ? null : naming(state, { ...command, substitute }, context);
  if (instead !== null && 'refusal' in instead) return refused(instead.refusal);
  return accepted(
    { type: 'invitationDeclined', personId, reason, substitute: instead?.invited ?? null },
    ...(instead?.proposed ?? []),
    ...(written === null ? [] : [{ type: 'writtenInformationGiven' as const, personId, ...written }]),
  );
};
