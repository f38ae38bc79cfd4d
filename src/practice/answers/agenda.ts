/** What the meeting goes through (A-*), in the order of the standard. */
import { rulesOfKind, type Practice } from '../practice.ts';
import { agendaStages, type AgendaStage, type Rule } from '../language/rule.ts';
import type { Fault } from './findings.ts';
import type { Reading } from './reading.ts';
import type { RuleId } from '../language/vocabulary.ts';

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
}

/** Every item needs an entry, or `not applicable` with a reason, before the discussion closes. */
export const agenda = ({ practice, holds }: Reading): readonly AgendaItem[] => {
  const isRaised = (rule: Rule): boolean => 'when' in rule && holds(rule.when);
  const raised = new Set(practice.rules.filter(isRaised).map(({ id }) => id));
  const items = rulesOfKind(practice, 'agenda').map((rule) => ({
    id: rule.id,
    words: rule.text,
    stage: rule.stage ?? null,
    onlyIfS47: rule.onlyIfS47 ?? false,
    prompted: [rule.id, ...(rule.covers ?? [])].some((id) => raised.has(id)),
    rules: [rule.id, ...(rule.covers ?? [])],
  }));
  return [...items, ...guidanceItems(practice, holds)];
};

/** C-19: guidance to be followed as well stands on the agenda where it is called for. */
const guidanceItems = (practice: Practice, holds: Reading['holds']): readonly AgendaItem[] =>
  rulesOfKind(practice, 'trigger').flatMap(({ id, when, guidance }) =>
    guidance === undefined || !holds(when)
      ? []
      : [{ id, words: guidance, stage: null, onlyIfS47: false, prompted: true, rules: [id] }],
  );

/** What was said under an item, or why it does not apply. */
interface AgendaEntry {
  readonly entry?: string | undefined;
  readonly notApplicableBecause?: string | undefined;
}
export type AgendaEntries = Readonly<Record<RuleId, AgendaEntry | undefined>>;

const isDealtWith = (entry: AgendaEntry | undefined): boolean =>
  [entry?.entry, entry?.notApplicableBecause].some((text) => (text ?? '').trim() !== '');

/** The items still open: each needs an entry or a reason before the discussion closes. */
export const openItems = (
  items: readonly AgendaItem[],
  entries: AgendaEntries,
  s47: boolean | null,
): readonly Fault[] =>
  items
    .filter(({ id, onlyIfS47 }) => (!onlyIfS47 || s47 === true) && !isDealtWith(entries[id]))
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
