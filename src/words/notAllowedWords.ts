/** Who could have done what was refused, in one sentence: the table of authority.ts in words. */
import type { Capacity } from '../discussion/commands/authority.ts';
import type { CommandKind } from '../discussion/commands/command.ts';

export const notAllowedWords = (command: CommandKind, allowed: readonly Capacity[]): string =>
  `Only ${allowed.map((capacity) => people[capacity]).join(' or ')} can ${deeds[command]}.`;

const deeds: Readonly<Record<CommandKind, string>> = {
  convene: 'convene a strategy discussion',
  accept: 'reply to this invitation',
  decline: 'reply to this invitation',
  recordAttendance: 'record this attendance',
  confirmAuthority: 'confirm this',
  shareInformation: 'add information',
  changeChildren: 'change which children it is about',
  recordDetails: 'record details of the child and household here',
  scaleSafety: 'scale safety for them',
  recordEmergencyAction: 'record emergency action here',
  reportNotReached: 'report this',
  recordEnquiry: 'record this here',
  enterAgendaItem: 'enter anything under the agenda',
  agreeAction: 'agree actions here',
  settleAction: 'say what came of this action',
  handOnAction: 'hand this action on',
  moveAction: 'change the date of an action',
  openDecision: 'open the decision form',
  recordDecision: 'record the decision',
  reconvene: 'change the time',
  standDown: 'stand this discussion down',
  invite: 'invite somebody else',
  confirmSubstitute: 'confirm who comes instead',
  turnDownSubstitute: 'say who does not come instead',
  handOver: 'hand this over',
  replaceLeaver: 'replace somebody who has left',
  acknowledge: 'answer this message',
  askToTelephone: 'ask for a telephone call',
  recordTelephoneCall: 'record a telephone call here',
  disagree: 'disagree with this outcome here',
  reportNothingHeard: 'report this here',
  snooze: 'put this reminder off',
  reportDone: 'say that this is done',
  stopReplyLinks: 'stop the reply links',
  recordOnlineMeeting: 'record the online meeting',
  reportMeetingFault: 'report on the calendar',
  reportPlaceGone: 'report on the place',
};

const people: Readonly<Record<Capacity, string>> = {
  manager: 'a children’s social care manager',
  convenor: 'the manager who convened it',
  chair: 'the chair',
  socialWorker: 'a social worker taking part',
  invitee: 'somebody invited to it',
  present: 'somebody taking part',
  referrer: 'the referrer',
  addressee: 'the person it was sent to',
  actionOwner: 'whoever the action is with',
  formOwner: 'the person who asked for the form',
  system: 'this service itself',
};
