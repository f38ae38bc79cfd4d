/** The agenda as it is gone through: share, decide, plan; what was entered under each item, and which comes next. */
import { z } from 'zod';
import { assessed } from '../discussion/matter/assessed.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { AgendaItem } from '../practice/answers/agenda.ts';
import { agendaStages, type AgendaStage } from '../practice/language/vocabulary.ts';
import type { Practice } from '../practice/practice.ts';
import { entryWords, itemLines, stageWords, type ItemLine } from '../words/agendaWords.ts';
import { answersUnder } from '../words/promptWords.ts';
import { sentenceCase } from '../words/sentenceCase.ts';
import { choice, choiceOf, inPart, longestThatFits, plain, said, template, type Card } from './bind.ts';

const line = z.object({ words: said, state: said, answers: z.array(said) });
const bind = template(
  'agenda-items',
  z.object({
    reference: plain,
    lead: said,
    stages: z.array(z.object({ heading: z.array(said), items: z.array(line) })),
    choices: z.array(choice),
    next: plain,
  }),
);

/** How much of each entry is shown; the record has all of it, and the form of the item too. */
const entryLengths = [400, 120, 40];

export const agendaItemsCard = (d: Discussion, practice: Practice): Card => {
  const lines = itemLines(d, practice);
  const open = lines.filter(({ isOpen }) => isOpen);
  return longestThatFits(entryLengths, (length) =>
    bind({
      reference: d.reference,
      lead:
        open.length === 0 ? 'Every item has an entry.' : `${open.length} of ${lines.length} items have no entry yet.`,
      stages: inStages(lines, assessed(d, practice).openStages).map(({ heading, items }) => ({
        heading,
        items: items.map((each) => shown(d, each, length)),
      })),
      choices: lines.map(({ item, number, state }) => choiceOf(`${number} (${state}). ${item.words}`, item.id)),
      next: (open[0] ?? lines[0])?.item.id ?? '',
    }),
  );
};

const shown = (d: Discussion, { item, number, entry, state }: ItemLine, length: number) => ({
  words: `${number}. ${item.words}`,
  state: entry === null ? `${sentenceCase(state)}.` : inPart(entryWords(d, entry), length),
  answers: answersInPart(d, item, length),
});

/** The newest of what agencies answered under it: where there are more, the way to all of them. */
const mostAnswers = 6;

export const answersInPart = (d: Discussion, item: AgendaItem, length: number): readonly string[] => {
  const all = answersUnder(d, item);
  const more = all.length - mostAnswers;
  return [
    ...all.slice(0, mostAnswers).map((each) => inPart(each, length)),
    ...(more > 0 ? [`And ${more} more: read what was said.`] : []),
  ];
};

/** One group without a heading where the standard has no stages. */
const inStages = (
  lines: readonly ItemLine[],
  mayBeWorkedOn: readonly AgendaStage[],
): readonly { readonly heading: readonly string[]; readonly items: readonly ItemLine[] }[] => {
  const staged = agendaStages.map((stage) => ({
    heading: [headingOf(stage, mayBeWorkedOn)],
    items: lines.filter(({ item }) => item.stage === stage),
  }));
  const others = { heading: [], items: lines.filter(({ item }) => item.stage === null) };
  return [...staged, others].filter(({ items }) => items.length > 0);
};

const headingOf = (stage: AgendaStage, mayBeWorkedOn: readonly AgendaStage[]): string => {
  if (mayBeWorkedOn.includes(stage)) return stageWords[stage];
  return `${stageWords[stage]}: ${stage === 'planEnquiry' ? 'once an enquiry is to start' : 'once all of the above has an entry'}`;
};
