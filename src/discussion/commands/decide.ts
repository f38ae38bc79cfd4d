/** `decide(state, command, context)`: what a command leads to. One named function per command; this file dispatches. */
import type { Deed } from './authority.ts';
import { recordAttendance, confirmAuthority } from './attend.ts';
import { decideCalendar, isAboutCalendar } from './meetingEvent.ts';
import { forbidden } from './capacity.ts';
import type { CalendarCommand, Command, TellingCommand } from './command.ts';
import { convene } from './convene.ts';
import { openDecision, recordDecision } from './recordDecision.ts';
import type { Discussion, OpenDiscussion } from '../state/discussion.ts';
import { recordEmergencyAction } from './emergency.ts';
import { invite } from './invite.ts';
import { shareInformation } from './information.ts';
import { reconvene, standDown } from './meeting.ts';
import type { Actor } from '../state/people.ts';
import { accept, decline } from './reply.ts';
import { refused, type Context, type Ruling } from './ruling.ts';
import { decideTelling, isTelling } from './tell.ts';
import { unreachable } from '../../practice/language/unreachable.ts';

export const decide = (
  state: Discussion | null,
  command: Command,
  context: Context & { readonly reference: string },
): Ruling => {
  if (command.kind === 'convene') return convene(state, command, context);
  if (state === null) return refused({ code: 'unknownDiscussion', reference: context.reference });
  if (isTelling(command)) return decideTelling(state, command, context);
  if (isAboutCalendar(command)) return decideCalendar(state, command, context);
  const refusal = forbidden(deedOf(command, context.actor), command.kind, state, context.actor);
  if (refusal !== null) return refused(refusal);
  // E-1, Q-9: what was done to protect a child is recorded whatever the stage.
  if (command.kind === 'recordEmergencyAction') return recordEmergencyAction(state, command, context);
  if (state.stage !== 'convened' && state.stage !== 'inSession') {
    return refused({ code: 'tooLate', command: command.kind, stage: state.stage });
  }
  return decideOpen(state, command, context);
};

const decideOpen = (
  state: OpenDiscussion,
  command: Exclude<Command, TellingCommand | CalendarCommand | { kind: 'convene' | 'recordEmergencyAction' }>,
  context: Context,
): Ruling => {
  switch (command.kind) {
    case 'accept':
      return accept(state, command, context);
    case 'decline':
      return decline(state, command, context);
    case 'recordAttendance':
      return recordAttendance(state, command);
    case 'confirmAuthority':
      return confirmAuthority(state, command);
    case 'shareInformation':
      return shareInformation(command, context);
    case 'openDecision':
      return openDecision(state);
    case 'recordDecision':
      return recordDecision(state, command, context);
    case 'reconvene':
      return reconvene(state, command, context);
    case 'standDown':
      return standDown(command);
    case 'invite':
      return invite(state, command);
    default:
      return unreachable('command', command);
  }
};

const deedOf = (
  command: Exclude<Command, TellingCommand | CalendarCommand | { kind: 'convene' }>,
  actor: Actor,
): Deed => {
  switch (command.kind) {
    case 'accept':
    case 'decline':
      return 'reply';
    case 'recordAttendance':
      return command.participant.personId === actor.personId ? 'attend' : 'recordAttendanceOfOthers';
    case 'confirmAuthority':
      return command.personId === actor.personId ? 'confirmOwnAuthority' : 'confirmAuthorityOfOthers';
    case 'recordDecision':
      return 'decide';
    // Those who may change when people meet may change who is asked.
    case 'invite':
      return 'reconvene';
    case 'shareInformation':
    case 'recordEmergencyAction':
    case 'openDecision':
    case 'reconvene':
    case 'standDown':
      return command.kind;
    default:
      return unreachable('command', command);
  }
};
