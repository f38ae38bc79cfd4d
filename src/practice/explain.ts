/**
 * What a standard requires of given facts, from convening to the last deadline, each answer citing its rules. It is
 * how a policy lead asks a standard a question, and how one standard is laid beside another.
 */
import type { AgendaItem } from './answers/agenda.ts';
import type { Duty, Escalation, OwedNotice } from './answers/duties.ts';
import type { Factor } from './answers/factors.ts';
import type { Invitees } from './answers/invitees.ts';
import type { LaterDeadline } from './answers/laterDeadlines.ts';
import type { Outcome } from './answers/outcomes.ts';
import { holds, type Implied } from './answers/reading.ts';
import type { AskedField } from './answers/requirements.ts';
import type { RequiredSeat } from './answers/seats.ts';
import type { Timescale } from './answers/timescales.ts';
import type { Trigger } from './answers/triggers.ts';
import { assess, type Assessment } from './assess.ts';
import { areas, type Area } from './language/parts.ts';
import { moments, type Moment, type Rule, type RuleKind, type Source } from './language/rule.ts';
import type { Format, MeetingType, Rank, RuleId, StandardKey } from './language/vocabulary.ts';
import type { Matter } from './matter.ts';
import { rulesOfKind, type Practice } from './practice.ts';

interface Cited {
  readonly rule: RuleId;
  readonly words: string;
}

export interface Explanation {
  readonly standard: { readonly key: StandardKey; readonly title: string; readonly version: string };
  /** What was taken from what. */
  readonly implied: readonly Implied[];
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

const meetingRules = (practice: Practice, { reading: { facts } }: Assessment): readonly Cited[] => [
  ...rulesOfKind(practice, 'complexMeeting')
    .filter(({ reasons }) => reasons.some((reason) => facts.has(reason)))
    .map(cite),
  ...ofKinds(practice, ['attendance', 'excluded', 'format']).map(cite),
];

const outcomeRules = (practice: Practice, { reading: { facts } }: Assessment): readonly Cited[] => [
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
const asIfEnquiry = (matter: Matter): Matter => ({
  ...matter,
  children: matter.children.map((child) =>
    child.decision === null || child.decision.s47 !== null
      ? child
      : { ...child, decision: { ...child.decision, s47: true } },
  ),
});

const answers = (practice: Practice, matter: Matter): Omit<Explanation, 'sources'> => {
  const found = assess(practice, matter);
  const withEnquiry = assess(practice, asIfEnquiry(matter));
  const { key, title, version } = practice.standard;
  const [first] = matter.children;
  return {
    standard: { key, title, version },
    implied: found.implied,
    triggers: found.triggers,
    factors: found.factors,
    timescale: found.timescale,
    meetingType: found.meetingType,
    meetingRules: meetingRules(practice, found),
    chair: found.chair,
    seats: found.seats,
    formats: found.formats,
    invitees: found.invitees,
    agenda: found.agenda,
    moments: moments.map((at) => ({ at, duties: withEnquiry.duties(at), notices: found.tell(at) })),
    asked: areas.map((area) => ({ area, fields: found.asked(area) })).filter(({ fields }) => fields.length > 0),
    outcomes: first === undefined ? [] : found.child(first.id).outcomes,
    outcomeRules: outcomeRules(practice, found),
    plan: found.plan,
    laterDeadlines: found.later,
    escalations: (['agencyDissent', 'referrerDisagrees'] as const).flatMap((of) => found.escalation(of) ?? []),
  };
};

/** Every id of a rule in an answer, wherever it stands. */
const idsIn = (value: unknown, ids: ReadonlySet<string>): readonly string[] => {
  if (typeof value === 'string') return ids.has(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each) => idsIn(each, ids));
};

/** All that the standard requires in this case. Times are instants in UTC. */
export function explain(practice: Practice, matter: Matter): Explanation {
  const found = answers(practice, matter);
  const cited = new Set(idsIn(found, new Set(practice.rules.map(({ id }) => id))));
  const sources = practice.rules
    .filter(({ id }) => cited.has(id))
    .map(({ id, text, source }) => [id, { ...source, text }] as const);
  return { ...found, sources: Object.fromEntries(sources) };
}
