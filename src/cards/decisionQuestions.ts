import { hasRule, type Practice } from '../practice/practice.ts';
import type { Field } from '../practice/language/ruleParts.ts';
import type { ChildDecisionDraft } from '../conduct/drafts.ts';

const yesNoUnknown = [
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No' },
  { value: 'unknown', words: 'Not known' },
];

/** What else the rules must know before these outcomes can stand; named as the decision facts of `practice/facts.ts`. */
export const decisionQuestions = (
  practice: Practice,
  decision: Pick<ChildDecisionDraft, 'outcomes' | 's47'>,
): readonly Field[] => {
  const chosen = (code: string) => decision.outcomes.includes(code);
  const questions: Field[] = [];
  if (chosen('noFurtherAction') && hasRule(practice, 'O-7')) {
    questions.push({
      name: 'safeguardingConcerns',
      words: 'Does any safeguarding concern remain? (O-7)',
      kind: 'yesNo',
    });
  }
  if (decision.s47 && hasRule(practice, 'DL-2')) {
    questions.push({
      name: 'urgentEnquiry',
      words: 'Is concern high, with a conference or legal planning already decided? (DL-2)',
      kind: 'yesNo',
    });
  }
  if (chosen('policeOnly') && hasRule(practice, 'J-12')) {
    questions.push(
      {
        name: 'complainantIsAdult',
        words: 'Is an adult reporting what happened in their childhood? (O-4)',
        kind: 'yesNo',
      },
      { name: 'currentChildProtectionConcern', words: 'Is there a child protection concern now? (O-4)', kind: 'yesNo' },
      {
        name: 'childInContactWithAllegedOffender',
        words: 'Is any child now in contact with the alleged offender? (J-12)',
        kind: 'choice',
        choices: yesNoUnknown,
      },
    );
  }
  return questions;
};
