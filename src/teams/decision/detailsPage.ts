/** The second page about a child: what its outcomes, the plan and the rules still need. */
import { childDecision } from '../../cards/childDecision.ts';
import { decisionDetailsCard } from '../../cards/decisionDetails.ts';
import { readDetails } from '../../cards/askedFields.ts';
import { detailSections, familyInPlan } from '../../cards/decisionSections.ts';
import { checkChild } from '../../discussion/matter/childCheck.ts';
import { citedRule } from '../../words/ruleWords.ts';
import { formAgain } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { aboutChild, withAnswer } from './aboutChild.ts';
import { save } from './decisionForm.ts';

export const detailsPage: Handler = aboutChild(({ press, edges, d, form, next, child, answer }) => {
  if (answer === undefined) return Promise.resolve({ card: next(form) });
  const practice = edges.conduct.practiceOf(d);
  const { details, problems } = readDetails(detailSections(answer, d, practice), press.data);
  const filled = { ...answer, details: { ...details, ...familyInPlan(answer, d, practice) }, complete: true };
  const { faults } = checkChild(d, childDecision(filled), practice);
  const wrong = [...problems, ...faults.map(citedRule)];
  if (wrong.length > 0) {
    return formAgain(() => decisionDetailsCard(form, d, child, filled, practice, edges.clock()), wrong);
  }
  return save(press, form, withAnswer(form.body, filled), edges, next);
});
