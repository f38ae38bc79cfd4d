/** What was filled in when deciding, besides the reasons: each answer under the words it was asked in. */
import type { Decided } from '../discussion/state/discussion.ts';
import type { ChildDecision } from '../discussion/state/event.ts';
import { decidingAreas, fieldsWhenDeciding } from '../practice/answers/decidingAreas.ts';
import { permittedOutcomes, planFields } from '../practice/answers/outcomes.ts';
import { listedFacts } from '../practice/answers/situation.ts';
import type { Field } from '../practice/language/ruleParts.ts';
import type { Practice } from '../practice/practice.ts';
import { formatDate, isLocalDate } from '../practice/time/calendar.ts';

interface Answer {
  readonly question: string;
  readonly answer: string;
}

export const answersOf = (d: Decided, practice: Practice, child: ChildDecision): readonly Answer[] => {
  const facts = listedFacts(d.facts);
  const known = permittedOutcomes(practice, d.facts);
  return [
    ...child.outcomes.flatMap(({ code, fields }) =>
      answered(known.find((outcome) => outcome.code === code)?.fields ?? [], fields),
    ),
    ...answered(planFields(practice), child.plan),
    ...decidingAreas.flatMap((area) => answered(fieldsWhenDeciding(practice, area, facts), child.further[area] ?? {})),
  ];
};

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
