/** The end of each enquiry, the conference of each child, the discussion after this one, and the end of it all. */
import type { Rank } from '../../practice/language/vocabulary.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import { unreachable } from '../../practice/language/unreachable.ts';
import { remainingIn, type Remaining } from '../matter/remaining.ts';
import { enquiredInto, gateFor, isFinished } from '../matter/gate.ts';
import type { Decided, Discussion } from '../state/discussion.ts';
import type { Actor } from '../state/people.ts';
import type { Command, CommandOf } from './command.ts';
import { endEnquiry } from './endEnquiry.ts';
import type { ClosingCommand } from './endingCommand.ts';
import { recordFiling, signOffFiling } from './filing.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

const kinds: Readonly<Record<ClosingCommand['kind'], true>> = {
  endEnquiry: true,
  recordConference: true,
  recordFiling: true,
  signOffFiling: true,
  callOffNext: true,
  recordNext: true,
  close: true,
};
export const isAboutClosing = (command: Command): command is ClosingCommand => Object.hasOwn(kinds, command.kind);

export const decideClosing = (state: Discussion, command: ClosingCommand, context: Context): Ruling => {
  if (state.stage !== 'decided') return refused({ code: 'notDecidedYet' });
  switch (command.kind) {
    case 'endEnquiry':
      return endEnquiry(state, command, context);
    case 'recordConference':
      return recordConference(state, command, context);
    case 'recordFiling':
      return recordFiling(state, command);
    case 'signOffFiling':
      return signOffFiling(state, command);
    case 'callOffNext':
      return callOffNext(command);
    case 'recordNext':
      return accepted({ type: 'nextDiscussionKnown', reference: command.reference, stands: command.stands });
    case 'close':
      return close(state, command, context);
    default:
      return unreachable('command', command);
  }
};

/** DL-3, DL-4: asked for, held or not needed; it may be said afterwards, and again. */
const recordConference = (
  state: Decided,
  { childIds, outcome }: CommandOf<'recordConference'>,
  context: Context,
): Ruling => {
  const enquiries = enquiredInto(state).map(({ childId }) => childId);
  if (enquiries.length === 0) return refused({ code: 'noConferenceHere' });
  if (childIds.length === 0 || childIds.some((id) => !enquiries.includes(id))) return refused({ code: 'noSuchChild' });
  const refusal = conferenceFault(state, { childIds, outcome }, context);
  return refusal === null ? accepted({ type: 'conferenceRecorded', childIds, outcome }) : refused(refusal);
};

const conferenceFault = (
  state: Decided,
  { childIds, outcome }: Pick<CommandOf<'recordConference'>, 'childIds' | 'outcome'>,
  { at, practice }: Context,
): Refusal | null => {
  const today = londonDate(at);
  switch (outcome.what) {
    case 'askedFor':
      return outcome.askedOn > today ? { code: 'timeInFuture', what: 'conference' } : null;
    case 'held': {
      if (outcome.heldOn > today) return { code: 'timeInFuture', what: 'conference' };
      // A conference follows the discussion that decided on the enquiry (8615 of the return).
      const { meetingEndedAt } = state.decision;
      return outcome.heldOn < londonDate(meetingEndedAt) ? { code: 'conferenceBeforeDecision', meetingEndedAt } : null;
    }
    case 'notNeeded': {
      // GT-5: whether one is held is for whoever records the result.
      const isOpen = (id: string): boolean => gateFor(state, id, practice) !== null && !isFinished(state, id);
      return childIds.some(isOpen) ? { code: 'resultFirst', rule: 'GT-5' } : null;
    }
    default:
      return unreachable('conference', outcome);
  }
};

const callOffNext = ({ reason }: CommandOf<'callOffNext'>): Ruling =>
  reason === '' ? refused({ code: 'reasonNeeded' }) : accepted({ type: 'nextDiscussionCalledOff', reason });

/** Those who answer for the service, beyond one discussion. */
const senior: readonly (Rank | null)[] = ['serviceManager', 'seniorManager', 'headOfService'];

/** Whether this person may close it though this remains. */
export const mayLeaveUndone = (remains: readonly Remaining[], { rank }: Pick<Actor, 'rank'>): boolean =>
  senior.includes(rank) && remains.every(({ mayBeLeft }) => mayBeLeft);

/** With nothing left to do; or, by somebody senior and with a reason, over what may be left. */
const close = (state: Decided, { reason, unsent }: CommandOf<'close'>, { actor, practice }: Context): Ruling => {
  const remains = remainingIn(state, practice, unsent);
  const mayLeave = mayLeaveUndone(remains, actor);
  if (remains.length > 0 && !(mayLeave && reason !== '')) return refused({ code: 'stillRemains', remains, mayLeave });
  const left = remains.map(({ is, of, who, dueAt }) => ({ is, of, who, dueAt }));
  return accepted({ type: 'discussionClosed', reason: left.length === 0 ? '' : reason, left });
};
