/** `decide(state, command, context)`: what a command leads to. One named function per command; this file dispatches. */
import { confirmAuthority, recordAttendance, recordDeparture } from './attend.ts';
import { decideCalendar, isAboutCalendar } from './meetingEvent.ts';
import { forbiddenTo } from './forbidden.ts';
import { changeChildren } from './changeChildren.ts';
import { enterAgendaItem } from './agendaItem.ts';
import { agreeAction, changeAction, isAboutAction } from './actions.ts';
import type { ActionCommand, CalendarCommand, Command, TellingCommand } from './command.ts';
import type { ClosingCommand, GateCommand } from './endingCommand.ts';
import { decideClosing, isAboutClosing } from './close.ts';
import type { TransferCommand } from './transferCommand.ts';
import { decideTransfer, isAboutTransfer } from './transfer.ts';
import { convene } from './convene.ts';
import { isAboutGate, passGate, replaceDecider } from './gate.ts';
import type { ReadingCommand } from './readingCommand.ts';
import { decideReading, isAboutReading } from './recordReaders.ts';
import { decideSigning, isAboutSigning } from './signRecord.ts';
import type { SigningCommand } from './signingCommand.ts';
import { correctDecision } from './correctDecision.ts';
import { openDecision, recordDecision } from './recordDecision.ts';
import type { Discussion, OpenDiscussion } from '../state/discussion.ts';
import { handOver, replaceLeaver } from './handOver.ts';
import { recordEmergencyAction } from './emergency.ts';
import { recordDetails } from './recordDetails.ts';
import { recordEnquiry } from './enquiry.ts';
import { invite } from './invite.ts';
import { shareInformation } from './information.ts';
import { reconvene, standDown } from './meeting.ts';
import { reportNotReached } from './notReached.ts';
import { accept, decline, takeReply } from './reply.ts';
import { answerProposal } from './substitute.ts';
import { reportPlaceGone } from './placeGone.ts';
import { scaleSafety } from './scale.ts';
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
  const refusal = forbiddenTo(context.actor, command, state);
  if (refusal !== null) return refused(refusal);
  if (isTelling(command)) return decideTelling(state, command, context);
  if (isAboutReading(command)) return decideReading(state, command, context);
  if (isAboutCalendar(command)) return decideCalendar(state, command);
  if (command.kind === 'reportPlaceGone') return reportPlaceGone(state, command);
  // E-1, Q-9: what was done to protect a child is recorded whatever the stage.
  if (command.kind === 'recordEmergencyAction') return recordEmergencyAction(state, command, context);
  if (state.stage === 'decided' && state.closed !== null && command.kind !== 'recordNext') {
    return refused({ code: 'closed', at: state.closed.at });
  }
  if (command.kind === 'reportNotReached') return reportNotReached(state, command, context);
  if (command.kind === 'correctDecision') return correctDecision(state, command, context);
  if (command.kind === 'recordDetails') return recordDetails(state, command);
  if (command.kind === 'recordEnquiry') return recordEnquiry(state, command, context);
  if (command.kind === 'enterAgendaItem') return enterAgendaItem(state, command, context);
  if (command.kind === 'agreeAction') return agreeAction(state, command, context);
  if (isAboutGate(command)) return passGate(state, command, context);
  if (isAboutSigning(command)) return decideSigning(state, command, context);
  if (command.kind === 'replaceDecider') return replaceDecider(state, command, context);
  if (isAboutTransfer(command)) return decideTransfer(state, command, context);
  if (isAboutClosing(command)) return decideClosing(state, command, context);
  if (isAboutAction(command)) return changeAction(state, command, context);
  if (command.kind === 'handOver') return handOver(state, command, context);
  if (command.kind === 'replaceLeaver') return replaceLeaver(state, command, context);
  if (state.stage !== 'convened' && state.stage !== 'inSession') {
    return refused({ code: 'tooLate', command: command.kind, stage: state.stage });
  }
  return decideOpen(state, command, context);
};

const decideOpen = (
  state: OpenDiscussion,
  command: Exclude<
    Command,
    | TellingCommand
    | CalendarCommand
    | ActionCommand
    | GateCommand
    | SigningCommand
    | ReadingCommand
    | ClosingCommand
    | TransferCommand
    | {
        kind:
          | 'convene'
          | 'recordEmergencyAction'
          | 'reportNotReached'
          | 'correctDecision'
          | 'recordDetails'
          | 'recordEnquiry'
          | 'enterAgendaItem'
          | 'agreeAction'
          | 'handOver'
          | 'replaceLeaver'
          | 'replaceDecider'
          | 'reportPlaceGone';
      }
  >,
  context: Context,
): Ruling => {
  switch (command.kind) {
    case 'accept':
      return accept(state, command, context);
    case 'decline':
      return decline(state, command, context);
    case 'takeReply':
      return takeReply(state, command, context);
    case 'recordAttendance':
      return recordAttendance(state, command, context);
    case 'recordDeparture':
      return recordDeparture(state, command, context);
    case 'confirmAuthority':
      return confirmAuthority(state, command);
    case 'shareInformation':
      return shareInformation(state, command, context);
    case 'changeChildren':
      return changeChildren(state, command, context);
    case 'scaleSafety':
      return scaleSafety(state, command, context);
    case 'openDecision':
      return openDecision(state);
    case 'recordDecision':
      return recordDecision(state, command, context);
    case 'reconvene':
      return reconvene(state, command, context);
    case 'standDown':
      return standDown(state, command, context);
    case 'invite':
      return invite(state, command);
    case 'confirmSubstitute':
    case 'turnDownSubstitute':
      return answerProposal(state, command);
    default:
      return unreachable('command', command);
  }
};
