/**
 * What one rule of a standard is made of: an id, a plain sentence, where it comes from, how strong it is, and the
 * parameters of its kind. Rules are data; the functions of this folder give each kind its meaning.
 */
import type { PonderedOutcome, StandardFault } from './codes.ts';
import type { Period } from '../time/calendar.ts';
import type { FactName, RuleFact } from './factNames.ts';
import type { ReadingName, Under } from './readings.ts';
import type { Anchor, Asks, DueData, Field, OutcomeData, SeatData, When } from './ruleParts.ts';
import type { Format, MeetingType, Rank, RuleId } from './vocabulary.ts';

/** `must` blocks; `should` blocks unless overridden with a reason, or warns; `consider` asks; `info` only informs. */
export type Strength = 'must' | 'should' | 'consider' | 'info';

/** What the bot does about a rule. `inform` alone marks a rule that is deliberately informational. */
export type BotAction = 'block' | 'warn' | 'ask' | 'invite' | 'schedule' | 'agenda' | 'notify' | 'inform';

export interface Source {
  readonly document: string;
  readonly heading: string;
}

/** When a duty falls due, in the life of a discussion. */
export const moments = ['convening', 'meeting', 'decision', 'enquiry', 'afterwards'] as const;
export type Moment = (typeof moments)[number];

export const agendaStages = ['shareInformation', 'decideS47', 'planEnquiry'] as const;
export type AgendaStage = (typeof agendaStages)[number];

/** A discussion is called for. */
export interface TriggerBody {
  readonly kind: 'trigger';
  readonly when: When;
  /** What it must lead to: an enquiry, or a meeting rather than a call. */
  readonly requires?: 's47' | 'meeting';
  /** A reason people give for not convening that this rule does not accept. */
  readonly noBar?: 'caseAlreadyOpen' | 'recentlyAssessed';
  /** A conference is expected for each of these. */
  readonly conferenceFor?: readonly string[];
  /** Further guidance to follow. */
  readonly guidance?: string;
}

/** How soon a discussion is held. */
export interface TimescaleBody {
  readonly kind: 'timescale';
  readonly when?: When;
  readonly from: Anchor;
  /** The earliest holds. Empty where the rule gives no figure: as soon as possible. */
  readonly limits: readonly Period[];
  /** A shorter limit for some circumstances. */
  readonly sooner?: { readonly when: When; readonly limit: Period };
  /** What the rule says under another reading. */
  readonly otherwise?: readonly TimescaleReading[];
  readonly replaces?: readonly RuleId[];
  /** Worth a warning from here on, though the limit is later. */
  readonly warnAt?: Period;
  /** Advice where there is no limit. */
  readonly adviseAt?: Period;
  /** Where the rule itself does not apply, the same day deserves a thought (`considerSameDay`). */
  readonly considerWhen?: When;
  /** Roles to think of inviting to it. */
  readonly invite?: readonly string[];
}

export interface TimescaleReading {
  readonly reading: ReadingName;
  readonly choice: string;
  readonly limits?: readonly Period[];
  readonly replaces?: readonly RuleId[];
}

export interface ChairBody {
  readonly kind: 'chair';
  /** Null where any children's social care worker may chair. */
  readonly ranks: readonly Rank[] | null;
  /** Ranks above, who may always take it. */
  readonly seniorRanks?: readonly Rank[];
  /** Ranks the rule would rather see; another allowed rank brings a caution. */
  readonly preferred?: readonly Rank[];
  readonly meetingType?: MeetingType;
  readonly otherwise?: { readonly reading: ReadingName; readonly choice: string; readonly ranks: readonly Rank[] };
  /** Applies where these, and nothing else, make the meeting complex. */
  readonly onlyFor?: readonly FactName[];
}

export interface InviteeBody {
  readonly kind: 'invitee';
  readonly when: When;
  readonly roles: readonly string[];
  readonly level: 'required' | 'consider';
  /** Of those roles, only the ones whose fact holds. */
  readonly onlyIf?: Readonly<Record<string, RuleFact>>;
  /** They are told as soon as possible, apart from being invited. */
  readonly tell?: 'asap';
}

export interface AgendaBody {
  readonly kind: 'agenda';
  readonly stage?: AgendaStage;
  /** Facts that make the item more than routine. */
  readonly when?: When;
  readonly onlyIfS47?: true;
  /** Other rules this item is there to satisfy. */
  readonly covers?: readonly RuleId[];
}

