/** What people say about the messages they had: read it, disagree, heard nothing, telephoned them, remind me later. */
import type { Command, CommandOf, TellingCommand } from './command.ts';
import type { Discussion } from '../state/discussion.ts';
import { reminderKinds } from '../state/notice.ts';
import { isRecordedOnForm } from '../matter/recordedOnForm.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import { unreachable } from '../../practice/language/unreachable.ts';

const kinds: Readonly<Record<TellingCommand['kind'], true>> = {
  acknowledge: true,
  askToTelephone: true,
  recordTelephoneCall: true,
  disagree: true,
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
      return accepted({ type: 'noticeAcknowledged', noticeId: command.notice.id });
    case 'askToTelephone':
      return accepted({ type: 'telephoneNeeded', noticeId: command.notice.id, deadline: command.notice.deadline });
    case 'recordTelephoneCall':
      return recordTelephoneCall(command, context);
    case 'disagree':
      return disagree(state, command);
    case 'reportNothingHeard':
      return accepted({ type: 'nothingHeard', message: command.message });
    case 'snooze':
      return snooze(command);
    case 'reportDone':
      return reportDone(state, command, context);
    case 'stopReplyLinks':
      return accepted({ type: 'replyLinksStopped' });
    default:
      return unreachable('command', command);
  }
};

const recordTelephoneCall = ({ notice, spokeTo, toldAt }: CommandOf<'recordTelephoneCall'>, { at }: Context): Ruling =>
  toldAt > at
    ? refused({ code: 'timeInFuture', what: 'telephoneCall' })
    : accepted({ type: 'toldByTelephone', noticeId: notice.id, spokeTo, toldAt });

/** D-1, D-2: it reaches the chair as a task and is never a veto. There must be an outcome to disagree with. */
const disagree = (state: Discussion, { reason }: CommandOf<'disagree'>): Ruling =>
  state.stage === 'decided' ? accepted({ type: 'disagreementRecorded', reason }) : refused({ code: 'noOutcomeYet' });

/** A reminder may be put off by its reader, never beyond the deadline it is about. */
const snooze = ({ notice, until }: CommandOf<'snooze'>): Ruling => {
  const { id, kind, rule, deadline } = notice;
  if (!reminderKinds.some((reminder) => reminder === kind)) return refused({ code: 'notYourMessage' });
  if (deadline !== null && until > deadline) return refused({ code: 'putOffTooLong', rule, dueAt: deadline });
  return accepted({ type: 'reminderSnoozed', noticeId: id, kind, rule, deadline, until });
};

/** AC-1: by whoever was reminded of it, or has it on the digest. What is recorded of each child is not just done. */
const reportDone = (state: Discussion, { notice, duty }: CommandOf<'reportDone'>, { practice }: Context): Ruling => {
  if (notice.kind !== duty && notice.kind !== 'overdueDigest') return refused({ code: 'notYourMessage' });
  return isRecordedOnForm(duty, state, practice)
    ? refused({ code: 'recordedOnForm', duty })
    : accepted({ type: 'dutyDone', duty });
};
