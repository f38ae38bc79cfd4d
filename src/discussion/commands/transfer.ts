/**
 * H-3: the home authority is asked to take responsibility for a child, and answers. Nothing passes without its word in
 * writing; where the standard wants it said first, being told so by telephone is recorded and passes nothing yet.
 */
import { assessed } from '../matter/assessed.ts';
import { isOfACouncil, mayPass } from '../matter/responsibility.ts';
import type { Discussion } from '../state/discussion.ts';
import { isOf } from '../state/people.ts';
import {
  acceptanceOf,
  childrenStillIn,
  isInWriting,
  isTakenOver,
  transferNumbered,
  type Transfer,
} from '../state/transfer.ts';
import type { EnteredAnswer } from '../state/transferEvents.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import { unreachable } from '../../practice/language/unreachable.ts';
import type { Command, CommandOf } from './command.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import type { TransferCommand } from './transferCommand.ts';

const kinds: Readonly<Record<TransferCommand['kind'], true>> = {
  askTransfer: true,
  answerTransfer: true,
  enterTransferAnswer: true,
};
export const isAboutTransfer = (command: Command): command is TransferCommand => Object.hasOwn(kinds, command.kind);

export const decideTransfer = (state: Discussion, command: TransferCommand, context: Context): Ruling => {
  if (state.stage === 'stoodDown') return refused({ code: 'tooLate', command: command.kind, stage: state.stage });
  switch (command.kind) {
    case 'askTransfer':
      return ask(state, command, context);
    case 'answerTransfer':
      return answer(state, command, null, context);
    case 'enterTransferAnswer':
      return answer(state, command, command.entered, context);
    default:
      return unreachable('command', command);
  }
};

const ask = (state: Discussion, { childIds, of, note }: CommandOf<'askTransfer'>, context: Context): Ruling => {
  const refusal = notAsked(state, childIds, context) ?? notTheirs(state, of);
  if (refusal !== null) return refused(refusal);
  return accepted({ type: 'transferAsked', number: state.transfers.length + 1, childIds: [...childIds], of, note });
};

const notAsked = (state: Discussion, childIds: readonly string[], { practice }: Context): Refusal | null => {
  const isOfIt = (id: string): boolean => state.children.some(({ childId }) => childId === id);
  if (childIds.length === 0 || !childIds.every(isOfIt)) return { code: 'noSuchChild' };
  if (childIds.some((id) => isTakenOver(state, id))) return { code: 'takenOverAlready' };
  return childIds.every((id) => mayPass(state, id, practice)) ? null : { code: 'notAskedHere' };
};

const notTheirs = ({ authority }: Discussion, of: Transfer['of']): Refusal | null => {
  const { name, agency } = of;
  if (isOf(authority)(of)) return { code: 'ownCouncil', name };
  return isOfACouncil(of) ? null : { code: 'noCouncil', name, agency };
};

const answer = (
  state: Discussion,
  { transfer: number, accepts, words }: CommandOf<'answerTransfer' | 'enterTransferAnswer'>,
  entered: EnteredAnswer | null,
  context: Context,
): Ruling => {
  const asked = transferNumbered(state, number);
  const refusal =
    asked === null || (entered === null && asked.of.personId !== context.actor.personId)
      ? ({ code: 'noSuchTransfer' } as const)
      : (notAnswered(state, asked, entered, context) ?? (accepts ? notInWriting(state, entered, context) : null));
  if (refusal !== null) return refused(refusal);
  return accepted({ type: 'transferAnswered', number, accepts, words, ...(entered === null ? {} : { entered }) });
};

const notAnswered = (
  state: Discussion,
  transfer: Transfer,
  entered: EnteredAnswer | null,
  { at }: Context,
): Refusal | null => {
  if (acceptanceOf(transfer) !== null) return { code: 'takenOverAlready' };
  if (childrenStillIn(state, transfer).length === 0) return { code: 'noSuchTransfer' };
  return entered !== null && entered.on > londonDate(at) ? { code: 'timeInFuture', what: 'answer' } : null;
};

/** A promise where the standard has that come first; anywhere else only what is in writing counts. */
const notInWriting = (state: Discussion, entered: EnteredAnswer | null, { practice }: Context): Refusal | null => {
  const isWritten = isInWriting({ entered });
  const answers = { explicitAcceptance: true, writtenAcceptance: isWritten };
  const { faults } = assessed(state, practice).findings('transfer', answers);
  const isPromise = !isWritten && assessed(state, practice).asked('transfer').some(isSaidFirst);
  const blocks = faults.filter(({ field }) => !isPromise || field !== 'writtenAcceptance');
  return blocks.length === 0 ? null : { code: 'barred', blocks: blocks.map((fault) => ({ ...fault, reasonIn: null })) };
};

const isSaidFirst = ({ name }: { readonly name: string }): boolean => name === 'explicitAcceptance';
