/**
 * The chair signs the record, and where the standard says so somebody else authorises it or sends it back (R-1, R-5, R-6,
 * Nothing is signed that lacks what a rule wants in it, and nobody authorises what they have signed.
 */
import type { SignOffStep } from '../../practice/answers/signOff.ts';
import type { Practice } from '../../practice/practice.ts';
import { unreachable } from '../../practice/language/unreachable.ts';
import { assessed } from '../matter/assessed.ts';
import type { Decided, Discussion } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import type { Participant, PersonId } from '../state/people.ts';
import { afterSigning, awaitingAuthority, isToSign, nextSigning } from '../state/signing.ts';
import type { Seal } from '../state/signingEvents.ts';
import type { Command, CommandOf } from './command.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import type { SigningCommand } from './signingCommand.ts';

const kinds: Readonly<Record<SigningCommand['kind'], true>> = {
  signRecord: true,
  authoriseRecord: true,
  sendRecordBack: true,
  replaceAuthoriser: true,
};
export const isAboutSigning = (command: Command): command is SigningCommand => Object.hasOwn(kinds, command.kind);

export const decideSigning = (state: Discussion, command: SigningCommand, context: Context): Ruling => {
  if (state.stage !== 'decided') return refused({ code: 'notDecidedYet' });
  switch (command.kind) {
    case 'signRecord':
      return sign(state, command, context);
    case 'authoriseRecord':
      return authorise(state, command, context);
    case 'sendRecordBack':
      return sendBack(state, command);
    case 'replaceAuthoriser':
      return replace(state, command, context);
    default:
      return unreachable('command', command);
  }
};

const sign = (
  state: Decided,
  { answers, statement, authoriser, basedOn, seal }: CommandOf<'signRecord'>,
  context: Context,
): Ruling => {
  if (!isToSign(state)) return refused({ code: 'signedAlready' });
  if (state.changedIn > basedOn) return refused({ code: 'recordChangedMeanwhile' });
  const { authorisedBy } = assessed(state, context.practice).signOff;
  const asked = authorisedBy === null ? null : authoriser;
  const event = {
    ...({ type: 'recordSigned', number: nextSigning(state), answers, statement } as const),
    ...{ authoriser: asked, seal: sealed(seal) },
  };
  const blank = barred(state, 'sign', event, context);
  if (blank !== null) return refused(blank);
  if (authorisedBy === null) return accepted(event);
  if (asked === null) return refused({ code: 'authoriserNeeded', ...authorisedBy });
  const fault = authoriserFault(state, asked, context.actor.personId, context.practice);
  return fault === null ? accepted(event) : refused(fault);
};

const authorise = (
  state: Decided,
  { number, statement, seal }: CommandOf<'authoriseRecord'>,
  context: Context,
): Ruling => {
  const awaiting = awaitingAuthority(state);
  if (awaiting?.number !== number) return refused({ code: 'notToAuthorise' });
  const event = { type: 'recordAuthorised', number, statement, seal: sealed(seal) } as const;
  const blank = barred(state, 'authorise', event, context);
  return blank === null ? accepted(event) : refused(blank);
};

const sendBack = (state: Decided, { number, reason }: CommandOf<'sendRecordBack'>): Ruling => {
  if (awaitingAuthority(state)?.number !== number) return refused({ code: 'notToAuthorise' });
  return reason === '' ? refused({ code: 'reasonNeeded' }) : accepted({ type: 'recordSentBack', number, reason });
};

/** They are in the directory no more. Reported again, it has been seen to. */
const replace = (
  state: Decided,
  { leaver, authoriser }: CommandOf<'replaceAuthoriser'>,
  { practice }: Context,
): Ruling => {
  const awaiting = awaitingAuthority(state);
  if (awaiting?.with.personId !== leaver) return refused({ code: 'notAskedHere' });
  const fault = authoriserFault(state, authoriser, awaiting.by.personId, practice);
  const { number } = awaiting;
  return fault === null ? accepted({ type: 'authoriserReplaced', number, authoriser }) : refused(fault);
};

/** of the rank that the standard wants, and not whoever signed it. */
export const authoriserFault = (
  state: Discussion,
  { personId, name, rank }: Participant,
  signer: PersonId,
  practice: Practice,
): Refusal | null => {
  const { authorisedBy } = assessed(state, practice).signOff;
  if (authorisedBy === null) return { code: 'notAskedHere' };
  if (rank !== authorisedBy.rank) return { code: 'cannotAuthorise', name, ...authorisedBy };
  return personId === signer ? { code: 'authoriserSigned', rule: authorisedBy.rule, name } : null;
};

/** What the standard wants by then and is missing, as if it were done. */
const barred = (
  state: Decided,
  step: SignOffStep,
  event: EventOf<'recordSigned' | 'recordAuthorised'>,
  { at, actor, practice }: Context,
): Refusal | null => {
  const stamp = { at, by: actor.personId, version: state.version + 1 };
  const after = { ...state, signings: afterSigning(state.signings, event, { chair: state.chair, stamp }) };
  const faults = assessed(after, practice).signOff.faultsAt(step);
  return faults.length === 0 ? null : { code: 'barred', blocks: faults.map((fault) => ({ ...fault, reasonIn: null })) };
};

/** Whoever keeps the key has put it in by now: a record is never signed without. */
const sealed = (seal: Seal | null): Seal => {
  if (seal === null) throw new Error('a record is signed with nothing that seals it');
  return seal;
};
