import { assess, type Assessment } from '../../practice/assess.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { isFamily } from '../../practice/language/roles.ts';
import { childNamed } from './childNamed.ts';
import { forbiddenTo } from './forbidden.ts';
import type { CommandOf } from './command.ts';
import { deadlineOf } from '../matter/deadline.ts';
import { matterBefore } from '../matter/matterOf.ts';
import type { Discussion } from '../state/discussion.ts';
import { isSameChild, type Child } from '../state/childShape.ts';
import { meetingFault } from './meeting.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

/** C-1, C-2: a manager convenes, whatever else is open on the child. Nothing here asks whether it is deserved. */
export const convene = (state: Discussion | null, command: CommandOf<'convene'>, context: Context): Ruling => {
  if (state !== null) return refused({ code: 'alreadyConvened', reference: state.reference });
  const { practice, at } = context;
  const found = assess(practice, matterBefore(command));
  const deadline = deadlineOf(found);
  const fault =
    forbiddenTo(context.actor, command, null) ??
    timesFault(command, at) ??
    childrenFault(command.children, command.meeting.startsAt, at) ??
    familyFault(command) ??
    chairFault(command, found) ??
    barredFault(found) ??
    meetingFault(command.meeting, deadline, at) ??
    childNamed(command.children, { place: command.meeting.where });
  if (fault !== null) return refused(fault);
  const { reference, authority, children, referral, concern, facts, follows, chair, invitees, meeting, restricted } =
    command;
  const place = restricted === true ? { ...command.place, kind: 'personal' as const } : command.place;
  const { personId, name, role, agency, rank } = context.actor;
  return accepted({
    type: 'discussionConvened',
    reference,
    authority,
    standard: { key: practice.standard.key, version: practice.standard.version, readings: practice.readings },
    children: [...children],
    referral,
    concern,
    facts,
    follows,
    deadline,
    convenor: { personId, name, role, agency, rank, email: null },
    chair,
    invitees: [...invitees],
    meeting,
    place,
    ...(restricted === true ? { restricted } : {}),
  });
};

const timesFault = ({ referral }: CommandOf<'convene'>, at: Instant): Refusal | null => {
  if (referral.receivedAt > at) return { code: 'timeInFuture', what: 'referral' };
  return referral.concernsIdentifiedAt > at ? { code: 'timeInFuture', what: 'concerns' } : null;
};

/** Who can be the subject: a child under 18 on the day of the meeting, or one expected within a year. */
export const childrenFault = (children: readonly Child[], meetingAt: Instant, at: Instant): Refusal | null => {
  if (children.length === 0) return { code: 'noChild' };
  const entered = enteredTwice(children) ?? namedByInitials(children);
  if (entered !== null) return entered;
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

const enteredTwice = (children: readonly Child[]): Refusal | null => {
  for (const [i, child] of children.entries()) {
    const first = children.slice(0, i).find((other) => isSameChild(other, child));
    if (first !== undefined) return { code: 'childTwice', childIds: [first.childId, child.childId] };
  }
  return null;
};

const namedByInitials = (children: readonly Child[]): Refusal | null => {
  for (const child of children) {
    const fault = childNamed([child], { initials: child.initials });
    if (fault !== null) return fault;
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

const chairFault = ({ chair }: CommandOf<'convene'>, { mayChair }: Assessment): Refusal | null => {
  const eligible = mayChair(chair);
  return eligible.eligible
    ? null
    : { code: 'chairNotEligible', rule: eligible.rule, name: chair.name, ranks: eligible.ranksAllowed };
};

/** M-1, M-3, M-4, CH-8: what the standard bars, and what it wants a reason for. */
const barredFault = ({ blocksOn }: Assessment): Refusal | null => {
  const blocks = blocksOn('convene');
  return blocks.length === 0 ? null : { code: 'barred', blocks };
};
