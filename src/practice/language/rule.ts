/**
 * What one rule of a standard is made of: an id, a plain sentence, where it stands, how strong it is, what the bot does
 * about it, and the parameters of its kind. Rules are data; the answers give each kind its meaning.
 */
import { z } from 'zod';
import {
  asks,
  code,
  due,
  facts,
  field,
  listOf,
  meetingType,
  name,
  outcome,
  prompt,
  rank,
  reading,
  roleList,
  ruleId,
  seat,
  under,
  when,
  words,
} from './parts.ts';
import { timescaleShape } from './timescaleShape.ts';
import { agendaSources, agendaStages, formats } from './vocabulary.ts';

/** `must` blocks; `should` blocks unless overridden with a reason, or warns; `consider` asks; `info` only informs. */
const strengths = ['must', 'should', 'consider', 'info'] as const;
export type Strength = (typeof strengths)[number];

/** What the bot does about a rule. `inform` alone marks a rule that is deliberately informational. */
const botActions = ['block', 'warn', 'ask', 'invite', 'schedule', 'agenda', 'notify', 'inform'] as const;

/** When a duty falls due, in the life of a discussion. */
export const moments = ['convening', 'meeting', 'decision', 'enquiry', 'afterwards'] as const;
export type Moment = (typeof moments)[number];
const moment = z.enum(moments, `must be one of ${moments.join(', ')}`);

const pair = z.tuple([name, name], 'must be two outcomes, such as [s47Joint, policeOnly]').readonly();

/** What every rule has, whatever its kind. */
const common = {
  id: ruleId,
  /** One plain sentence, readable by a council's policy lead. */
  text: words,
  /** Where it stands in the source. */
  heading: words,
  /** The source, where it is not the standard's own. */
  document: words.optional(),
  strength: z.enum(strengths, `must be one of ${strengths.join(', ')}`),
  bot: z
    .array(z.enum(botActions, `must be one of ${botActions.join(', ')}`), 'must be a list of what the bot does')
    .min(1, 'must say what the bot does')
    .readonly(),
  /** What must be answered for the rule to be met. */
  asks: asks.optional(),
  under: under.optional(),
  /** A reading that decides what the rule covers, where no parameter of its own says so. */
  hangsOn: reading.optional(),
};
const rule = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ ...common, kind: z.literal(kind), ...shape });

/** A discussion is called for. */
const trigger = rule('trigger', {
  when,
  /** What it must lead to: an enquiry, or a meeting rather than a call. */
  requires: z.enum(['s47', 'meeting']).optional(),
  /** The code of the fault where what it must lead to is left out; otherwise `s47Required`. */
  fault: code.optional(),
  /** A reason people give for not convening that this rule does not accept. */
  noBar: z.enum(['caseAlreadyOpen', 'recentlyAssessed']).optional(),
  /** A conference is expected for each of these. */
  conferenceFor: listOf(name).optional(),
  /** Further guidance to follow. */
  guidance: words.optional(),
});

/** How soon a discussion is held. */
const timescale = rule('timescale', timescaleShape);

const chair = rule('chair', {
  /** Null where any children's social care worker may chair. */
  ranks: listOf(rank).nullable(),
  /** Ranks above, who may always take it. */
  seniorRanks: listOf(rank).optional(),
  /** Ranks the rule would rather see; another allowed rank brings a caution. */
  preferred: listOf(rank).optional(),
  meetingType: meetingType.optional(),
  otherwise: z
    .strictObject({ reading, choice: name, ranks: listOf(rank) })
    .readonly()
    .optional(),
  /** Applies where these, and nothing else, make the meeting complex. */
  onlyFor: facts.optional(),
});

const invitee = rule('invitee', {
  when,
  roles: roleList,
  level: z.enum(['required', 'consider'], 'must be required or consider'),
  /** Of those roles, only the ones whose fact holds. */
  onlyIf: z.record(name, facts.unwrap().element).optional(),
  /** They are told as soon as possible, apart from being invited. */
  tell: z.literal('asap').optional(),
});

const agenda = rule('agenda', {
  stage: z.enum(agendaStages, `must be one of ${agendaStages.join(', ')}`).optional(),
  /** Facts that make the item more than routine. */
  when: when.optional(),
  onlyIfS47: z.literal(true).optional(),
  /** Other rules this item is there to satisfy. */
  covers: listOf(ruleId).optional(),
  /** What each agency’s own checks should answer. */
  agencyPrompts: listOf(prompt).optional(),
  /** What deals with it without an entry of its own, all of it together. */
  answeredBy: listOf(z.enum(agendaSources, `must be one of ${agendaSources.join(', ')}`)).optional(),
  /** The fields of the plan of an enquiry that deal with it. */
  inPlan: listOf(name).optional(),
});

