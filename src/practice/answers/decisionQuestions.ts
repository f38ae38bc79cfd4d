/** What else the rules must know before the outcomes chosen for a child can stand. */
import type { Field } from '../language/parts.ts';
import type { RuleId } from '../language/vocabulary.ts';
import { nothingProposed } from '../matter.ts';
import { hasRule, type Practice } from '../practice.ts';
import type { ChildReading } from './reading.ts';

/** With the rule that has to know it. */
export type DecisionQuestion = Field & { readonly rule: RuleId };

const yesNoUnknown = [
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No' },
  { value: 'unknown', words: 'Not known' },
];

export const decisionQuestions = (practice: Practice, { child }: ChildReading): readonly DecisionQuestion[] => {
  const { outcomes, s47 } = child.decision ?? nothingProposed;
  const chosen = (code: string) => (outcomes ?? []).some((outcome) => outcome.code === code);
  const questions: DecisionQuestion[] = [];
  if (chosen('noFurtherAction') && hasRule(practice, 'O-7')) {
    questions.push({
      name: 'safeguardingConcerns',
      words: 'Does any safeguarding concern remain?',
      rule: 'O-7',
      kind: 'yesNo',
    });
  }
  if (s47 === true && hasRule(practice, 'DL-2')) {
    questions.push({
      name: 'urgentEnquiry',
      words: 'Is concern high, with a conference or legal planning already decided?',
      rule: 'DL-2',
      kind: 'yesNo',
    });
  }
  if (chosen('policeOnly') && hasRule(practice, 'J-12')) {
    questions.push(
      {
        name: 'complainantIsAdult',
        words: 'Is an adult reporting what happened in their childhood?',
        rule: 'O-4',
        kind: 'yesNo',
      },
      {
        name: 'currentChildProtectionConcern',
        words: 'Is there a child protection concern now?',
        rule: 'O-4',
        kind: 'yesNo',
      },
      {
        name: 'childInContactWithAllegedOffender',
        words: 'Is any child now in contact with the alleged offender?',
        rule: 'J-12',
        kind: 'choice',
        choices: yesNoUnknown,
      },
    );
  }
  return questions;
};
