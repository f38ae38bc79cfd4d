/** Whose seat of the minimum somebody could take: in their own right, or in another's place (S-2, Q-10). */
import type { Practice } from '../../practice/practice.ts';
import type { Discussion } from '../state/discussion.ts';
import { rolesOf, type Participant } from '../state/people.ts';
import { assessed } from './assessed.ts';

/** What somebody of these roles comes as in the place of `role`: the same, or what takes the same seat; null where they cannot. */
export const standsInAs = (
  roles: readonly string[],
  role: string,
  { d, practice }: { readonly d: Discussion; readonly practice: Practice },
): string | null => {
  if (roles.includes(role)) return role;
  const seats = assessed(d, practice).seats.filter((seat) => seat.roles.includes(role));
  if (seats.length === 0) return roles[0] ?? null;
  return roles.find((own) => seats.some((seat) => seat.roles.includes(own))) ?? null;
};

/** True of those on whose authority a decision may hang. */
export const couldTakeSeat = (
  d: Discussion,
  practice: Practice,
  who: Pick<Participant, 'personId' | 'role' | 'roles' | 'rank'>,
): boolean =>
  who.personId === d.chair.personId ||
  assessed(d, practice).seats.some(
    ({ roles, ranks }) =>
      rolesOf(who).some((role) => roles.includes(role)) || (who.rank !== null && ranks.includes(who.rank)),
  );
