/**
 * What a standard requires of given facts, from convening to the last deadline, each answer citing its rules. It is
 * how a policy lead asks a standard a question, and how one standard is laid beside another.
 */
import { agenda, type AgendaItem } from './answers/agenda.ts';
import { caseFacts, type CaseFacts } from './answers/caseFacts.ts';
import { chairRule, meetingType, ranksThatMayChair } from './answers/chair.ts';
import { duties, escalation, noticesOwed, type Duty, type Escalation, type OwedNotice } from './answers/duties.ts';
import { factors, type Factor } from './answers/factors.ts';
import { formatsAllowed } from './answers/format.ts';
import { invitees, type Invitees } from './answers/invitees.ts';
import { laterDeadlines, type LaterDeadline } from './answers/laterDeadlines.ts';
import { permittedOutcomes, planFields, type Outcome } from './answers/outcomes.ts';
import { rulesOfKind, type Practice } from './practice.ts';
import { areasAsked, requirementFields, type AskedField } from './answers/requirements.ts';
import { moments, type Moment, type Rule, type RuleKind, type Source } from './language/rule.ts';
import type { Area } from './language/ruleParts.ts';
import { seatsFor, type RequiredSeat } from './answers/seats.ts';
import { holds, type FactSet } from './answers/situation.ts';
import { timescale, type Timescale } from './answers/timescales.ts';
import { triggers, type Trigger } from './answers/triggers.ts';
import type { Format, MeetingType, Rank, RuleId, StandardKey } from './language/vocabulary.ts';

interface Cited {
  readonly rule: RuleId;
  readonly words: string;
}

export interface Explanation {
  readonly standard: { readonly key: StandardKey; readonly title: string; readonly version: string };
  readonly triggers: readonly Trigger[];
  readonly factors: readonly Factor[];
  readonly timescale: Timescale;
  readonly meetingType: MeetingType;
  /** What makes the meeting complex, and what the standard says of attendance and format. */
  readonly meetingRules: readonly Cited[];
  /** Null ranks: any children's social care worker. */
  readonly chair: Cited & { readonly ranks: readonly Rank[] | null };
  readonly seats: readonly RequiredSeat[];
  readonly formats: readonly Format[];
  readonly invitees: Invitees;
  readonly agenda: readonly AgendaItem[];
  readonly moments: readonly {
    readonly at: Moment;
    readonly duties: readonly Duty[];
    readonly notices: readonly OwedNotice[];
  }[];
  /** What must be answered, area by area. */
  readonly asked: readonly { readonly area: Area; readonly fields: readonly AskedField[] }[];
  readonly outcomes: readonly Outcome[];
  /** Rules that bind the choice of outcomes in these circumstances. */
  readonly outcomeRules: readonly Cited[];
  readonly plan: readonly AskedField[];
  readonly laterDeadlines: readonly LaterDeadline[];
  readonly escalations: readonly Escalation[];
  /** Every rule cited above, with where it stands. */
  readonly sources: Readonly<Record<RuleId, Source & { readonly text: string }>>;
}

const cite = ({ id, text }: Rule): Cited => ({ rule: id, words: text });

const ofKinds = (practice: Practice, kinds: readonly RuleKind[]): readonly Rule[] =>
  practice.rules.filter(({ kind }) => kinds.includes(kind));

const meetingRules = (practice: Practice, facts: FactSet): readonly Cited[] => [
  ...rulesOfKind(practice, 'complexMeeting')
    .filter(({ reasons }) => reasons.some((reason) => facts.has(reason)))
    .map(cite),
  ...ofKinds(practice, ['attendance', 'excluded', 'format']).map(cite),
];

const outcomeRules = (practice: Practice, facts: FactSet): readonly Cited[] => [
  ...rulesOfKind(practice, 'jointInvestigation')
    .filter(({ concern }) => facts.has(concern))
    .map(cite),
  ...rulesOfKind(practice, 'outcomeBar')
    .filter(({ when }) => holds(when, facts))
    .map(cite),
  ...rulesOfKind(practice, 'considerJoint')
    .filter(({ when }) => holds(when, facts))
    .map(cite),
  ...ofKinds(practice, ['historicAllegation', 'exclusion', 'scale', 'scaleAnalysis']).map(cite),
];

/** Until the decision is taken, what an enquiry would bring is shown as well. */
const asIfEnquiry = (given: CaseFacts, facts: FactSet): FactSet =>
  given.s47Decision === undefined || given.s47Decision === null ? new Set([...facts, 's47Yes' as const]) : facts;

const escalations = (practice: Practice): readonly Escalation[] =>
  (['agencyDissent', 'referrerDisagrees'] as const).flatMap((of) => escalation(practice, of) ?? []);

const answers = (practice: Practice, given: CaseFacts): Omit<Explanation, 'sources'> => {
  const facts = caseFacts(practice, given);
  const withEnquiry = asIfEnquiry(given, facts);
  const { key, title, version } = practice.standard;
  const type = meetingType(practice, given);
  const chair = chairRule(practice, given);
  return {
    standard: { key, title, version },
    triggers: triggers(practice, facts),
    factors: factors(practice),
    timescale: timescale(practice, given),
    meetingType: type,
    meetingRules: meetingRules(practice, facts),
    chair: { ...cite(chair), ranks: ranksThatMayChair(practice, chair) },
    seats: seatsFor(practice, given),
    formats: formatsAllowed(practice),
    invitees: invitees(practice, given),
    agenda: agenda(practice, given),
    moments: moments.map((at) => ({
      at,
      duties: duties(practice, at, withEnquiry),
      notices: noticesOwed(practice, at, facts),
    })),
    asked: areasAsked(practice, facts).map((area) => ({ area, fields: requirementFields(practice, area, facts) })),
    outcomes: permittedOutcomes(practice, given),
    outcomeRules: outcomeRules(practice, facts),
    plan: planFields(practice),
    laterDeadlines: laterDeadlines(practice, given, type),
    escalations: escalations(practice),
  };
};

/** Every id of a rule in an answer, wherever it stands. */
const idsIn = (value: unknown, ids: ReadonlySet<string>): readonly string[] => {
  if (typeof value === 'string') return ids.has(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each) => idsIn(each, ids));
};

/** All that the standard requires in this case. Times are instants in UTC. */
export function explain(practice: Practice, given: CaseFacts): Explanation {
  const found = answers(practice, given);
  const cited = new Set(idsIn(found, new Set(practice.rules.map(({ id }) => id))));
  const sources = practice.rules
    .filter(({ id }) => cited.has(id))
    .map(({ id, text, source }) => [id, { ...source, text }] as const);
  return { ...found, sources: Object.fromEntries(sources) };
}
