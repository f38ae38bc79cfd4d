import { z } from 'zod';
import { londonDate, londonTime } from '../practice/time/calendar.ts';
import { isFactName, type FactName } from '../practice/language/factNames.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import { questions, type Question } from '../practice/answers/questions.ts';
import type { ConveningDraft, Draft } from '../conduct/drafts.ts';
import type { DiscussionFacts } from '../discussion/state/event.ts';
import { choice, plain, template, type Card } from './bind.ts';
import { readForm, required, typedText, wallTime, type Read } from './form.ts';
import { unreachable } from '../practice/language/unreachable.ts';

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

const groupLabels = {
  circumstance: 'Circumstances',
  concern: 'Kind of concern',
  complexReason: 'What makes it complex, if anything',
} as const;
type Group = keyof typeof groupLabels;
const groups: readonly Group[] = ['concern', 'circumstance', 'complexReason'];
const held = { circumstance: 'circumstances', concern: 'concerns', complexReason: 'complexReasons' } as const;

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

type Answered = Question & { readonly kind: Exclude<Question['kind'], Group> };
const isAnswered = (q: Question): q is Answered => !(groups as readonly string[]).includes(q.kind);

const concernText = z.object({
  concern: required('The concern', 4000, 'Say what the concern is.'),
});

/** What was ticked and answered; a fact the standard does not ask for is a forged form and is refused. */
export const readConcern = (
  data: Readonly<Record<string, unknown>>,
  practice: Practice,
  now: Instant,
): Read<{ readonly concern: string; readonly facts: DiscussionFacts }> => {
  const asked = questions(practice);
  const concern = readForm(concernText, data);
  const problems: string[] = concern.ok ? [] : [...concern.problems];
  const ticked = (kind: Group): FactName[] => {
    const values = typedText(data[held[kind]])
      .split(',')
      .filter((v) => v !== '');
    const known = values.filter(isFactName).filter((v) => asked.some((q) => q.kind === kind && q.fact === v));
    if (known.length < values.length) problems.push(`${groupLabels[kind]}: choose from the list.`);
    return known;
  };
  const facts = {
    concerns: ticked('concern'),
    circumstances: ticked('circumstance'),
    complexReasons: ticked('complexReason'),
  };
  const answers: Record<string, boolean | string> = {};
  for (const question of asked.filter(isAnswered)) {
    const read = answerTo(question, data, now);
    if (!read.ok) problems.push(...read.problems);
    else if (read.value !== null) answers[question.fact] = read.value;
  }
  return concern.ok && problems.length === 0
    ? { ok: true, value: { concern: concern.value.concern, facts: { ...facts, answers } } }
    : { ok: false, problems };
};

const answerTo = (
  { fact, kind, words }: Answered,
  data: Readonly<Record<string, unknown>>,
  now: Instant,
): Read<boolean | string | null> => {
  switch (kind) {
    case 'yesNo': {
      const given = typedText(data[fact]);
      return { ok: true, value: given === 'yes' ? true : given === 'no' ? false : null };
    }
    case 'instant': {
      const what = words.replace(/\?$/, '');
      const read = wallTime(typedText(data[`${fact}.date`]), typedText(data[`${fact}.time`]), what);
      if (read.ok && read.value !== null && read.value > now) {
        return { ok: false, problems: [`${what}: this cannot be in the future.`] };
      }
      return read;
    }
    default:
      return unreachable('question', kind);
  }
};
