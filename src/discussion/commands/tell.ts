/** What people say about the messages they had: read it, disagree, heard nothing, telephoned them, remind me later. */
import type { Deed } from './authority.ts';
import { forbidden } from './capacity.ts';
import type { Command, CommandOf, TellingCommand } from './command.ts';
import type { Discussion } from '../state/discussion.ts';
import { isInvited, isPresent } from '../state/discussion.ts';
import { reminderKinds, type Notice } from '../state/notice.ts';
import type { Actor } from '../state/people.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import { unreachable } from '../../practice/language/unreachable.ts';

const kinds: Readonly<Record<TellingCommand['kind'], true>> = {
  acknowledge: true,
  askToTelephone: true,
  recordTelephoneCall: true,
  dispute: true,
  reportNothingHeard: true,
  snooze: true,
  reportDone: true,
  stopReplyLinks: true,
};

export const isTelling = (command: Command): command is TellingCommand => Object.hasOwn(kinds, command.kind);

/** None of these changes the discussion itself, so its stage bars none of them. */
export const decideTelling = (state: Discussion, command: TellingCommand, context: Context): Ruling => {
  switch (command.kind) {
    case 'acknowledge':
      return acknowledge(state, command, context);
    case 'askToTelephone':
      return askToTelephone(command, context);
    case 'recordTelephoneCall':
      return recordTelephoneCall(state, command, context);
    case 'dispute':
      return dispute(state, command, context);
    case 'reportNothingHeard':
      return reportNothingHeard(state, command, context);
    case 'snooze':
      return snooze(state, command, context);
    case 'reportDone':
      return reportDone(state, command, context);
    case 'stopReplyLinks':
      return stopReplyLinks(state, context);
    default:
      return unreachable('command', command);
  }
};

/** Whoever it is addressed to, and nobody on their behalf. */
const isAddressedTo = ({ recipient }: Notice, state: Discussion, actor: Actor): boolean => {
  switch (recipient.to) {
    case 'person':
      return recipient.personId === actor.personId;
    case 'referrer':
      return state.referral.referrer.personId === actor.personId;
    case 'place':
    case 'calendar':
    case 'serviceManager':
      return false;
    default:
      return unreachable('recipient', recipient);
  }
};

const acknowledge = (state: Discussion, { notice }: CommandOf<'acknowledge'>, { actor }: Context): Ruling =>
  isAddressedTo(notice, state, actor)
    ? accepted({ type: 'noticeAcknowledged', noticeId: notice.id })
    : refused({ code: 'notYourMessage' });

/** Only this program asks, when it has run out of ways to deliver something. */
const askToTelephone = ({ notice }: CommandOf<'askToTelephone'>, { actor }: Context): Ruling =>
  actor.via === 'system'
    ? accepted({ type: 'telephoneNeeded', noticeId: notice.id, deadline: notice.deadline })
    : refused({ code: 'notYourMessage' });

/** N-2: by those who answer for the discussion, or the social worker who is to tell the referrer. */
const recordTelephoneCall = (
  state: Discussion,
  { notice, spokeTo, toldAt }: CommandOf<'recordTelephoneCall'>,
  { actor, at }: Context,
): Ruling => {
  const deed: Deed = 'recordEmergencyAction';
  const refusal = forbidden(deed, 'recordTelephoneCall', state, actor);
  if (refusal !== null) return refused(refusal);
  if (toldAt > at) return refused({ code: 'timeInFuture', what: 'telephoneCall' });
  return accepted({ type: 'toldByTelephone', noticeId: notice.id, spokeTo, toldAt });
};

const isOwedTheOutcome = (state: Discussion, { personId }: Actor): boolean =>
  state.referral.referrer.personId === personId || isInvited(state, personId) || isPresent(state, personId);

/** D-1, D-2: it reaches the chair as a task and is never a veto. There must be an outcome to disagree with. */
const dispute = (state: Discussion, { reason }: CommandOf<'dispute'>, { actor }: Context): Ruling => {
  if (!isOwedTheOutcome(state, actor)) return refused({ code: 'notYourMessage' });
  if (state.stage !== 'decided') return refused({ code: 'noOutcomeYet' });
  return accepted({ type: 'disagreementRecorded', reason });
};

/** N-4: whoever has heard nothing says so, whatever the stage: that there is no outcome yet may be what is wrong. */
const reportNothingHeard = (
  state: Discussion,
  { message }: CommandOf<'reportNothingHeard'>,
  { actor }: Context,
): Ruling =>
  isOwedTheOutcome(state, actor) ? accepted({ type: 'nothingHeard', message }) : refused({ code: 'notYourMessage' });

/** A reminder may be put off by its reader, never beyond the deadline it is about. */
const snooze = (state: Discussion, { notice, until }: CommandOf<'snooze'>, { actor }: Context): Ruling => {
  const { id, kind, rule, deadline } = notice;
  const isReminder = (reminderKinds as readonly string[]).includes(kind);
  if (!isReminder || !isAddressedTo(notice, state, actor)) return refused({ code: 'notYourMessage' });
  if (deadline !== null && until > deadline) return refused({ code: 'putOffTooLong', rule, dueAt: deadline });
  return accepted({ type: 'reminderSnoozed', noticeId: id, kind, rule, deadline, until });
};

/** AC-1: by whoever was reminded of it, or has it on the digest. */
const reportDone = (state: Discussion, { notice, duty }: CommandOf<'reportDone'>, { actor }: Context): Ruling => {
  const asked = notice.kind === duty || notice.kind === 'overdueDigest';
  if (!asked || !isAddressedTo(notice, state, actor)) return refused({ code: 'notYourMessage' });
  return accepted({ type: 'dutyDone', duty });
};

const stopReplyLinks = (state: Discussion, { actor }: Context): Ruling => {
  const refusal = forbidden('seeDeliveries', 'stopReplyLinks', state, actor);
  return refusal === null ? accepted({ type: 'replyLinksStopped' }) : refused(refusal);
};
