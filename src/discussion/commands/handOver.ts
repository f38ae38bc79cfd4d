/**
 * Somebody answers for a discussion in the place of somebody else: the chair as the standard allows (CH-*), the convenor a
 * manager (C-1), and whoever carries the case on somebody of social work.
 */
import { assessed } from '../matter/assessed.ts';
import type { Practice } from '../../practice/practice.ts';
import { roleWordsIn } from '../../practice/language/roles.ts';
import { everKnown, type Discussion } from '../state/discussion.ts';
import { holderOf } from '../state/handover.ts';
import type { HandedPart } from '../state/handoverEvents.ts';
import { isNamed } from '../state/namedPerson.ts';
import { rolesOf, socialWorkRoles, type Actor, type Participant } from '../state/people.ts';
import type { CommandOf } from './command.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import { unreachable } from '../../practice/language/unreachable.ts';

export const handOver = (
  state: Discussion,
  { part, to, reason, seen }: CommandOf<'handOver'>,
  { actor, practice }: Context,
): Ruling => {
  const fault = holderFault(state, part, to, practice);
  // Whom it does not concern learns nothing by asking for the chair, not even that there is a discussion.
  if (fault !== null && !isKnown(state, actor))
    return refused({ code: 'unknownDiscussion', reference: state.reference });
  if (state.stage === 'stoodDown') return refused({ code: 'tooLate', command: 'handOver', stage: state.stage });
  const from = holderOf(state, part);
  if (state.handovers.slice(seen).some((earlier) => earlier.part === part))
    return refused({ code: 'handedOverMeanwhile', part, name: from.name });
  if (from.personId === to.personId) return refused({ code: 'alreadyTheirs', part, name: to.name });
  if (fault !== null) return refused(fault);
  return accepted({ type: 'handedOver', part, from, to, reason });
};

/** They are in the directory no more: nothing is to be owed by or to them. Reported again, it has been seen to. */
export const replaceLeaver = (
  state: Discussion,
  { part, leaver, to }: CommandOf<'replaceLeaver'>,
  { practice }: Context,
): Ruling => {
  if (state.stage === 'stoodDown') return refused({ code: 'tooLate', command: 'replaceLeaver', stage: state.stage });
  const from = holderOf(state, part);
  if (from.personId !== leaver) return refused({ code: 'notAskedHere' });
  const fault = holderFault(state, part, to, practice);
  if (fault !== null) return refused(fault);
  return accepted({ type: 'handedOver', part, from, to, reason: '', hasLeft: true });
};

const isKnown = (state: Discussion, { personId }: Actor): boolean =>
  everKnown(state).some((each) => each.personId === personId);

/** Why somebody cannot have it; null where they can. */
export const holderFault = (
  state: Discussion,
  part: HandedPart,
  to: Participant,
  practice: Practice,
): Refusal | null => {
  switch (part) {
    case 'chair':
      return notListed(to) ?? chairFault(state, to, practice);
    case 'convenor':
      return notListed(to) ?? (to.rank === null ? { code: 'notAManager', rule: 'C-1', name: to.name } : null);
    case 'socialWorker':
      return isOfSocialWork(to) ? null : notOfSocialWork(to, practice);
    default:
      return unreachable('part', part);
  }
};

/** Whoever leads has to be able to sign in. */
const notListed = ({ personId, name }: Participant): Refusal | null =>
  isNamed(personId) ? { code: 'notInDirectory', name } : null;

const chairFault = (state: Discussion, to: Participant, practice: Practice): Refusal | null => {
  const may = assessed(state, practice).mayChair(to);
  return may.eligible ? null : { code: 'chairNotEligible', rule: may.rule, name: to.name, ranks: may.ranksAllowed };
};

/** A manager holds a case while it is given to nobody. */
const isOfSocialWork = (to: Participant): boolean =>
  to.rank !== null || socialWorkRoles.some((role) => rolesOf(to).includes(role));

const notOfSocialWork = (to: Participant, practice: Practice): Refusal => {
  const words = (role: string): string => roleWordsIn(practice, role);
  return { code: 'roleNotTheirs', name: to.name, role: words('socialWorker'), roles: rolesOf(to).map(words) };
};
