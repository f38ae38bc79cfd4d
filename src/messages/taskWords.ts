/**
 * What tasks and reminders say. Each names its rule in the words of the standard. What people wrote, and what the family
 * is told, stands only where the reader is in Teams or at a secure address.
 */
import type { RuleId } from '../practice/language/vocabulary.ts';
import { withheldWords } from '../words/decisionWords.ts';
import { dutyNames } from '../words/dutyWords.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { escalation, noticesOwed } from '../practice/answers/duties.ts';
import type { Instant } from '../practice/time/instant.ts';
import { ruleOf, hasRule, type Practice } from '../practice/practice.ts';
import { listedFacts } from '../practice/answers/situation.ts';
import type { Decided, Discussion } from '../discussion/state/discussion.ts';
import { invitationOf, participants } from '../discussion/state/discussion.ts';
import { seatsNotPromised } from '../discussion/matter/foreseen.ts';
import {
  isDuty,
  type Notice,
  type ReminderKind,
  type TaskKind,
  type TrackedNotice,
} from '../discussion/state/notice.ts';
import { duties } from '../discussion/debts/oweDecision.ts';
import { followingDeadlines, overdueDuties } from '../discussion/debts/followUp.ts';
import { leadSocialWorker } from '../discussion/debts/responsible.ts';
import { disagreementOf, type Dispute } from '../discussion/state/telling.ts';
import { meetingFaultWords } from './meetingFaultWords.ts';
import { isToldNoOutcome } from './referrerLetters.ts';
import { telephoneWords } from './telephoneWords.ts';
import { unreachable } from '../practice/language/unreachable.ts';

export interface TaskNotice extends Notice {
  readonly kind: TaskKind | ReminderKind;
}

export interface Words {
  readonly heading: string;
  readonly lines: readonly string[];
}

interface Given {
  readonly practice: Practice;
  readonly now: Instant;
  readonly notices: readonly TrackedNotice[];
  readonly secure: boolean;
}

export const taskWords = (notice: TaskNotice, d: Discussion, given: Given): Words => {
  const { practice } = given;
  const { kind } = notice;
  if (isDuty(kind)) return dueWords(laterHeadings[kind], notice, practice);
  switch (kind) {
    case 'tellOthers':
      return tellOthers(d, practice);
    case 'followUp':
      return followUp(notice, d, given);
    case 'tellReferrer':
      return tellReferrer(notice, d);
    case 'telephoneTask':
      return telephoneWords(d, given);
    case 'disagreement':
      return disagreementWords(d, given);
    case 'nothingHeard':
      return {
        heading: 'Somebody has not heard the outcome',
        lines: [
          ...disputeLines(d, given, 'heardNothing'),
          'Give them a written reply, or say when they will have one.',
        ],
      };
    case 'onlineMeetingFailed':
      return meetingFaultWords(d);
    case 'replyChaser':
      return {
        heading: 'Please reply to your invitation',
        lines: [
          `The strategy discussion ${d.reference} starts ${formatLondon(d.meeting.startsAt)}. We do not know yet whether you can come.`,
          'If you cannot, name somebody who can decide for your agency, or send what your agency knows.',
        ],
      };
    case 'quorumWarning':
      return quorumWarning(d, practice);
    case 'decisionOverdue':
      return {
        heading: 'No decision has been recorded',
        lines: [
          `The meeting was set for ${formatLondon(d.meeting.startsAt)}. Record the decision, set a new time, or stand the discussion down.`,
          ...(d.deadline.dueAt === null
            ? []
            : [`It has to be held by ${formatLondon(d.deadline.dueAt)} (${d.deadline.rule}).`]),
          'Emergency action does not wait for a decision (E-1).',
        ],
      };
    case 'overdueDigest':
      return overdueWords(notice, d, practice);
    default:
      return unreachable('message', kind);
  }
};

/** N-2. For a relative or member of the public it is no more than their letter says (N-6). */
const tellReferrer = ({ rule }: Notice, d: Discussion): Words => {
  const how = `Tell them in person or by telephone, as soon as you can${rule === null ? '' : ` (${rule})`}.`;
  return isToldNoOutcome(d)
    ? {
        heading: 'Tell the referrer that it has been looked into',
        lines: [
          how,
          'Give no details: they are a relative or a member of the public (N-6). Then record here that you have told them.',
        ],
      }
    : {
        heading: 'Tell the referrer what was decided',
        lines: [how, 'Tell them the outcome and nothing about anybody else (N-6). Then record here that you have.'],
      };
};

const dueWords = (heading: string, { rule, deadline }: Notice, practice: Practice): Words => ({
  heading,
  lines: [...(deadline === null ? [] : [`Due by ${formatLondon(deadline)}.`]), cited(practice, rule)],
});

const laterHeadings = {
  recordDue: 'The record is due',
  minutesDue: 'The signed minutes are due',
  childSeenDue: 'The child must be seen',
  enquiryDue: 'The section 47 enquiry is due',
  conferenceDue: 'The child protection conference is due',
  assessmentDue: 'The assessment is due',
  nextDiscussionDue: 'The next strategy discussion is due',
  conclusionDue: 'The process must be concluded',
  furtherDiscussionDue: 'A further strategy discussion is due',
} as const;

