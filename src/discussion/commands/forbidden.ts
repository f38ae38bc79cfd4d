import { mayDo, may, type Deed } from './authority.ts';
import { capacitiesOf, type Concerned } from './capacity.ts';
import type { Command, CommandKind } from './command.ts';
import type { Discussion } from '../state/discussion.ts';
import { handedOnBy, holderOf } from '../state/handover.ts';
import { handedParts } from '../state/handoverEvents.ts';
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
  if (answersMessage[deed] === true) return { code: 'notYourMessage' };
  return (
    (state === null ? null : handedOn(state, actor, mayDo[deed])) ?? {
      code: 'notAllowed',
      command,
      allowed: mayDo[deed],
    }
  );
};

/** Whoever might once hears who may now. */
export const handedOn = (
  state: Discussion,
  { personId }: Actor,
  allowed: readonly string[] = handedParts,
): Refusal | null => {
  const part = handedOnBy(state, personId, allowed);
  return part === null ? null : { code: 'handedOn', part, name: holderOf(state, part).name };
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
  replaceLeaver: true,
  recordNext: true,
  handOnForLeaver: true,
  replaceDecider: true,
  replaceAuthoriser: true,
};

/** Null when this person may give this command about this discussion. */
export const forbiddenTo = (actor: Actor, command: Command, state: Discussion | null): Refusal | null =>
  forbidden(deedOf(command, actor), command.kind, state, actor, concernedBy(command));

/** A command is a deed of its own, but for those that are another matter when they are about somebody else. */
export const deedOf = (command: Command, { personId }: Actor): Deed => {
  switch (command.kind) {
    case 'recordAttendance':
      return command.participant.personId === personId ? 'attend' : 'recordAttendanceOfOthers';
    case 'recordDeparture':
      return command.personId === personId ? 'leave' : 'recordDepartureOfOthers';
    case 'confirmAuthority':
      return command.personId === personId ? 'confirmOwnAuthority' : 'confirmAuthorityOfOthers';
    case 'scaleSafety':
      return command.personId === personId ? 'scaleSafety' : 'scaleSafetyForOthers';
    case 'handOver':
      return command.part === 'chair' && command.to.personId === personId ? 'takeOver' : 'handOver';
    default:
      return command.kind;
  }
};

const concernedBy = (command: Command): Concerned => {
  if ('notice' in command) return { notice: command.notice };
  return 'action' in command && typeof command.action === 'number' ? { action: command.action } : {};
};
