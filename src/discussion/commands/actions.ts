/** The actions of the plan (R-2, R-7, AC-1): agreed from the first meeting on, and from then on whatever the stage. */
import { assessed } from '../matter/assessed.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import { isFamily } from '../../practice/language/roles.ts';
import { unreachable } from '../../practice/language/unreachable.ts';
import { actionNumbered, isDone, type AgreedAction } from '../state/agreedAction.ts';
import { addressees, hasMet, type Discussion } from '../state/discussion.ts';
import type { ActionCommand, Command, CommandOf } from './command.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

type Agreeing = CommandOf<'agreeAction'>;

export const agreeAction = (state: Discussion, { kind, ...agreed }: Agreeing, context: Context): Ruling => {
  const refusal = notAgreed(state, { kind, ...agreed }, context);
  if (refusal !== null) return refused(refusal);
  return accepted({ type: 'actionAgreed', number: state.actions.length + 1, ...agreed });
};

/** Null from the first meeting on, unless it was stood down. */
export const notTheTimeToAgree = (state: Discussion): Refusal | null => {
  if (state.stage === 'stoodDown') return { code: 'tooLate', command: 'agreeAction', stage: state.stage };
  return hasMet(state) ? null : { code: 'nobodyHasMet' };
};

const notAgreed = (state: Discussion, command: Agreeing, { at, practice }: Context): Refusal | null => {
  const { step, owner, dueOn, answers, childIds } = command;
  const tooSoonOrLate = notTheTimeToAgree(state);
  if (tooSoonOrLate !== null) return tooSoonOrLate;
  if (isFamily(owner.role)) return { code: 'familyInvited', rule: 'S-1', name: owner.name };
  if (dueOn < londonDate(at)) return { code: 'timeInPast', what: 'action' };
  if (childIds.some((id) => !state.children.some(({ childId }) => childId === id))) return { code: 'noSuchChild' };
  // Standards differ in what they call the first of them.
  const given = { ...answers, step, action: step, due: dueOn, owner: owner.name };
  const { faults } = assessed(state, practice).findings('action', given);
  return faults.length === 0 ? null : { code: 'barred', blocks: faults.map((fault) => ({ ...fault, reasonIn: null })) };
};

const kinds: Readonly<Record<ActionCommand['kind'], true>> = {
  settleAction: true,
  handOnAction: true,
  handOnForLeaver: true,
  moveAction: true,
};

export const isAboutAction = (command: Command): command is ActionCommand => Object.hasOwn(kinds, command.kind);

/** What is done stays done; what is blocked may be done yet, by whoever has it then. */
export const changeAction = (state: Discussion, command: ActionCommand, context: Context): Ruling => {
  const action = actionNumbered(state, command.action);
  if (action === null) return refused({ code: 'noSuchAction' });
  const { number, settled } = action;
  if (settled !== null && isDone(action)) return refused({ code: 'actionDone', number, at: settled.at });
  switch (command.kind) {
    case 'settleAction':
      return settle(action, command);
    case 'handOnAction':
      return handOn(state, action, command);
    case 'handOnForLeaver':
      return handOnForLeaver(state, action, command);
    case 'moveAction':
      return move(action, command, context);
    default:
      return unreachable('command', command);
  }
};

const settle = ({ number }: AgreedAction, { as, note }: CommandOf<'settleAction'>): Ruling =>
  as === 'blocked' && note === ''
    ? refused({ code: 'noteNeeded' })
    : accepted({ type: 'actionSettled', number, as, note });

/** To somebody the discussion knows: whoever has it brings nobody else in. */
const handOn = (state: Discussion, action: AgreedAction, { to, reason }: CommandOf<'handOnAction'>): Ruling => {
  const owner = addressees(state).find(({ personId }) => personId === to);
  if (owner === undefined) return refused({ code: 'ownerUnknown' });
  if (owner.personId === action.owner.personId) return refused({ code: 'ownerAsBefore' });
  return accepted({ type: 'actionChanged', number: action.number, owner, dueOn: action.dueOn, reason });
};

/** Reported again, it has been seen to. */
const handOnForLeaver = (
  { convenor }: Discussion,
  { number, owner, dueOn }: AgreedAction,
  { leaver, reason }: CommandOf<'handOnForLeaver'>,
): Ruling =>
  owner.personId === leaver && convenor.personId !== leaver
    ? accepted({ type: 'actionChanged', number, owner: convenor, dueOn, reason })
    : refused({ code: 'notAskedHere' });

const move = ({ number, owner }: AgreedAction, { dueOn, reason }: CommandOf<'moveAction'>, { at }: Context): Ruling =>
  dueOn < londonDate(at)
    ? refused({ code: 'timeInPast', what: 'action' })
    : accepted({ type: 'actionChanged', number, owner, dueOn, reason });
