/** Who has answered for what: each part of a discussion that can be handed over, and the history of it. */
import type { Discussion } from './discussion.ts';
import type { EventOf } from './event.ts';
import type { HandedPart, Handover } from './handoverEvents.ts';
import { invited, type Invitation } from './invitation.ts';
import type { Participant, PersonId } from './people.ts';
import { leadSocialWorker } from './responsible.ts';
import type { Stamp } from './stamp.ts';
import { unreachable } from '../../practice/language/unreachable.ts';

/** Who has it now. */
export const holderOf = (d: Discussion, part: HandedPart): Participant =>
  part === 'socialWorker' ? leadSocialWorker(d) : d[part];

export const afterHandover = (
  before: Discussion,
  { type: _, ...handed }: EventOf<'handedOver'>,
  { at, by, version }: Stamp,
): Discussion => {
  const state = { ...before, handovers: [...before.handovers, { ...handed, at, by, version }] };
  switch (handed.part) {
    case 'convenor':
      return { ...state, convenor: handed.to };
    case 'chair':
      return { ...state, chair: handed.to };
    case 'socialWorker':
      return { ...state, invitations: comingInstead(before, handed) };
    default:
      return unreachable('part', handed.part);
  }
};

/** Whoever carries the case on is invited in the place of whoever did; a chair who did so for want of one still chairs. */
const comingInstead = (
  { invitations, chair }: Discussion,
  { from, to }: Pick<Handover, 'from' | 'to'>,
): readonly Invitation[] => {
  const isTheirs = ({ participant }: Invitation): boolean =>
    participant.personId === from.personId && participant.personId !== chair.personId;
  const fresh = invitations.some(({ participant }) => participant.personId === to.personId) ? [] : [to];
  const left = invitations.find(isTheirs);
  const all = left === undefined ? [...invitations, ...fresh.map((who) => invited(who, null))] : invitations;
  return all.flatMap((each) => (isTheirs(each) ? fresh.map((who) => invited(who, each.substituteFor)) : [each]));
};

/** The part that somebody has handed over, or that was taken over from them, and they have not been given back. */
export const handedOnBy = (d: Discussion, who: PersonId, parts: readonly string[]): HandedPart | null =>
  d.handovers.findLast(
    ({ part, from }) => from.personId === who && parts.includes(part) && holderOf(d, part).personId !== who,
  )?.part ?? null;

/** Whoever called it in the first place. */
export const convenedBy = ({ handovers, convenor }: Discussion): Participant =>
  handovers.find(({ part }) => part === 'convenor')?.from ?? convenor;
