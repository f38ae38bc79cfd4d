import { chairEligible } from '../../practice/answers/chair.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { isFamily } from '../../practice/language/roles.ts';
import { forbiddenTo } from './forbidden.ts';
import type { CommandOf } from './command.ts';
import { actionBeforeConvening, deadlineFor } from '../matter/deadline.ts';
import type { Discussion } from '../state/discussion.ts';
import type { Child } from '../state/event.ts';
import { meetingFault } from './meeting.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

/** C-1, C-2: a manager convenes, whatever else is open on the child. Nothing here asks whether it is deserved. */
export const convene = (state: Discussion | null, command: CommandOf<'convene'>, context: Context): Ruling => {
  if (state !== null) return refused({ code: 'alreadyConvened', reference: state.reference });
  const { practice, at } = context;
  const deadline = deadlineFor(practice, { ...command, emergencyActionAt: actionBeforeConvening(command.facts) });
  const fault =
    forbiddenTo(context.actor, command, null) ??
    timesFault(command, at) ??
    childrenFault(command.children, command.meeting.startsAt, at) ??
    familyFault(command) ??
    chairFault(command, context) ??
    meetingFault(command.meeting, deadline, at);
  if (fault !== null) return refused(fault);
  const { reference, authority, children, referral, concern, facts, chair, invitees, meeting, place } = command;
  const { personId, name, role, agency, rank } = context.actor;
  return accepted({
    type: 'discussionConvened',
    reference,
    authority,
    standard: { key: practice.standard.key, version: practice.standard.version },
    children: [...children],
    referral,
    concern,
    facts,
    deadline,
    convenor: { personId, name, role, agency, rank, email: null },
    chair,
    invitees: [...invitees],
    meeting,
    place,
  });
};

const timesFault = ({ referral }: CommandOf<'convene'>, at: Instant): Refusal | null => {
  if (referral.receivedAt > at) return { code: 'timeInFuture', what: 'referral' };
  return referral.concernsIdentifiedAt > at ? { code: 'timeInFuture', what: 'concerns' } : null;
};

/** Who can be the subject: a child under 18 on the day of the meeting, or one expected within a year. */
export const childrenFault = (children: readonly Child[], meetingAt: Instant, at: Instant): Refusal | null => {
  if (children.length === 0) return { code: 'noChild' };
  const today = londonDate(at);
  for (const { childId, birth } of children) {
    if (birth.kind === 'born') {
      if (birth.on > today) return { code: 'birthInFuture', childId };
      if (yearsLater(birth.on, 18) <= londonDate(meetingAt)) return { code: 'notAChild', childId };
    } else if (birth.expectedOn > yearsLater(today, 1) || birth.expectedOn < yearsLater(today, -1)) {
      return { code: 'impossibleDueDate', childId };
    }
  }
  return null;
};

/** The same day of another year, as text; 29 February stays so, which compares as wanted. */
const yearsLater = (date: string, years: number): string =>
  `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;

/** S-1: parents, carers and family are never invited. */
const familyFault = ({ invitees, chair }: CommandOf<'convene'>): Refusal | null => {
  const family = [...invitees, chair].find((p) => isFamily(p.role));
  return family === undefined ? null : { code: 'familyInvited', rule: 'S-1', name: family.name };
};

const chairFault = ({ chair, facts }: CommandOf<'convene'>, { practice }: Context): Refusal | null => {
  const eligible = chairEligible(practice, chair, facts);
  return eligible.eligible
    ? null
    : { code: 'chairNotEligible', rule: eligible.rule, name: chair.name, ranks: eligible.ranksAllowed };
};