/** Which formats are allowed, and what the standard would rather see. */
const format = rule('format', {
  allowed: listOf(z.enum(formats, `must be one of ${formats.join(', ')}`)).optional(),
  /** A telephone call alone needs a reason, unless this holds. */
  phoneOnlyIf: when.optional(),
  /** A telephone call alone is refused where this holds. */
  meetingRequiredIf: listOf(when).optional(),
  /** Nothing is said against a telephone call where this holds of any child. */
  unless: when.optional(),
  venue: words.optional(),
});

const outcomeRule = rule('outcome', {
  outcomes: listOf(outcome),
  /** To be thought of in these circumstances, unless one of those is chosen. */
  ponder: z
    .strictObject({ when, code, unlessChosen: listOf(name) })
    .readonly()
    .optional(),
});

/** Chosen outcomes refused in some circumstances: any of `never`, or any but `only`. */
const outcomeBar = rule('outcomeBar', {
  when: when.optional(),
  never: listOf(name).optional(),
  only: listOf(name).optional(),
  fault: code,
  /** Outcomes this rule alone makes possible. */
  outcomes: listOf(outcome).optional(),
});

/** Outcomes that do not go together. */
const exclusion = rule('exclusion', {
  /** Each stands alone, but for the outcomes named with it. */
  alone: z.record(name, listOf(name)).readonly(),
  apart: listOf(pair),
  cautions: listOf(pair),
});

const deadline = rule('deadline', {
  /** Only in these circumstances: of the child it concerns, where they differ. */
  when: when.optional(),
  due: listOf(due),
  /** Who must receive it, or what it needs. */
  to: listOf(name).optional(),
  requires: listOf(name).optional(),
  steps: listOf(name).optional(),
});

/** Somebody is told. */
const notice = rule('notice', {
  at: moment,
  to: name,
  how: z.enum(['immediately', 'asap', 'verbally', 'withTheOutcome']),
  when: when.optional(),
});

/** Something is done at a moment, by somebody. */
const duty = rule('duty', {
  at: moment,
  when: when.optional(),
  by: name.optional(),
  tasks: listOf(words).optional(),
});

/** Where a disagreement goes, step by step. */
const escalation = rule('escalation', { of: z.enum(['agencyDissent', 'referrerDisagrees']), steps: listOf(name) });

export const ruleSchema = z.discriminatedUnion('kind', [
  trigger,
  rule('factors', { factors: listOf(field) }),
  rule('factorPrompts', { prompts: z.record(name, words).readonly() }),
  timescale,
  chair,
  rule('complexMeeting', { reasons: facts }),
  rule('seats', { seats: listOf(seat), when: when.optional() }),
  /** What a meeting short of its minimum may still do. */
  rule('attendance', { inquorateAllows: listOf(name).optional() }),
  invitee,
  rule('excluded', { roles: roleList }),
  format,
  agenda,
  outcomeRule,
  outcomeBar,
  exclusion,
  rule('jointInvestigation', { concern: facts.unwrap().element }),
  rule('considerJoint', { when }),
  /** An adult's allegation about childhood: left to the police alone, it waits for an answer about children now. */
  rule('historicAllegation', {
    /** The outcome, and the ground given for it. */
    outcome: name,
    ground: name,
    /** What needs no joint investigation once no child is in contact with the alleged offender. */
    exempts: facts,
  }),
  rule('scale', { min: z.int(), max: z.int() }),
  rule('scaleAnalysis', {}),
  deadline,
  notice,
  duty,
  escalation,
  /** Something must be answered: what is in `asks`. */
  rule('requirement', {
    when: when.optional(),
    /** In these circumstances it is still asked, but nothing waits for it: an emergency passes. */
    neverBlocksIf: when.optional(),
  }),
  rule('information', {}),
]);

/** A rule as a standard's file has it, with the document it stands in. */
export type Rule = Readonly<z.output<typeof ruleSchema>> & { readonly source: Source };

export interface Source {
  readonly document: string;
  readonly heading: string;
}

export type RuleKind = Rule['kind'];
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>;
