/** What the meeting goes through (A-*), in the order of the standard, and which of it is still open. */
import { rulesOfKind, type Practice } from '../practice.ts';
import type { AgencyKind } from '../language/agencies.ts';
import type { Rule, RuleOf } from '../language/rule.ts';
import type { ChildMatter, Matter } from '../matter.ts';
import type { Fault } from './findings.ts';
import type { Reading } from './reading.ts';
import {
  agendaStages,
  type AgendaEntries,
  type AgendaEntry,
  type AgendaSource,
  type AgendaStage,
  type RuleId,
} from '../language/vocabulary.ts';

export interface AgendaItem {
  readonly id: RuleId;
  readonly words: string;
  /** Practice Standards only: the decision waits for the first stage, the plan for a decision to start an enquiry. */
  readonly stage: AgendaStage | null;
  /** Only taken if a section 47 enquiry starts. */
  readonly onlyIfS47: boolean;
  /** What is known makes this more than routine. */
  readonly prompted: boolean;
  /** The item's own id, then other rules it is there to satisfy. */
  readonly rules: readonly RuleId[];
  /** What is recorded elsewhere deals with it: it needs no entry of its own. */
  readonly answered: boolean;
  readonly prompts: readonly Prompt[];
}

/** What the people of an agency are asked under an item: offered to them, never in their way (A-DA-11, A-DA-12). */
export interface Prompt {
  readonly of: AgencyKind;
  readonly name: string;
  readonly words: string;
  readonly rule: RuleId;
}

/** Every item needs an entry, or `not applicable` with a reason, before the discussion closes. */
export const agenda = ({ practice, matter, holds }: Reading): readonly AgendaItem[] => {
  const isRaised = (rule: Rule): boolean => 'when' in rule && holds(rule.when);
  const raised = new Set(practice.rules.filter(isRaised).map(({ id }) => id));
  const items = rulesOfKind(practice, 'agenda').map((rule) => ({
    id: rule.id,
    words: rule.text,
    stage: rule.stage ?? null,
    onlyIfS47: rule.onlyIfS47 ?? false,
    prompted: [rule.id, ...(rule.covers ?? [])].some((id) => raised.has(id)),
    rules: [rule.id, ...(rule.covers ?? [])],
    answered: isAnswered(rule, matter),
    prompts: (rule.agencyPrompts ?? []).map((prompt) => ({ ...prompt, rule: rule.id })),
  }));
  return [...items, ...guidanceItems(practice, holds)];
};

const unasked = { stage: null, onlyIfS47: false, prompted: true, answered: false, prompts: [] } as const;

/** C-19: guidance to be followed as well stands on the agenda where it is called for. */
const guidanceItems = (practice: Practice, holds: Reading['holds']): readonly AgendaItem[] =>
  rulesOfKind(practice, 'trigger').flatMap(({ id, when, guidance }) =>
    guidance === undefined || !holds(when) ? [] : [{ ...unasked, id, words: guidance, rules: [id] }],
  );

const isAnswered = ({ answeredBy = [], inPlan = [] }: RuleOf<'agenda'>, matter: Matter): boolean => {
  if (answeredBy.length + inPlan.length === 0) return false;
  return answeredBy.every((source) => isGiven(source, matter)) && inPlan.every((field) => isPlanned(field, matter));
};

/** What is decided and scored of every child; the rest is as the discussion has it. */
const isGiven = (source: AgendaSource, { children, agenda: { given } }: Matter): boolean => {
  const ofEach = (has: (decision: NonNullable<ChildMatter['decision']>) => boolean): boolean =>
    children.length > 0 && children.every(({ decision }) => decision !== null && has(decision));
  switch (source) {
    case 'decision':
      return ofEach(({ s47 }) => s47 !== null);
    case 'familyTold':
      return ofEach(({ familyTold }) => familyTold !== null);
    case 'scores':
      return ofEach(({ scores }) => scores.length > 0);
    default:
      return given.has(source);
  }
};

/** Of every child about whom an enquiry starts, and of one at least. */
const isPlanned = (field: string, { children }: Matter): boolean => {
  const plans = children.flatMap(({ decision }) => (decision?.s47 === true ? [decision.plan] : []));
  return plans.length > 0 && plans.every((plan) => (plan?.[field] ?? '').trim() !== '');
};

const isDealtWith = (entry: AgendaEntry | undefined): boolean =>
  [entry?.entry, entry?.notApplicableBecause].some((text) => (text ?? '').trim() !== '');

/** True where an enquiry starts about one child at least, false where about none; null while that is open. */
export const startsEnquiry = ({ children }: Matter): boolean | null => {
  if (children.some(({ decision }) => decision?.s47 === true)) return true;
  return children.some(({ decision }) => (decision?.s47 ?? null) === null) ? null : false;
};

/** The items still open: each needs an entry or a reason before the discussion closes. */
export const openItems = (
  items: readonly AgendaItem[],
  entries: AgendaEntries,
  s47: boolean | null,
): readonly Fault[] =>
  items
    .filter(({ id, onlyIfS47, answered }) => (!onlyIfS47 || s47 === true) && !answered && !isDealtWith(entries[id]))
    .map(({ id, words }) => ({ code: `agendaItemOpen:${id}`, rule: id, words: `“${words}” has no entry.` }));

/**
 * The stages that may be worked on: the decision waits until everything in the first stage has been dealt with, the plan
 * for a decision to start an enquiry. Empty where the standard has no stages.
 */
export function openStages(
  items: readonly AgendaItem[],
  entries: AgendaEntries,
  s47: boolean | null,
): readonly AgendaStage[] {
  const inStage = (stage: AgendaStage): readonly AgendaItem[] => items.filter((item) => item.stage === stage);
  const [sharing, deciding, planning] = agendaStages;
  if (inStage(sharing).length === 0) return [];
  if (openItems(inStage(sharing), entries, s47).length > 0) return [sharing];
  return s47 === true ? [sharing, deciding, planning] : [sharing, deciding];
}
