import { z } from 'zod';
import { londonDate, londonTime } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import { questions } from '../practice/answers/questions.ts';
import type { ConveningDraft, Draft } from '../conduct/drafts.ts';
import { choice, plain, template, type Card } from './bind.ts';
import { groupLabels, groups, held, isAnswered } from './concernQuestions.ts';

const bind = template(
  'convene-concern',
  z.object({
    reference: plain,
    revision: z.number(),
    standardTitle: plain,
    concern: plain,
    groups: z.array(z.object({ id: plain, label: plain, value: plain, choices: z.array(choice) })),
    questions: z.array(z.object({ id: plain, kind: plain, label: plain, value: plain, time: plain })),
  }),
);

/** Step 3: exactly the questions the configured standard needs. `typed` is what was just entered, by input id. */
export const conveneConcernCard = (
  draft: Draft<ConveningDraft>,
  practice: Practice,
  typed: Readonly<Record<string, string>> | null,
): Card => {
  const entered = typed ?? savedConcern(draft.body);
  const valueOf = (id: string, otherwise = ''): string => entered[id] ?? otherwise;
  const asked = questions(practice);
  return bind({
    reference: draft.id,
    revision: draft.revision,
    standardTitle: practice.standard.title,
    concern: valueOf('concern'),
    groups: groups.flatMap((kind) => {
      const choices = asked.filter((q) => q.kind === kind).map((q) => ({ title: q.words, value: q.fact }));
      const id = held[kind];
      return choices.length === 0 ? [] : [{ id, label: groupLabels[kind], value: valueOf(id), choices }];
    }),
    questions: asked.filter(isAnswered).map((q) => ({
      id: q.fact,
      kind: q.kind,
      label: q.words,
      value: q.kind === 'yesNo' ? valueOf(q.fact, 'none') : valueOf(`${q.fact}.date`),
      time: valueOf(`${q.fact}.time`),
    })),
  });
};

const savedConcern = ({ concern, facts }: ConveningDraft): Readonly<Record<string, string>> => ({
  concern,
  circumstances: facts.circumstances.join(','),
  concerns: facts.concerns.join(','),
  complexReasons: facts.complexReasons.join(','),
  ...Object.fromEntries(Object.entries(facts.answers).flatMap(([fact, answer]) => savedAnswer(fact, answer))),
});

const savedAnswer = (fact: string, answer: boolean | string): readonly (readonly [string, string])[] =>
  typeof answer === 'boolean'
    ? [[fact, answer ? 'yes' : 'no']]
    : [
        [`${fact}.date`, londonDate(answer as Instant)],
        [`${fact}.time`, londonTime(answer as Instant)],
      ];
