import { mayDo, may, type Deed } from './authority.ts';
import { capacitiesOf, type Concerned } from './capacity.ts';
import type { Command, CommandKind } from './command.ts';
import type { Discussion } from '../state/discussion.ts';
import type { Actor } from '../state/people.ts';
import type { Refusal } from './refusal.ts';

/** Null when the table of authority.ts allows it; decided from who they are, whatever button they saw. */
export const forbidden = (
  deed: Deed,
  command: CommandKind,
  state: Discussion | null,
  actor: Actor,
  concerned: Concerned = {},
): Refusal | null => {
  if (may(deed, capacitiesOf(state, actor, concerned))) return null;
  return answersMessage[deed] === true
    ? { code: 'notYourMessage' }
    : { code: 'notAllowed', command, allowed: mayDo[deed] };
};

/** About a message that was sent: whoever did not have it hears that, and not who did. */
const answersMessage: Partial<Record<Deed, true>> = {
  acknowledge: true,
  snooze: true,
  reportDone: true,
  disagree: true,
  reportNothingHeard: true,
  askToTelephone: true,
  recordOnlineMeeting: true,
  reportMeetingFault: true,
  reportPlaceGone: true,
};

/** Null when this person may give this command about this discussion. */
export const forbiddenTo = (actor: Actor, command: Command, state: Discussion | null): Refusal | null =>
  forbidden(deedOf(command, actor), command.kind, state, actor, concernedBy(command));

/** A command is a deed of its own, but for those that are another matter when they are about somebody else. */
const deedOf = (command: Command, { personId }: Actor): Deed => {
  switch (command.kind) {
    case 'recordAttendance':
      return command.participant.personId === personId ? 'attend' : 'recordAttendanceOfOthers';
    case 'confirmAuthority':
      return command.personId === personId ? 'confirmOwnAuthority' : 'confirmAuthorityOfOthers';
    case 'scaleSafety':
      return command.personId === personId ? 'scaleSafety' : 'scaleSafetyForOthers';
    default:
      return command.kind;
  }
};

const concernedBy = (command: Command): Concerned => {
  if ('notice' in command) return { notice: command.notice };
  return 'action' in command && typeof command.action === 'number' ? { action: command.action } : {};
};
