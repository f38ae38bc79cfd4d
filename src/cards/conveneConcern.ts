import { z } from 'zod';
import { londonDate, londonTime } from '../practice/calendar.ts';
import { isFactName, type FactName } from '../practice/factNames.ts';
import type { Instant } from '../practice/instant.ts';
import type { Practice } from '../practice/practice.ts';
import { questions, type Question } from '../practice/questions.ts';
import type { ConveningDraft, Draft } from '../conduct/convening.ts';
import type { DiscussionFacts } from '../discussion/event.ts';
import { plain, template, type Card } from './bind.ts';
import { required, wallTime, type Read } from './form.ts';

const choice = z.object({ title: plain, value: plain });
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

/** Step 3: exactly the questions the configured standard needs. */
export const conveneConcernCard = (
  draft: Draft<ConveningDraft>,
  practice: Practice,
  typed: { readonly concern: string; readonly facts: DiscussionFacts } | null,
): Card => {
  const { concern, facts } = typed ?? draft.body;
  const asked = questions(practice);
  return bind({
    reference: draft.id,
    revision: draft.revision,
    standardTitle: practice.standard.title,
    concern,
    groups: groups.flatMap((kind) => {
      const choices = asked.filter((q) => q.kind === kind).map((q) => ({ title: q.words, value: q.fact }));
      const id = held[kind];
      return choices.length === 0 ? [] : [{ id, label: groupLabels[kind], value: facts[id].join(','), choices }];
    }),
    questions: asked.filter(isAnswered).map((q) => ({
      id: q.fact,
      kind: q.kind,
      label: q.words,
      ...shown(q.kind, facts.answers[q.fact]),
    })),
  });
};

type Answered = Question & { readonly kind: Exclude<Question['kind'], Group> };
const isAnswered = (q: Question): q is Answered => !(groups as readonly string[]).includes(q.kind);

const shown = (kind: Answered['kind'], answer: boolean | string | undefined): { value: string; time: string } => {
  if (kind === 'yesNo') return { value: answer === undefined ? 'none' : answer === true ? 'yes' : 'no', time: '' };
  if (typeof answer !== 'string') return { value: '', time: '' };
  return { value: londonDate(answer as Instant), time: londonTime(answer as Instant) };
};

const concernText = z.object({
  concern: required('The concern', 4000, 'Say what the concern is.'),
});

/** What was ticked and answered; a fact the standard does not ask for is a forged form and is refused. */
export const readConcern = (
  data: Readonly<Record<string, unknown>>,
  practice: Practice,
  now: Instant,
): Read<{ concern: string; facts: DiscussionFacts }> & { readonly typed: { concern: string; facts: DiscussionFacts } } => {
  const asked = questions(practice);
  const problems: string[] = [];
  const ticked = (kind: Group): FactName[] => {
    const values = text(data[held[kind]]).split(',').filter((v) => v !== '');
    const known = values.filter(isFactName).filter((v) => asked.some((q) => q.kind === kind && q.fact === v));
    if (known.length < values.length) problems.push(`${groupLabels[kind]}: choose from the list.`);
    return known;
  };
  const answers: Record<string, boolean | string> = {};
  for (const question of asked.filter(isAnswered)) {
    const read = answerTo(question, data, now);
    if (!read.ok) problems.push(...read.problems);
    else if (read.value !== null) answers[question.fact] = read.value;
  }
  const concern = concernText.safeParse(data);
  if (!concern.success) problems.unshift(...concern.error.issues.map((i) => i.message));
  const facts = {
    circumstances: ticked('circumstance'),
    concerns: ticked('concern'),
    complexReasons: ticked('complexReason'),
    answers,
  };
  const typed = { concern: text(data.concern), facts };
  return problems.length > 0 ? { ok: false, problems, typed } : { ok: true, value: typed, typed };
};

const answerTo = (
  question: Answered,
  data: Readonly<Record<string, unknown>>,
  now: Instant,
): Read<boolean | string | null> => {
  const { fact, words } = question;
  const given = text(data[fact]);
  switch (question.kind) {
    case 'yesNo':
      return { ok: true, value: given === 'yes' ? true : given === 'no' ? false : null };
    case 'instant': {
      const read = wallTime(text(data[`${fact}.date`]), text(data[`${fact}.time`]), words);
      if (read.ok && read.value !== null && read.value > now) {
        return { ok: false, problems: [`${words}: this cannot be in the future.`] };
      }
      return read;
    }
    default: {
      const unknown: never = question.kind;
      throw new Error(`unknown question ${String(unknown)}`);
    }
  }
};

const text = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\u200b', '').trim() : '');
