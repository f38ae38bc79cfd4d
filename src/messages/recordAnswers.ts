/** What was filled in when deciding, besides the reasons: each answer under the words it was asked in. */
import { participants, type Decided } from '../discussion/state/discussion.ts';
import type { ChildDecision } from '../discussion/state/event.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import type { Field } from '../practice/language/parts.ts';
import type { Practice } from '../practice/practice.ts';
import { formatDate, isLocalDate } from '../practice/time/calendar.ts';

interface Answer {
  readonly question: string;
  readonly answer: string;
}

export const answersOf = (d: Decided, practice: Practice, child: ChildDecision): readonly Answer[] => {
  const { plan } = assessed(d, practice);
  const { outcomes, deciding } = assessed(d, practice).child(child.childId);
  return [
    ...child.outcomes.flatMap(({ code, fields }) =>
      answered(outcomes.find((outcome) => outcome.code === code)?.fields ?? [], fields),
    ),
    ...answered(plan, child.plan),
    ...deciding.flatMap(({ area, fields }) => answered(fields, child.further[area] ?? {})),
    ...scored(d, practice, child),
  ];
};

/** SC-3: each score with its analysis, and no average. */
const scored = (d: Decided, practice: Practice, { childId }: ChildDecision): readonly Answer[] => {
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

const answered = (fields: readonly Field[], answers: Readonly<Record<string, string>>): readonly Answer[] =>
  fields.flatMap((field) => {
    const answer = answers[field.name] ?? '';
    return answer === '' ? [] : [{ question: field.words, answer: answerWords(field, answer) }];
  });

const answerWords = ({ kind, choices }: Field, answer: string): string => {
  if (kind === 'date' && isLocalDate(answer)) return formatDate(answer);
  if (kind === 'yesNo') return answer === 'yes' ? 'Yes' : 'No';
  return choices?.find(({ value }) => value === answer)?.words ?? answer;
};
