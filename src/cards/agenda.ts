import { z } from 'zod';
import { agenda as agendaItems } from '../practice/answers/agenda.ts';
import { formatLondon, londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { attendanceOf } from '../discussion/state/discussion.ts';
import { longestThatFits, plain, said, template, type Card } from './bind.ts';
import { childrenLine } from '../words/childWords.ts';
import { decisionLines } from '../words/decisionWords.ts';
import { seatLines, otherInvitees } from '../words/seatLines.ts';
import { joinUrlOf, whereOnCard } from '../words/whereWords.ts';
import { quorumNow } from '../discussion/matter/quorumNow.ts';
import { isMetOnline } from '../discussion/state/onlineMeeting.ts';
import { unreachable } from '../practice/language/unreachable.ts';

const fact = z.object({ title: said, value: said });
const bind = template(
  'agenda',
  z.object({
    reference: plain,
    nonce: plain,
    status: said,
    statusStyle: z.enum(['accent', 'good', 'warning', 'attention', 'emphasis']),
    children: said,
    facts: z.array(fact),
    /** Blank where nobody joins by a link. */
    joinUrl: plain,
    alerts: z.array(said),
    seats: z.array(z.object({ mark: plain, words: said, who: said, state: said, colour: plain })),
    others: z.array(said),
    agenda: z.array(z.object({ number: z.number(), words: said })),
    outcomes: z.array(said),
    footer: said,
    open: z.boolean(),
  }),
);

/** The card in the thread: what everybody in the place may see. Initials and age, never a name or date of birth. */
export const agendaCard = (d: Discussion, practice: Practice, now: Instant): Card => {
  const open = d.stage === 'convened' || d.stage === 'inSession';
  const others = otherInvitees(d, practice);
  return longestThatFits(otherCounts, (length) =>
    bind({
      reference: d.reference,
      nonce: `${d.reference}.${d.version}`,
      ...statusOf(d, practice),
      children: childrenLine(d.children, londonDate(now)),
      facts: factsOf(d),
      joinUrl: joinUrlOf(d),
      alerts: open ? alertsOf(d, now) : [],
      seats: seatLines(d, practice),
      others: counted(others, length),
      agenda: open ? agendaItems(practice, d.facts).map(({ words }, i) => ({ number: i + 1, words })) : [],
      outcomes: d.stage === 'decided' ? decisionLines(d, practice) : [],
      footer: `${practice.standard.title}. Convened by ${d.convenor.name}. ${contributions(d)}`,
      open,
    }),
  );
};

/** How many of those who fill no seat are named; where there are very many, the rest is counted. */
const otherCounts = [60, 20, 5];

const counted = (lines: readonly string[], length: number): readonly string[] =>
  lines.length <= length ? lines : [...lines.slice(0, length), `And ${lines.length - length} more.`];

type Status = {
  readonly status: string;
  readonly statusStyle: 'accent' | 'good' | 'warning' | 'attention' | 'emphasis';
};

const statusOf = (d: Discussion, practice: Practice): Status => {
  switch (d.stage) {
    case 'convened':
      return { status: 'Convened', statusStyle: 'accent' };
    case 'inSession':
      return quorumNow(d, practice).quorate
        ? { status: 'In session: everyone needed is here', statusStyle: 'good' }
        : { status: 'In session: not enough to decide yet', statusStyle: 'warning' };
    case 'decided':
      return { status: 'Decided', statusStyle: 'good' };
    case 'stoodDown':
      return { status: 'Stood down', statusStyle: 'emphasis' };
    default:
      return unreachable('stage', d);
  }
};

const factsOf = (d: Discussion) => [
  { title: 'When', value: formatLondon(d.meeting.startsAt) },
  { title: 'Where', value: whereOnCard(d) },
  {
    title: 'Deadline',
    value:
      d.deadline.dueAt === null
        ? `As soon as possible (${d.deadline.rule})`
        : `${formatLondon(d.deadline.dueAt)} (${d.deadline.rule})`,
  },
  { title: 'Chair', value: d.chair.name },
  ...(d.stage === 'stoodDown' ? [{ title: 'Stood down because', value: d.reason }] : []),
];

const alertsOf = (d: Discussion, now: Instant): readonly string[] => [
  ...(d.deadline.dueAt !== null && d.deadline.dueAt < now
    ? ['The deadline has passed. Hold it as soon as possible.']
    : []),
  ...(d.deadline.dueAt !== null && d.deadline.dueAt >= now && d.meeting.startsAt > d.deadline.dueAt
    ? ['The meeting is planned after the deadline. Bring it forward.']
    : []),
  ...(isMetOnline(d) && d.arrangement.onlineMeeting === null && d.arrangement.fault !== null
    ? ['No link could be made to join the meeting. The convenor has been asked to say how to join.']
    : []),
  ...(d.emergencyActions.length > 0
    ? [`Emergency action has been recorded (${d.emergencyActions.length}). The details are in the record.`]
    : []),
  ...(d.earlierMeetings.length > 0
    ? ['An earlier meeting was short of its minimum. The decision is still to be made.']
    : []),
];

const contributions = (d: Discussion): string => {
  const shared = d.information.length;
  const here = attendanceOf(d).length;
  return `${here} taking part; ${shared} ${shared === 1 ? 'contribution' : 'contributions'} of information.`;
};