/** Which formats are allowed, and what the standard would rather see. */
export interface FormatBody {
  readonly kind: 'format';
  readonly allowed?: readonly Format[];
  /** A telephone call alone brings a warning, unless this holds. */
  readonly phoneOnlyIf?: When;
  /** A telephone call alone is refused where this holds, unless the risk is immediate. */
  readonly meetingRequiredIf?: readonly When[];
  readonly venue?: string;
}

/** Chosen outcomes refused in some circumstances: any of `never`, or any but `only`. */
export interface OutcomeBarBody {
  readonly kind: 'outcomeBar';
  readonly when?: When;
  readonly never?: readonly string[];
  readonly only?: readonly string[];
  readonly fault: StandardFault;
  /** Outcomes this rule alone makes possible. */
  readonly outcomes?: readonly OutcomeData[];
}

/** Outcomes that do not go together. */
export interface ExclusionBody {
  readonly kind: 'exclusion';
  readonly alone: readonly string[];
  readonly apart: readonly (readonly [string, string])[];
  readonly cautions: readonly (readonly [string, string])[];
}

export type RuleBody =
  | TriggerBody
  | { readonly kind: 'factors'; readonly factors: readonly Field[] }
  | { readonly kind: 'factorPrompts'; readonly prompts: Readonly<Record<string, string>> }
  | TimescaleBody
  | ChairBody
  | { readonly kind: 'complexMeeting'; readonly reasons: readonly FactName[] }
  | { readonly kind: 'seats'; readonly seats: readonly SeatData[]; readonly when?: When }
  | {
      readonly kind: 'attendance';
      /** What a meeting short of its minimum may still do. */
      readonly inquorateAllows?: readonly string[];
    }
  | InviteeBody
  | { readonly kind: 'excluded'; readonly roles: readonly string[] }
  | FormatBody
  | AgendaBody
  | {
      readonly kind: 'outcome';
      readonly outcomes: readonly OutcomeData[];
      /** To be thought of in these circumstances, unless one of those is chosen. */
      readonly ponder?: {
        readonly when: When;
        readonly code: PonderedOutcome;
        readonly unlessChosen: readonly string[];
      };
    }
  | OutcomeBarBody
  | ExclusionBody
  | { readonly kind: 'jointInvestigation'; readonly concern: FactName }
  | { readonly kind: 'considerJoint'; readonly when: When }
  | { readonly kind: 'historicAllegation' }
  | { readonly kind: 'scale'; readonly min: number; readonly max: number }
  | { readonly kind: 'scaleAnalysis' }
  | {
      readonly kind: 'deadline';
      readonly due: readonly DueData[];
      /** Who must receive it, or what it needs. */
      readonly to?: readonly string[];
      readonly requires?: readonly string[];
      readonly steps?: readonly string[];
    }
  /** Somebody is told. */
  | {
      readonly kind: 'notice';
      readonly at: Moment;
      readonly to: string;
      readonly how: 'immediately' | 'asap' | 'verbally' | 'withTheOutcome';
      readonly when?: When;
    }
  /** Something is done at a moment, by somebody. */
  | {
      readonly kind: 'duty';
      readonly at: Moment;
      readonly when?: When;
      readonly by?: string;
      readonly tasks?: readonly string[];
    }
  /** Where a disagreement goes, step by step. */
  | {
      readonly kind: 'escalation';
      readonly of: 'agencyDissent' | 'referrerDisagrees';
      readonly steps: readonly string[];
    }
  /** Something must be answered: what is in `asks`. */
  | { readonly kind: 'requirement'; readonly when?: When }
  | { readonly kind: 'information' };

export type RuleKind = RuleBody['kind'];

/** What every rule has, whatever its kind, apart from where it stands in one standard. */
export interface RuleCommon {
  readonly id: RuleId;
  /** One plain sentence, readable by a council's policy lead. */
  readonly text: string;
  readonly strength: Strength;
  readonly bot: readonly BotAction[];
  /** What must be answered for the rule to be met. */
  readonly asks?: Asks;
  readonly under?: Under;
}

export type Rule = RuleBody & RuleCommon & { readonly source: Source };

export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>;