const overdueWords = ({ owedAt }: Notice, d: Discussion, practice: Practice): Words => {
  if (d.stage !== 'decided') throw new Error(`nothing is overdue for ${d.reference}: it is ${d.stage}`);
  const overdue = overdueDuties(d, practice, owedAt);
  if (overdue.length === 0) return { heading: 'All reported as done', lines: ['Nothing is overdue any more.'] };
  return {
    heading: 'Not yet reported as done',
    lines: [
      ...overdue.map(
        ({ kind, to, rule, deadline }) =>
          `${sentenceCase(dutyNames[kind])}: due by ${formatLondon(deadline)} (${rule}). With ${to.name}.`,
      ),
      'If it has been done, say so. If not, agree who does it and by when.',
    ],
  };
};

const sentenceCase = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** The rule in the words of the standard, with its id. */
const cited = (practice: Practice, rule: RuleId | null): string =>
  rule !== null && hasRule(practice, rule) ? `${ruleOf(practice, rule).text} (${rule})` : '';

const tellOthers = (d: Discussion, practice: Practice): Words => ({
  heading: 'Others must be told of this discussion',
  lines: noticesOwed(practice, 'convening', listedFacts(d.facts)).map(({ words, rule }) => `${words} (${rule})`),
});

/** What falls to one person now (V-1, DL-*, F-1, J-11; R-4 to the chair): one message instead of many. */
const followUp = ({ recipient }: Notice, d: Discussion, { practice, secure }: Given): Words => {
  if (d.stage !== 'decided') throw new Error(`nothing follows from ${d.reference} yet: it is ${d.stage}`);
  const reader = recipient.to === 'person' ? recipient.personId : null;
  const now = duties(d, practice);
  const toChair = now.filter(({ to }) => to === 'chair' && reader === d.chair.personId);
  const toSocialWorker = reader === leadSocialWorker(d).personId ? nextSteps(d, practice, secure) : [];
  const others = now.filter(({ to }) => to !== 'chair' && reader === leadSocialWorker(d).personId);
  return {
    heading: 'What follows from the decision',
    lines: unique([
      ...[...toChair, ...others].map(({ words, rule }) => `Do this now: ${words} (${rule})`),
      ...toSocialWorker,
    ]),
  };
};

/** One rule may set two times that are the same (R-3). */
const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines)];

const nextSteps = (d: Decided, practice: Practice, secure: boolean): readonly string[] => {
  const family = d.decision.children.map(({ childId, familyTold }) =>
    familyTold.decision === 'told'
      ? `Child ${childId}: the family is told: ${familyTold.what} (F-1)`
      : `Child ${childId}: nothing is told to the family for now: ${withheldWords(practice, d, familyTold)} (F-1)`,
  );
  return [
    ...followingDeadlines(d, practice).map(({ words, rule, dueAt }) => `By ${formatLondon(dueAt)}: ${words} (${rule})`),
    ...(secure ? family : ['What the family is told was decided in the meeting. Ask the chair (F-1).']),
  ];
};

const disputeLines = (d: Discussion, { secure }: Given, kind: Dispute['kind']): readonly string[] => {
  const who = (dispute: Dispute): string =>
    d.referral.referrer.personId === dispute.by
      ? 'The referrer'
      : (participants(d).find((p) => p.personId === dispute.by)?.name ?? 'Somebody invited');
  return d.telling.disputes
    .filter((dispute) => dispute.kind === kind)
    .map((dispute) => `${who(dispute)}, ${formatLondon(dispute.at)}${secure ? `: ${dispute.text}` : ''}`);
};

/** D-1, D-2: each in the words of the standard, where it says where a disagreement goes. */
const disagreementWords = (d: Discussion, given: Given): Words => {
  const whose = d.telling.disputes
    .filter(({ kind }) => kind === 'disagrees')
    .map(({ by }) => disagreementOf(d.referral.referrer.personId, by));
  const procedures = [...new Set(whose)].flatMap((of) => escalation(given.practice, of) ?? []);
  return {
    heading: 'Somebody disagrees with the outcome',
    lines: [
      ...disputeLines(d, given, 'disagrees'),
      'Talk to them. If you cannot agree, it goes to the escalation procedure; the decision stands meanwhile.',
      ...procedures.map(({ words, rule }) => `${words} (${rule})`),
    ],
  };
};

/** Q-9: who has not answered, and for which seat, while there is time to find somebody else. */
const quorumWarning = (d: Discussion, practice: Practice): Words => ({
  heading: 'Not everybody needed has said they are coming',
  lines: [
    `The strategy discussion ${d.reference} starts ${formatLondon(d.meeting.startsAt)}.`,
    ...seatsNotPromised(d, practice).map(
      ({ words, rule }) => `Nobody has said they are coming for: ${words} (${rule})`,
    ),
    ...d.invitations
      .filter(({ participant }) => invitationOf(d, participant.personId)?.reply.answer === 'awaited')
      .map(({ participant }) => `No reply from ${participant.name}, ${participant.agency}`),
    'Telephone them, or invite somebody in their place. Without the minimum no decision counts; sharing information and emergency action do not wait (Q-9).',
  ],
});
