import { z } from 'zod';
import { formatLondon, londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { attendanceOf } from '../discussion/state/discussion.ts';
import { correctionsOf } from '../discussion/state/correction.ts';
import { convenedBy } from '../discussion/state/handover.ts';
import { longestThatFits, plain, said, template, type Card } from './bind.ts';
import { withScores } from './scores.ts';
import { childrenLine } from '../words/childWords.ts';
import { itemLines } from '../words/agendaWords.ts';
import { decisionLines } from '../words/decisionLines.ts';
import { unseenLine } from '../words/enquiryWords.ts';
import { familyKnowsLines } from '../words/familyKnowsWords.ts';
import { handoverLine } from '../words/handoverWords.ts';
import { inquorate, inquorateLines } from '../words/inquorateWords.ts';
import { responsibleLines } from '../words/transferWords.ts';
import { impliedInShort } from '../words/impliedWords.ts';
import { citedRule } from '../words/ruleWords.ts';
import { atNoSeat, seatLines } from '../words/seatLines.ts';
import { warningWords } from '../words/warningWords.ts';
import { restrictedWords } from '../words/restrictedWords.ts';
import { joinUrlOf, whereOnCard } from '../words/whereWords.ts';
import { quorumNow } from '../discussion/matter/quorumNow.ts';
import { isMetOnline } from '../discussion/state/onlineMeeting.ts';
import { otherReadings } from '../words/readingWords.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import { cite } from '../words/citation.ts';

export const statusStyles = ['accent', 'good', 'warning', 'attention', 'emphasis'] as const;

const fact = z.object({ title: said, value: said });
const bind = template(
  'agenda',
  z.object({
    reference: plain,
    status: said,
    statusStyle: z.enum(statusStyles),
    children: said,
    facts: z.array(fact),
    /** Blank where nobody joins by a link. */
    joinUrl: plain,
    alerts: z.array(said),
    follows: z.array(said),
    seats: z.array(z.object({ mark: plain, words: said, who: said, state: said, colour: plain })),
    others: z.array(said),
    agenda: z.array(z.object({ number: z.number(), words: said, state: said })),
    outcomes: z.array(said),
    footer: said,
  }),
);

/**
 * How things stand, for those taking part, each in their own view or chat. Initials and age, never a name or date of birth,
 * and of what followed from what was reported no more than that something did.
 */
export const agendaCard = (d: Discussion, practice: Practice, now: Instant): Card => {
  const open = d.stage === 'convened' || d.stage === 'inSession';
  const others = atNoSeat(d, practice);
  const card = longestThatFits(otherCounts, (length) =>
    bind({
      reference: d.reference,
      ...statusOf(d, practice),
      children: childrenLine(d.children, londonDate(now)),
      facts: factsOf(d, practice),
      joinUrl: joinUrlOf(d),
      alerts: open ? alertsOf(d, practice, now) : notReachedAlerts(d),
      follows: open ? impliedInShort(assessed(d, practice).implied) : [],
      seats: seatLines(d, practice),
      others: counted(others, length),
      agenda: open
        ? itemLines(d, practice).map(({ item: { words }, number, state }) => ({ number, words, state }))
        : [],
      outcomes: d.stage === 'decided' ? decisionLines(d, practice) : [],
      footer: `${practice.standard.title}. Convened by ${convenedBy(d).name}. ${contributions(d)}`,
    }),
  );
  return withScores(card, d, practice, now);
};

/** How many of those who fill no seat are named; where there are very many, the rest is counted. */
const otherCounts = [60, 20, 5];

const counted = (lines: readonly string[], length: number): readonly string[] =>
  lines.length <= length ? lines : [...lines.slice(0, length), `And ${lines.length - length} more.`];

type Status = {
  readonly status: string;
  readonly statusStyle: (typeof statusStyles)[number];
};

export const statusOf = (d: Discussion, practice: Practice): Status => {
  switch (d.stage) {
    case 'convened':
      return { status: 'Convened', statusStyle: 'accent' };
    case 'inSession':
      return quorumNow(d, practice).quorate
        ? { status: 'In session: everyone needed is here', statusStyle: 'good' }
        : { status: 'In session: not enough to decide yet', statusStyle: 'warning' };
    case 'decided':
      return d.closed === null
        ? { status: correctionsOf(d).length > 0 ? 'Decided, and corrected since' : 'Decided', statusStyle: 'good' }
        : { status: 'Closed', statusStyle: 'emphasis' };
    case 'stoodDown':
      return { status: 'Stood down', statusStyle: 'emphasis' };
    default:
      return unreachable('stage', d);
  }
};

/** The latest: all of them are among what was said. */
const mostHandovers = 3;

const factsOf = (d: Discussion, practice: Practice) => [
  d.stage === 'decided'
    ? { title: 'Ended', value: formatLondon(d.decision.meetingEndedAt) }
    : { title: 'When', value: formatLondon(d.meeting.startsAt) },
  { title: 'Where', value: whereOnCard(d) },
  ...(d.isRestricted ? [{ title: 'Restricted', value: restrictedWords }] : []),
  {
    title: 'Deadline',
    value:
      d.deadline.dueAt === null
        ? `As soon as possible ${cite(d.deadline.rule)}`
        : [
            `${formatLondon(d.deadline.dueAt)} ${cite(d.deadline.rule)}`,
            ...otherReadings(assessed(d, practice).timescale, d.deadline),
          ].join('. '),
  },
  { title: 'Chair', value: d.chair.name },
  ...(d.stage === 'stoodDown' ? [] : responsibleLines(d, practice)).map((value) => ({ title: 'Responsible', value })),
  ...d.handovers.slice(-mostHandovers).map((handover) => ({ title: 'Handed over', value: handoverLine(handover) })),
  ...(d.follows === null ? [] : [{ title: 'Follows', value: d.follows.reference }]),
  ...nextFacts(d),
  ...(d.stage === 'stoodDown' ? [{ title: 'Stood down because', value: d.reason }] : []),
];

/** The discussions that follow this one, and that none does where one was due. */
const nextFacts = (d: Discussion) =>
  d.stage !== 'decided'
    ? []
    : [
        ...d.next.map(({ reference, stands }) => ({
          title: 'Followed by',
          value: `${reference}, ${nextWords[stands]}`,
        })),
        ...(d.nextCalledOff === null ? [] : [{ title: 'Further discussion', value: 'Called off' }]),
        ...(d.closed === null ? [] : [{ title: 'Closed', value: formatLondon(d.closed.at) }]),
      ];

const nextWords = { convened: 'convened', decided: 'held', stoodDown: 'stood down' } as const;

const alertsOf = (d: Discussion, practice: Practice, now: Instant): readonly string[] => [
  ...inquorateNow(d, practice),
  ...(d.stage === 'inSession' ? assessed(d, practice).cautions : []).map(citedRule),
  ...longerThanUsual(d, practice),
  ...[unseenLine(d, practice, now)].filter((line) => line !== null),
  ...familyKnowsLines(d),
  ...(d.deadline.dueAt !== null && d.deadline.dueAt < now
    ? ['The deadline has passed. Hold it as soon as possible.']
    : []),
  ...(d.deadline.dueAt !== null && d.deadline.dueAt >= now && d.meeting.startsAt > d.deadline.dueAt
    ? ['The meeting is planned after the deadline. Bring it forward.']
    : []),
  ...(isMetOnline(d) && d.arrangement.onlineMeeting === null && d.arrangement.fault !== null
    ? ['No link could be made to join the meeting. The convenor has been asked to say how to join.']
    : []),
  // T-4, T-10: who has been there may know.
  ...d.deadline.warnings
    .filter((warning) => warning === 'emergencyTimeUnknown')
    .map((warning) => warningWords(warning, d.deadline)),
  ...(d.emergencyActions.length > 0
    ? [`Emergency action has been recorded (${d.emergencyActions.length}). The details are in the record.`]
    : []),
  ...d.earlierMeetings.map(inquorateWords),
];

const inquorateNow = (d: Discussion, practice: Practice): readonly string[] => {
  const lines = inquorateLines(d, practice);
  return lines.length === 0 ? [] : [`${inquorate}. ${lines.join(' ')}`];
};

/** T-5: allowed, and longer than the usual ceiling. */
const longerThanUsual = (d: Discussion, practice: Practice): readonly string[] => {
  const { warnAt, governing } = assessed(d, practice).timescale;
  return warnAt === null || d.meeting.startsAt <= warnAt
    ? []
    : [
        `It is held later than ${formatLondon(warnAt)}, the usual limit. ${governing} allows it: hold it sooner if you can.`,
      ];
};

/** T-14, T-15: what has been reported since. */
const notReachedAlerts = (d: Discussion): readonly string[] =>
  d.stage !== 'decided'
    ? []
    : [
        ...(d.decision.whereaboutsUnknownAt === null
          ? []
          : [`The child has not been found since ${formatLondon(d.decision.whereaboutsUnknownAt)}.`]),
        ...(d.decision.accessRefusedAt === null
          ? []
          : [`Access to the child has been refused since ${formatLondon(d.decision.accessRefusedAt)}.`]),
      ];

/** What was agreed to keep the child safe is in the record: it may name people. */
const inquorateWords = ({ meeting, inquorate }: Discussion['earlierMeetings'][number]): string => {
  const when = `The meeting of ${formatLondon(meeting.startsAt)}`;
  if (inquorate === null) return `${when} was short of its minimum. The decision is still to be made.`;
  const missing = inquorate.missing.map(({ words }) => words).join(', ');
  const heard = missing === '' ? '' : ` Still to be heard: ${missing}.`;
  return `${when} was inquorate: urgent safeguarding only. The decision is still to be made.${heard}`;
};

const contributions = (d: Discussion): string => {
  const shared = d.information.length;
  const here = attendanceOf(d).filter(({ leftAt }) => leftAt === undefined).length;
  return `${here} taking part; ${shared} ${shared === 1 ? 'contribution' : 'contributions'} of information.`;
};
