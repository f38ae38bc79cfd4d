import { mayDo, may, type Capacity, type Deed } from './authority.ts';
import type { CommandKind } from './command.ts';
import type { Discussion } from '../state/discussion.ts';
import { isInvited, isPresent, participants } from '../state/discussion.ts';
import { socialWorkRoles, type Actor } from '../state/people.ts';
import type { Refusal } from './refusal.ts';

/** In what capacities the authenticated person acts on this discussion; before one exists, only `manager` is possible. */
export const capacitiesOf = (state: Discussion | null, actor: Actor): ReadonlySet<Capacity> => {
  const held = new Set<Capacity>();
  if (actor.rank !== null) held.add('manager');
  if (state === null) return held;
  const me = actor.personId;
  if (state.convenor.personId === me) held.add('convenor');
  if (state.chair.personId === me) held.add('chair');
  if (isInvited(state, me)) held.add('invitee');
  if (isPresent(state, me)) held.add('present');
  const known = participants(state).find((p) => p.personId === me);
  if (known !== undefined && socialWorkRoles.some((role) => role === known.role)) held.add('socialWorker');
  return held;
};

/** Null when the table of `practice/access.ts` allows it; decided from who they are, whatever button they saw. */
export const forbidden = (deed: Deed, command: CommandKind, state: Discussion | null, actor: Actor): Refusal | null =>
  may(deed, capacitiesOf(state, actor)) ? null : { code: 'notAllowed', command, allowed: mayDo[deed] };
