/**
 * Every answer of a standard about one discussion, now. The only door to this folder: commands are refused by its blocks,
 * debts are owed by its debts, cards and letters show its answers, the operators' commands print it. Answers are worked
 * out when they are first asked for, once.
 */
import type { AgendaItem } from './answers/agenda.ts';
import type { Answers } from './answers/answers.ts';
import { agenda, openItems, openStages, startsEnquiry } from './answers/agenda.ts';
import { blocksOn, type Block, type Blockable } from './answers/blocks.ts';
import {
  areasWhenConvening,
  cautionOnChair,
  cautions,
  conveningCautions,
  type ConveningArea,
} from './answers/cautions.ts';
import { chairEligible, chairRule, ranksThatMayChair, type ChairEligibility } from './answers/chair.ts';
import { childAssessment, type ChildAssessment } from './answers/child.ts';
import { duties, escalation, noticesOwed, type Duty, type Escalation, type OwedNotice } from './answers/duties.ts';
import { liftedLimits } from './answers/extension.ts';
import { furtherDiscussion, type FurtherDiscussion, type NotReached } from './answers/furtherDiscussion.ts';
import { blankFactors, factors, priorities, type Factor, type Priority } from './answers/factors.ts';
import { formatsAllowed, usualVenue } from './answers/format.ts';
import type { Fault, Findings } from './answers/findings.ts';
import { invitees, type Invitees } from './answers/invitees.ts';
import { laterDeadlines, type LaterDeadline } from './answers/laterDeadlines.ts';
import { once as memo } from './answers/once.ts';
import { planFields } from './answers/outcomes.ts';
import { outcomesOf } from './answers/outcomeRules.ts';
import { questions, type Question } from './answers/questions.ts';
import { quorum, type Quorum } from './answers/quorum.ts';
import { impliedFacts, readMatter, type Implied, type Reading } from './answers/reading.ts';
import { readingsTaken, type ReadingTaken } from './answers/readingsTaken.ts';
import { requirementFields, requirementFindings, type AskedField } from './answers/requirements.ts';
import { scaleOf, scoreFindings, type Scale } from './answers/scaling.ts';
import { signOffOf, type SignOff } from './answers/signOff.ts';
import { seatsFor, type RequiredSeat } from './answers/seats.ts';
import { timescale, type Timescale } from './answers/timescales.ts';
import { triggers, type Trigger } from './answers/triggers.ts';
import { dueBy, eventsOf, type Due } from './answers/deadlines.ts';
import type { Area, DeadlineName } from './language/parts.ts';
import type { Moment } from './language/rule.ts';
import type { AgendaStage, Format, MeetingType, Rank, RuleId } from './language/vocabulary.ts';
import type { ChairCandidate, Matter, Score } from './matter.ts';
import type { Practice } from './practice.ts';

export type { ChildAssessment } from './answers/child.ts';

export interface Assessment {
  readonly meetingType: MeetingType;
  /** What was taken from what. */
  readonly implied: readonly Implied[];
  readonly triggers: readonly Trigger[];
  readonly factors: readonly Factor[];
  /** Those of them that nobody has written down as weighed. */
  readonly blankFactors: readonly Factor[];
  /** Which children come first, where one of them is concerned. */
  readonly priorities: readonly Priority[];
  readonly timescale: Timescale;
  readonly chair: { readonly rule: RuleId; readonly words: string; readonly ranks: readonly Rank[] | null };
  readonly mayChair: (candidate: ChairCandidate) => ChairEligibility;
  /** What to weigh about who takes part (CH-6, Q-2). */
  readonly cautions: readonly Fault[];
  /** What to weigh before it is convened: about what was asked, and about this chair. */
  readonly conveningCautions: (chair: ChairCandidate) => readonly Fault[];
  readonly formats: readonly Format[];
  readonly venue: string | null;
  /** Every seat the meeting must fill. */
  readonly seats: readonly RequiredSeat[];
  /** Who fills them, of those taking part. */
  readonly quorum: Quorum;
  readonly invitees: Invitees;
  readonly agenda: readonly AgendaItem[];
  /** Those of its items that nothing has been entered about. */
  readonly openItems: readonly Fault[];
  /** The stages of it that may be worked on; none where the standard has no stages. */
  readonly openStages: readonly AgendaStage[];
  /** What the convene form asks. */
  readonly questions: readonly Question[];
  /** The fields asked while convening, by area, where any are. */
  readonly convening: readonly { readonly area: ConveningArea; readonly fields: readonly AskedField[] }[];
  /** What the rules ask of the discussion, area by area. */
  readonly asked: (area: Area) => readonly AskedField[];
  /** What is missing in these answers to it, or not as the rules want it: what blocks, and what to weigh. */
  readonly findings: (area: Area, answers: Answers) => Findings;
  /** A rule in the words of the standard; null where it has no such rule. */
  readonly ruleWords: (rule: RuleId) => string | null;
  /** An outcome's name in the words of the standard; the code where it has none. */
  readonly outcomeWords: (code: string) => string;
  readonly child: (childId: string) => ChildAssessment;
  readonly plan: readonly AskedField[];
  /** How each professional scales the safety of a child; null where the standard has nobody do so. */
  readonly scale: Scale | null;
  /** How the record is signed, and by whom authorised. */
  readonly signOff: SignOff;
  /** What is wrong with a score. */
  readonly scored: (score: Score) => readonly Fault[];
  readonly blocksOn: (command: Blockable) => readonly Block[];
  readonly tell: (at: Moment) => readonly OwedNotice[];
  readonly duties: (at: Moment) => readonly Duty[];
  readonly escalation: (of: 'agencyDissent' | 'referrerDisagrees') => Escalation | null;
  /** The deadline of that name; null where the standard sets none, or what it runs from has not happened. */
  readonly due: (name: DeadlineName) => Due | null;
  /** Limits on the next discussion that no longer bind (DL-10). */
  readonly lifted: readonly DeadlineName[];
  /** What is asked for where a child is not found, or not to be seen, after a decision; null where no rule asks. */
  readonly notReached: (what: NotReached) => FurtherDiscussion | null;
  /** Dates that follow from what has happened, in the order of the standard. */
  readonly later: readonly LaterDeadline[];
  /** How what the source leaves open is read. */
  readonly readings: readonly ReadingTaken[];
  readonly reading: Reading;
}

