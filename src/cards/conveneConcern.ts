import { z } from 'zod';
import { londonDate, londonTime } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import type { Assessment } from '../practice/assess.ts';
import { isSaid, type DiscussionFacts } from '../discussion/state/facts.ts';
import { draftAssessed } from '../conduct/draftAssessed.ts';
import type { ConveningDraft, Draft } from '../conduct/drafts.ts';
import { choice, plain, template, type Card } from './bind.ts';
import { groupLabels, groups, isAnswered, isListed, type Group } from './concernQuestions.ts';

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
  now: Instant,
  typed: Readonly<Record<string, string>> | null,
): Card => {
  const asked = draftAssessed(draft.body, practice, now).questions;
  const entered = typed ?? savedConcern(draft.body, asked);
  const valueOf = (id: string, otherwise = ''): string => entered[id] ?? otherwise;
  return bind({
    reference: draft.id,
    revision: draft.revision,
    standardTitle: practice.standard.title,
    concern: valueOf('concern'),
    groups: groups.flatMap((kind) => {
      const choices = asked.filter((q) => q.kind === kind).map((q) => ({ title: q.words, value: q.fact }));
      return choices.length === 0
        ? []
        : [{ id: kind, label: `${groupLabels[kind]} (any that apply)`, value: valueOf(kind), choices }];
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

const savedConcern = (
  { concern, facts }: ConveningDraft,
  asked: Assessment['questions'],
): Readonly<Record<string, string>> => ({
  concern,
  ...Object.fromEntries(groups.map((group) => [group, savedTicks(facts, asked, group).join(',')])),
  ...Object.fromEntries(asked.filter(isAnswered).flatMap((question) => savedAnswer(question.fact, facts))),
});

const savedTicks = (facts: DiscussionFacts, asked: Assessment['questions'], group: Group): readonly string[] =>
  asked
    .filter(isListed)
    .filter(({ kind, fact }) => kind === group && isSaid(facts, fact))
    .map(({ fact }) => fact);

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
