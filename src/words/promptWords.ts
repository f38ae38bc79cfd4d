/** What agencies answered to what they were asked under the agenda (A-DA-11, A-DA-12). */
import { assessed } from '../discussion/matter/assessed.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { AgendaItem } from '../practice/answers/agenda.ts';
import type { Practice } from '../practice/practice.ts';
import type { Answered } from './answerWords.ts';
import { nameAndAgency } from './whoTheyAre.ts';

type Shared = Discussion['information'][number];

/** What was asked stands as the standard of this discussion has it. */
export const promptsAnswered = (d: Discussion, practice: Practice, { answers = {} }: Shared): readonly Answered[] => {
  const asked = new Map(assessed(d, practice).agenda.flatMap(({ prompts }) => prompts.map((p) => [p.name, p.words])));
  return Object.entries(answers).map(([name, answer]) => ({ question: asked.get(name) ?? name, answer }));
};

/** Under one item, each with whose it is; the newest first. */
export const answersUnder = (d: Discussion, { prompts }: AgendaItem): readonly string[] =>
  d.information
    .toReversed()
    .flatMap(({ personId, answers = {} }) =>
      prompts.flatMap(({ name, words }) =>
        answers[name] === undefined ? [] : [`${nameAndAgency(d, personId)}. ${words}: ${answers[name]}`],
      ),
    );
