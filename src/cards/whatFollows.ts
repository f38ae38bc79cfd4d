/** What would follow from each thing that can be ticked about a concern, as the standard answers for this very referral. */
import { draftAssessed } from '../conduct/draftAssessed.ts';
import type { ConveningDraft } from '../conduct/drafts.ts';
import { deadlineOf } from '../discussion/matter/deadline.ts';
import { nothingSaid, type SaidFact } from '../discussion/state/facts.ts';
import type { Assessment } from '../practice/assess.ts';
import { roleWordsIn } from '../practice/language/roles.ts';
import type { Practice } from '../practice/practice.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { groupLabels, groups, isListed, type Listed } from './concernQuestions.ts';

/** One heading of the concern page; what presses most comes first. */
export const headings = {
  sooner: 'Sets an earlier deadline',
  mustAttend: 'Somebody more must be there',
  toInvite: 'Somebody more to invite',
  otherMeeting: 'Changes the deadline or who chairs',
  ...groupLabels,
} as const;
export type Heading = keyof typeof headings;
export const headingOrder: readonly Heading[] = ['sooner', 'mustAttend', 'toInvite', 'otherMeeting', ...groups];

interface Tick {
  readonly fact: string;
  /** What it is, and in brackets what follows from it. */
  readonly title: string;
}

export interface TickList {
  readonly heading: Heading;
  readonly ticks: readonly Tick[];
}

/**
 * Each fact under the heading of what it brings when it is said alone. It hangs on the children and the referral and not
 * on what has been ticked, so nothing moves while the page is put right.
 */
export const tickLists = (body: ConveningDraft, practice: Practice, now: Instant): readonly TickList[] => {
  const saying = (said: readonly SaidFact[]): Assessment =>
    draftAssessed({ ...body, facts: { ...nothingSaid, said: [...said] } }, practice, now);
  const before = saying([]);
  const each = before.questions.filter(isListed).map((question) => {
    const after = saying([{ fact: question.fact as SaidFact['fact'], of: ofWhom(question, body) }]);
    return { question, ...following(before, after, practice) };
  });
  return headingOrder.flatMap((heading) => {
    const ticks = each
      .filter((one) => (one.heading ?? one.question.kind) === heading)
      .toSorted((a, b) => (heading === 'sooner' ? (a.dueAt ?? '').localeCompare(b.dueAt ?? '') : 0))
      .map(({ question: { fact, words }, brings }) => ({
        fact,
        title: brings.length === 0 ? words : `${words} (${brings.join('; ')})`,
      }));
    return ticks.length === 0 ? [] : [{ heading, ticks }];
  });
};

const ofWhom = ({ of }: Listed, { children }: ConveningDraft): SaidFact['of'] =>
  of === 'discussion' ? of : children.map(({ childId }) => childId);

interface Following {
  /** Null where nothing of this follows: then it stands with its own kind. */
  readonly heading: Exclude<Heading, (typeof groups)[number]> | null;
  readonly dueAt: Instant | null;
  readonly brings: readonly string[];
}

const following = (before: Assessment, after: Assessment, practice: Practice): Following => {
  const [wasDue, { dueAt }] = [deadlineOf(before).dueAt, deadlineOf(after)];
  const isSooner = dueAt !== null && (wasDue === null || dueAt < wasDue);
  const seats = after.seats.filter(({ seat }) => !before.seats.some((known) => known.seat === seat));
  const roles = newRoles(before, after, practice);
  const isOther = dueAt !== wasDue || after.chair.rule !== before.chair.rule;
  return {
    heading: mostPressing({
      sooner: isSooner,
      mustAttend: seats.length > 0,
      otherMeeting: isOther,
      toInvite: roles.length > 0,
    }),
    dueAt,
    brings: [
      ...(dueAt === wasDue || dueAt === null ? [] : [`by ${formatLondon(dueAt)}`]),
      ...seats.map(({ words }) => `${words} must be there`),
      ...roles,
      ...(after.chair.rule === before.chair.rule ? [] : ['another rule on who chairs']),
    ],
  };
};

type Brought = NonNullable<Following['heading']>;

/** The first of them that is so. */
const mostPressing = (brought: Readonly<Record<Brought, boolean>>): Brought | null =>
  (['sooner', 'mustAttend', 'otherMeeting', 'toInvite'] as const).find((heading) => brought[heading]) ?? null;

const newRoles = (before: Assessment, after: Assessment, practice: Practice): readonly string[] => {
  const known = [...before.invitees.required, ...before.invitees.consider];
  const seated = after.seats.map(({ inviteAs }) => inviteAs);
  const line = (lead: string, all: readonly string[]): readonly string[] => {
    const roles = all.filter((role) => !known.includes(role) && !seated.includes(role));
    return roles.length === 0 ? [] : [`${lead} ${roles.map((role) => roleWordsIn(practice, role)).join(' and ')}`];
  };
  return [...line('invite', after.invitees.required), ...line('consider', after.invitees.consider)];
};
