import type { ChildDecisionDraft } from '../conduct/drafts.ts';
import type { ChildDecision } from '../discussion/state/childDecision.ts';

/** The form as it would have to be filled in for this to be recorded: `childDecision` the other way round. */
export const draftOfDecision = (decision: ChildDecision): ChildDecisionDraft => {
  const { childId, s47, reasons, outcomes, plan, familyTold, answers, further } = decision;
  return {
    childId,
    s47,
    reasons,
    outcomes: outcomes.map(({ code }) => code),
    family: familyTold.decision,
    familyWhat: familyTold.what,
    details: {
      ...together(outcomes.map(({ code, fields }) => under(`outcome.${code}`, fields))),
      ...under('plan', plan),
      ...(familyTold.withheldBecause === null ? {} : { 'family.withheldBecause': familyTold.withheldBecause }),
      ...under('answer', answers),
      ...together(Object.entries(further).map(([area, fields]) => under(`further.${area}`, fields))),
    },
    complete: true,
  };
};

const under = (prefix: string, fields: Readonly<Record<string, string | boolean>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}.${name}`, asTyped(value)]));

const asTyped = (value: string | boolean): string => (typeof value === 'string' ? value : value ? 'yes' : 'no');

const together = (all: readonly Readonly<Record<string, string>>[]): Record<string, string> =>
  Object.fromEntries(all.flatMap((each) => Object.entries(each)));