export const assess = (practice: Practice, matter: Matter): Assessment => {
  const reading = readMatter(practice, matter);
  const once = memo();
  const later = (): readonly LaterDeadline[] => once('later', () => laterDeadlines(reading));
  return {
    meetingType: reading.meetingType,
    reading,
    get implied() {
      return once('implied', () => impliedFacts(reading));
    },
    get triggers() {
      return once('triggers', () => triggers(reading));
    },
    get factors() {
      return once('factors', () => factors(practice));
    },
    get blankFactors() {
      return once('blankFactors', () => blankFactors(reading));
    },
    get priorities() {
      return once('priorities', () => priorities(reading));
    },
    get timescale() {
      return once('timescale', () => timescale(reading));
    },
    get chair() {
      return once('chair', () => chairOf(reading));
    },
    mayChair: (candidate) => chairEligible(reading, candidate),
    get cautions() {
      return once('cautions', () => cautions(reading, this.quorum));
    },
    conveningCautions: (candidate) => {
      const onChair = cautionOnChair(reading, candidate);
      return [...conveningCautions(reading), ...(onChair === null ? [] : [onChair])];
    },
    get formats() {
      return formatsAllowed(practice);
    },
    get venue() {
      return usualVenue(practice);
    },
    get seats() {
      return once('seats', () => seatsFor(reading));
    },
    get quorum() {
      return once('quorum', () => quorum(reading));
    },
    get invitees() {
      return once('invitees', () => invitees(reading));
    },
    get agenda() {
      return once('agenda', () => agenda(reading));
    },
    get openItems() {
      return once('openItems', () => openItems(this.agenda, matter.agenda.entries, startsEnquiry(matter)));
    },
    get openStages() {
      return once('openStages', () => openStages(this.agenda, matter.agenda.entries, startsEnquiry(matter)));
    },
    get questions() {
      return once('questions', () => questions(practice));
    },
    get convening() {
      return areasWhenConvening(reading)
        .map((area) => ({ area, fields: requirementFields(practice, area, reading.holds) }))
        .filter(({ fields }) => fields.length > 0);
    },
    asked: (area) => requirementFields(practice, area, reading.holds),
    findings: (area, answers) => requirementFindings(practice, area, reading.holds, answers),
    ruleWords: (id) => practice.rules.find((rule) => rule.id === id)?.text ?? null,
    outcomeWords: (code) => outcomesOf(practice).find(({ data }) => data.code === code)?.data.words ?? code,
    child: (childId) => once(`child:${childId}`, () => childAssessment(reading, childId, later)),
    get plan() {
      return once('plan', () => planFields(practice));
    },
    get scale() {
      return scaleOf(practice);
    },
    get signOff() {
      return once('signOff', () => signOffOf(reading));
    },
    scored: (score) => scoreFindings(practice, [score]).faults,
    blocksOn: (command) => blocksOn(reading, command),
    tell: (at) => noticesOwed(reading, at),
    duties: (at) => duties(reading, at),
    escalation: (of) => escalation(practice, of),
    due: (name) => dueBy(practice, name, eventsOf(matter), reading.meetingType),
    get lifted() {
      return liftedLimits(reading);
    },
    notReached: (what) => furtherDiscussion(reading, what),
    get later() {
      return later();
    },
    get readings() {
      return readingsTaken(practice);
    },
  };
};

const chairOf = (reading: Reading): Assessment['chair'] => {
  const rule = chairRule(reading);
  return { rule: rule.id, words: rule.text, ranks: ranksThatMayChair(reading.practice, rule) };
};
