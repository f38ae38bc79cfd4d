import { z } from 'zod';
import { londonDate, londonTime } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import type { Assessment } from '../practice/assess.ts';
import type { DiscussionFacts } from '../discussion/state/facts.ts';
import { draftAssessed } from '../conduct/draftAssessed.ts';
import type { ConveningDraft, Draft } from '../conduct/drafts.ts';
import { choice, plain, template, type Card } from './bind.ts';
import { isAnswered } from './concernQuestions.ts';
import { tickedIn } from './conveneConcernForm.ts';
import { headings, tickLists } from './whatFollows.ts';

const bind = template(
  'convene-concern',
  z.object({
    reference: plain,
    revision: z.number(),
    standardTitle: plain,
    concern: plain,
    lists: z.array(z.object({ id: plain, label: plain, value: plain, choices: z.array(choice) })),
    questions: z.array(z.object({ id: plain, kind: plain, label: plain, value: plain, time: plain })),
  }),
);

/** Exactly the questions the configured standard needs, under what follows from each. `typed` is what was just entered, by input id. */
export const conveneConcernCard = (
  draft: Draft<ConveningDraft>,
  practice: Practice,
  now: Instant,
  typed: Readonly<Record<string, string>> | null,
): Card => {
  const asked = draftAssessed(draft.body, practice, now).questions;
  const entered = typed ?? savedConcern(draft.body, asked);
  const ticked = typed === null ? draft.body.facts.said.map(({ fact }): string => fact) : tickedIn(typed);
  const valueOf = (id: string, otherwise = ''): string => entered[id] ?? otherwise;
  return bind({
    reference: draft.id,
    revision: draft.revision,
    standardTitle: practice.standard.title,
    concern: valueOf('concern'),
    lists: tickLists(draft.body, practice, now).map(({ heading, ticks }) => ({
      id: heading,
      label: headings[heading],
      value: ticks
        .map(({ fact }) => fact)
        .filter((fact) => ticked.includes(fact))
        .join(','),
      choices: ticks.map(({ fact, title }) => ({ title, value: fact })),
    })),
    questions: asked.filter(isAnswered).map((q) => ({
      id: q.fact,
      kind: q.kind,
      label: q.words,
      value: q.kind === 'yesNo' ? valueOf(q.fact, 'none') : valueOf(`${q.fact}.date`),
      time: valueOf(`${q.fact}.time`),
    })),
  });
};

const savedConcern = (
  { concern, facts }: ConveningDraft,
  asked: Assessment['questions'],
): Readonly<Record<string, string>> => ({
  concern,
  ...Object.fromEntries(asked.filter(isAnswered).flatMap((question) => savedAnswer(question.fact, facts))),
});

const savedAnswer = (fact: string, { answers, ofChild }: DiscussionFacts): readonly (readonly [string, string])[] => {
  const ofOne = Object.values(ofChild).find((own) => own[fact] !== undefined);
  const answer = answers[fact] ?? ofOne?.[fact];
  if (answer === undefined) return [];
  return typeof answer === 'boolean'
    ? [[fact, answer ? 'yes' : 'no']]
    : [
        [`${fact}.date`, londonDate(answer as Instant)],
        [`${fact}.time`, londonTime(answer as Instant)],
      ];
};
