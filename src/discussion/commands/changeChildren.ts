import { assessed } from '../matter/assessed.ts';
import { deadlineOf } from '../matter/deadline.ts';
import type { Child } from '../state/childShape.ts';
import { everyChild, mostChildren, nextChildId, withChange, type ChildrenChange } from '../state/childrenChanged.ts';
import type { OpenDiscussion } from '../state/discussion.ts';
import { childNamed } from './childNamed.ts';
import type { AskedChange, CommandOf } from './command.ts';
import { childrenFault } from './convene.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

/** A child is found, corrected, born or taken out: whom to invite and by when to meet are asked again. */
export const changeChildren = (
  state: OpenDiscussion,
  { change, reason, basedOn }: CommandOf<'changeChildren'>,
  { at, practice }: Context,
): Ruling => {
  const missing = goneMeanwhile(state, change, basedOn);
  if (missing !== null) return refused(missing);
  const made = madeOf(state, change);
  const after = { ...state, ...withChange(state, made) };
  const fault =
    leftFault(after.children, made) ??
    childrenFault(after.children, state.meeting.startsAt, at) ??
    shownFault(state, made);
  if (fault !== null) return refused(fault);
  return accepted({ type: 'childrenChanged', change: made, reason, deadline: deadlineOf(assessed(after, practice)) });
};

const goneMeanwhile = (state: OpenDiscussion, change: AskedChange, basedOn: number): Refusal | null => {
  if (change.what === 'added') return null;
  const { childId } = change;
  const now = state.children.find((child) => child.childId === childId) ?? null;
  const isSince = state.changedChildren.some(({ child, version }) => child.childId === childId && version > basedOn);
  if (isSince) return { code: 'childChangedMeanwhile', childId, now };
  return now === null ? { code: 'noSuchChild' } : null;
};

const madeOf = (state: OpenDiscussion, change: AskedChange): ChildrenChange => {
  switch (change.what) {
    case 'added':
      return {
        what: 'added',
        child: { childId: nextChildId(everyChild(state)), ...change.child },
        facts: [...change.facts],
      };
    case 'corrected': {
      const before = state.children.find(({ childId }) => childId === change.childId);
      return { what: 'corrected', child: { ...before, childId: change.childId, ...change.child } };
    }
    case 'takenOut':
      return change;
  }
};

const leftFault = (children: readonly Child[], { what }: ChildrenChange): Refusal | null => {
  if (children.length === 0) return { code: 'onlyChild' };
  return what === 'added' && children.length > mostChildren ? { code: 'tooManyChildren', most: mostChildren } : null;
};

/** The place of the meeting stands in every invitation: it names no child that was found later either (I-26). */
const shownFault = ({ meeting }: OpenDiscussion, made: ChildrenChange): Refusal | null =>
  made.what === 'takenOut' ? null : childNamed([made.child], { place: meeting.where });
