/** How and when the enquiry into one child or several ended. */
import { z } from 'zod';
import type { CommandOf } from '../discussion/commands/command.ts';
import { endedByHand } from '../discussion/matter/enquiryEnd.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import { endRecorded, waysToEnd } from '../discussion/state/enquiryEnd.ts';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import { childTitle } from '../words/childWords.ts';
import { endWords } from '../words/enquiryEndWords.ts';
import { choice, choiceOf, plain, said, template, type Card } from './bind.ts';
import { dateIn, dayProblem, inputsOf, oneOf, optional, readForm, several, type Read } from './form.ts';

const inputs = { children: plain, how: plain, date: plain, reason: plain, agreedBy: plain };
const blank = { how: '', date: '', reason: '', agreedBy: '' };
const bind = template(
  'enquiry-end',
  z.object({ reference: plain, nonce: plain, lines: z.array(said), choices: z.array(choice), ...inputs }),
);

/** Those of whom nobody has said it yet are chosen already. */
export const enquiryEndCard = (
  { d, practice, now }: { readonly d: Decided; readonly practice: Practice; readonly now: Instant },
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const children = endedByHand(d, practice);
  const recorded = children.map((child) => ({ child, end: endRecorded(d, child.childId) }));
  return bind({
    reference: d.reference,
    nonce,
    lines: recorded.flatMap(({ child, end }) => (end === null ? [] : [`Child ${child.childId}: ${endWords(end)}`])),
    choices: children.map((child) => choiceOf(childTitle(child, londonDate(now)), child.childId)),
    ...blank,
    children: recorded.flatMap(({ child, end }) => (end === null ? [child.childId] : [])).join(','),
    ...inputsOf(inputs, typed),
  });
};

const form = z.object({
  children: several.refine((ids) => ids.length > 0, 'Choose a child.'),
  how: oneOf(waysToEnd, 'Say how it ended.'),
  date: optional('The day it ended', 40),
  reason: optional('The reason', 1000),
  agreedBy: optional('Who agreed', 200),
});

/** What was filled in. */
export const readEnquiryEnd = (
  data: Readonly<Record<string, unknown>>,
): Read<Omit<CommandOf<'endEnquiry'>, 'kind'>> => {
  const typed = readForm(form, data);
  if (!typed.ok) return typed;
  const { children: childIds, how, date, reason, agreedBy } = typed.value;
  const problems = faultsIn(typed.value);
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { childIds, how, on: dateIn(date), reason, agreedBy } };
};

const faultsIn = ({ how, date, reason, agreedBy }: z.output<typeof form>): readonly string[] =>
  [
    dayProblem('The day it ended', date),
    how === 'conference' && reason + agreedBy !== ''
      ? 'You say why no conference is needed. Say how it ended, or clear that.'
      : null,
  ].filter((problem) => problem !== null);
