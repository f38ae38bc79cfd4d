/** What was filled in when deciding, besides the reasons, and what was recorded of the child before and since. */
import { participants, type Decided } from '../discussion/state/discussion.ts';
import type { ChildDecision } from '../discussion/state/childDecision.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import type { Practice } from '../practice/practice.ts';
import { answered, type Answered } from '../words/answerWords.ts';
import { enquiryAnswers } from '../words/enquiryWords.ts';

export const answersOf = (d: Decided, practice: Practice, child: ChildDecision): readonly Answered[] => {
  const { plan } = assessed(d, practice);
  const { outcomes, deciding } = assessed(d, practice).child(child.childId);
  return [
    ...child.outcomes.flatMap(({ code, fields }) =>
      answered(outcomes.find((outcome) => outcome.code === code)?.fields ?? [], fields),
    ),
    ...answered(plan, child.plan),
    ...deciding.flatMap(({ area, fields }) => answered(fields, child.further[area] ?? {})),
    ...enquiryAnswers(d, practice, child.childId),
    ...scored(d, practice, child),
  ];
};

/** SC-3: each score with its analysis, and no average. */
const scored = (d: Decided, practice: Practice, { childId }: ChildDecision): readonly Answered[] => {
  const { scale } = assessed(d, practice);
  const ofChild = scale === null ? [] : d.scores.filter((score) => score.childId === childId);
  return ofChild.map(({ personId, score, analysis, wouldRaise }) => {
    const name = participants(d).find((p) => p.personId === personId)?.name ?? 'Somebody taking part';
    const raised = wouldRaise === '' ? [] : [`What would raise it: ${wouldRaise}`];
    const answer = [`${score} of ${scale?.max ?? score}`, analysis, ...raised].map(asSentence).join(' ');
    return { question: `How safe ${name} says the child is`, answer };
  });
};

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
