import type { ChildDecisionDraft } from '../conduct/drafts.ts';
import type { ChildDecision } from '../discussion/state/childDecision.ts';

/** The draft of one child as the decision to record; checkChild (discussion/matter/childCheck.ts) judges it. */
export const childDecision = (draft: ChildDecisionDraft): ChildDecision => {
  const { details } = draft;
  const under = (prefix: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(details).flatMap(([id, value]) =>
        id.startsWith(prefix) && value !== '' ? [[id.slice(prefix.length), value] as const] : [],
      ),
    );
  const answers = Object.entries(under('answer.')).map(
    ([name, value]) => [name, value === 'yes' ? true : value === 'no' ? false : value] as const,
  );
  const further = Object.entries(under('further.')).map(([id, value]) => ({ area: id.split('.')[0] ?? '', id, value }));
  const areas = [...new Set(further.map(({ area }) => area))];
  return {
    childId: draft.childId,
    s47: draft.s47,
    reasons: draft.reasons,
    outcomes: draft.outcomes.map((code) => ({ code, fields: under(`outcome.${code}.`) })),
    plan: draft.s47 ? under('plan.') : {},
    familyTold: {
      decision: draft.family,
      what: draft.familyWhat,
      withheldBecause: draft.family === 'withheld' ? (details['family.withheldBecause'] ?? '') : null,
    },
    answers: Object.fromEntries(answers),
    further: Object.fromEntries(areas.map((area) => [area, under(`further.${area}.`)])),
  };
};
