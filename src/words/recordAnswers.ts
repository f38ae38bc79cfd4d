/** What was filled in when deciding, besides the reasons, and what was recorded of the child before and since. */
import type { Decided } from '../discussion/state/discussion.ts';
import type { ChildDecision } from '../discussion/state/childDecision.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import type { Practice } from '../practice/practice.ts';
import { answered, type Answered } from './answerWords.ts';
import { enquiryAnswers } from './enquiryWords.ts';
import { scoresOf } from './scoreWords.ts';
import { notedArea, notedFields } from './notedWords.ts';

export const answersOf = (d: Decided, practice: Practice, child: ChildDecision): readonly Answered[] => {
  const { plan } = assessed(d, practice);
  const { outcomes, deciding } = assessed(d, practice).child(child.childId);
  return [
    ...child.outcomes.flatMap(({ code, fields }) =>
      answered(outcomes.find((outcome) => outcome.code === code)?.fields ?? [], fields),
    ),
    ...answered(plan, child.plan),
    ...deciding.flatMap(({ area, fields }) => answered(fields, child.further[area] ?? {})),
    ...answered(notedFields(d, practice, child), child.further[notedArea] ?? {}),
    ...enquiryAnswers(d, practice, child.childId),
    ...scoresOf(d, practice, child.childId),
  ];
};
