import { assess } from '../../practice/assess.ts';
import { millis, type Instant, minute } from '../../practice/time/instant.ts';
import { everyChild } from '../state/childrenChanged.ts';
import { childNamed } from './childNamed.ts';
import type { CommandOf } from './command.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import { missingSeats, quorumOfAll } from '../matter/quorumNow.ts';
import type { Practice } from '../../practice/practice.ts';
import { ifHeldAs } from '../matter/ifHeldAs.ts';
import { matterOf } from '../matter/matterOf.ts';
import type { OpenDiscussion } from '../state/discussion.ts';
import type { Deadline } from '../state/deadlineShape.ts';
import type { EventOf, Meeting } from '../state/event.ts';
import type { Refusal } from './refusal.ts';

/** A meeting that starts at once is entered a few minutes after it began. */
const graceMs = 15 * minute;

/** a meeting is never put beyond its deadline; one already overdue may still be held, as soon as possible. */
export const meetingFault = (meeting: Meeting, deadline: Deadline, at: Instant): Refusal | null => {
  if (millis(meeting.startsAt) < millis(at) - graceMs) return { code: 'timeInPast', what: 'meeting' };
  const { dueAt, rule } = deadline;
  if (dueAt !== null && at <= dueAt && meeting.startsAt > dueAt) return { code: 'meetingTooLate', rule, dueAt };
  return null;
};

/**
 * Sets a new time: while the limit is ahead, not beyond it, whoever has met meanwhile, for only a quorate discussion
 * meets the limit; once it has passed, as soon as can be. What was shared and done stands, only the decision waits.
 */
export const reconvene = (
  state: OpenDiscussion,
  command: CommandOf<'reconvene'>,
  { at, practice }: Context,
): Ruling => {
  const { meeting, reason } = command;
  const phoneOnlyReason = (command.phoneOnlyReason ?? '').trim();
  const fault =
    meetingFault(meeting, state.deadline, at) ??
    formatFault(state, meeting, phoneOnlyReason, practice) ??
    childNamed(everyChild(state), { place: meeting.where, newTimeReason: reason });
  if (fault !== null) return refused(fault);
  const inquorate = inquorateOf(state, practice, (command.safetyActions ?? '').trim());
  const isByPhone = meeting.format === 'phone' && phoneOnlyReason !== '';
  return accepted({
    type: 'discussionReconvened',
    meeting,
    reason,
    inquorate,
    ...(isByPhone ? { phoneOnlyReason } : {}),
  });
};

/** M-1..M-4: another way to meet than before is held to the same rules as at first. */
const formatFault = (
  state: OpenDiscussion,
  { format }: Meeting,
  phoneOnlyReason: string,
  practice: Practice,
): Refusal | null => {
  if (format === state.meeting.format) return null;
  const blocks = ifHeldAs(state, format, { phoneOnlyReason }, practice).blocksOn('reconvene');
  return blocks.length === 0 ? null : { code: 'barred', blocks };
};

/** Q-9, "inquorate: urgent safeguarding only": information and safety actions stand, and who is missing is named. */
const inquorateOf = (
  state: OpenDiscussion,
  practice: Practice,
  safetyActions: string,
): EventOf<'discussionReconvened'>['inquorate'] => {
  if (state.stage === 'convened') return null;
  const missing = missingSeats(quorumOfAll(state, practice)).map(({ words, rule }) => ({ words, rule }));
  return { missing, safetyActions };
};

/** C-1, C-7: some reasons are none where there is reasonable cause. */
export const standDown = (
  state: OpenDiscussion,
  { reason, because, weighed = {} }: CommandOf<'standDown'>,
  { practice }: Context,
): Ruling => {
  const matter = matterOf(state);
  const answers = because === null ? matter.answers : { ...matter.answers, standDownBecause: because };
  const blocks = assess(practice, { ...matter, answers }).blocksOn('standDown');
  if (blocks.length > 0) return refused({ code: 'barred', blocks });
  const named = childNamed(everyChild(state), { standDownReason: reason });
  if (named !== null) return refused(named);
  return accepted({
    type: 'discussionStoodDown',
    reason,
    ...(because === null ? {} : { because }),
    ...(Object.keys(weighed).length === 0 ? {} : { weighed }),
  });
};
