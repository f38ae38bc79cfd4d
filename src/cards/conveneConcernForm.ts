/** What comes back from the concern page. */
import { z } from 'zod';
import { isFactName, type FactName } from '../practice/language/factNames.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import { questions } from '../practice/answers/questions.ts';
import type { DiscussionFacts } from '../discussion/state/event.ts';
import { groupLabels, held, isAnswered, type Answered, type Group } from './concernQuestions.ts';
import { readForm, required, typedText, wallTime, type Read } from './form.ts';
import { unreachable } from '../practice/language/unreachable.ts';

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
