import { z } from 'zod';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import type { ChildDecisionDraft, DecidingDraft, Draft } from '../conduct/drafts.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Child } from '../discussion/state/childShape.ts';
import { withAsked } from './askedFields.ts';
import { plain, said, template, type Card } from './bind.ts';
import { childLine } from '../words/childWords.ts';
import { correctionIn, stepWords } from './decisionChild.ts';
import { detailSections } from './decisionSections.ts';

const bind = template(
  'decision-details',
  z.object({
    reference: plain,
    revision: z.number(),
    childId: plain,
    correction: z.number(),
    child: said,
    step: said,
  }),
);

/** The second page for one child: what its outcomes, the plan and the rules still need. */
export const decisionDetailsCard = (
  draft: Draft<DecidingDraft>,
  d: Discussion,
  child: Child,
  decision: ChildDecisionDraft,
  practice: Practice,
  now: Instant,
): Card =>
  withAsked(
    bind({
      reference: d.reference,
      revision: draft.revision,
      childId: child.childId,
      correction: correctionIn(draft),
      child: childLine(child, londonDate(now)),
      step: stepWords(draft, d, child),
    }),
    detailSections(decision, d, practice),
    (id) => decision.details[id] ?? '',
  );
