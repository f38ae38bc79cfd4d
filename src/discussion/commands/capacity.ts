import type { Capacity } from './authority.ts';
import { actionNumbered } from '../state/agreedAction.ts';
import type { Discussion } from '../state/discussion.ts';
import { askedToAuthorise } from '../state/signing.ts';
import { decidersIn } from '../state/enquiryReport.ts';
import { isInvited, isKeptFrom, isPresent, participants } from '../state/discussion.ts';
import type { Notice } from '../state/notice.ts';
import { askedToTakeOver } from '../state/transfer.ts';
import { rolesOf, socialWorkRoles, type Actor, type PersonId } from '../state/people.ts';
import { unreachable } from '../../practice/language/unreachable.ts';

/** What a deed concerns besides the discussion: a message somebody was sent, a form somebody is filling in, or an action. */
export interface Concerned {
  readonly notice?: Notice;
  readonly form?: { readonly owner: PersonId };
  /** By its number. */
  readonly action?: number;
}

/** In what capacities the authenticated person acts on this discussion, which may not exist yet. */
export const capacitiesOf = (
  state: Discussion | null,
  actor: Actor,
  { notice, form, action }: Concerned = {},
): ReadonlySet<Capacity> => {
  const me = actor.personId;
  const held = new Set<Capacity>();
  if (actor.via === 'system') held.add('system');
  // Oversight included: what is restricted is there for those named in it only.
  if (state === null || !isKeptFrom(state, me)) {
    if (actor.rank !== null) held.add('manager');
    for (const office of actor.offices ?? []) held.add(office);
  }
  if (form?.owner === me) held.add('formOwner');
  if (state === null) return held;
  if (state.convenor.personId === me) held.add('convenor');
  if (state.chair.personId === me) held.add('chair');
  if (isInvited(state, me)) held.add('invitee');
  if (isPresent(state, me)) held.add('present');
  if (isSocialWorker(state, me)) held.add('socialWorker');
  if (state.referral.referrer.personId === me) held.add('referrer');
  if (decidersIn(state).some(({ personId }) => personId === me)) held.add('resultDecider');
  if (askedToTakeOver(state).some(({ personId }) => personId === me)) held.add('homeAuthority');
  if (askedToAuthorise(state).some(({ personId }) => personId === me)) held.add('authoriser');
  if (action !== undefined && actionNumbered(state, action)?.owner.personId === me) held.add('actionOwner');
  if (notice !== undefined && isAddressedTo(notice, state, me)) held.add('addressee');
  return held;
};

/** A manager who carries the case on for the time being counts as one. */
const isSocialWorker = (state: Discussion, me: PersonId): boolean => {
  if (state.handovers.findLast(({ part }) => part === 'socialWorker')?.to.personId === me) return true;
  const known = participants(state).find((p) => p.personId === me);
  return known !== undefined && socialWorkRoles.some((role) => rolesOf(known).includes(role));
};

/** Whoever it was sent to, and nobody on their behalf. */
const isAddressedTo = ({ recipient }: Notice, state: Discussion, me: PersonId): boolean => {
  switch (recipient.to) {
    case 'person':
      return recipient.personId === me;
    case 'referrer':
      return state.referral.referrer.personId === me;
    case 'place':
    case 'calendar':
    case 'serviceManager':
      return false;
    default:
      return unreachable('recipient', recipient);
  }
};
