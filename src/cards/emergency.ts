import { z } from 'zod';
import { emergencyAsked, plannedQuestion } from '../discussion/matter/emergencyAsked.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { ActionWeighed } from '../discussion/state/actionWeighed.ts';
import type { AskedField } from '../practice/answers/requirements.ts';
import type { Practice } from '../practice/practice.ts';
import { field, readOptional, withAsked, type Section } from './askedFields.ts';
import { plain, template, type Card } from './bind.ts';
import { inputsOf, required } from './form.ts';

const inputs = { action: plain, takenBy: plain, date: plain, time: plain };
const bind = template('emergency', z.object({ reference: plain, nonce: plain, ...inputs }));

/** E-1: what was done, by whom and when; and what the standard asks of it (E-2, E-3). */
export const emergencyCard = (
  d: Discussion,
  practice: Practice,
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const card = bind({
    reference: d.reference,
    nonce,
    ...{ action: '', takenBy: '', date: '', time: '' },
    ...inputsOf(inputs, typed),
  });
  return withAsked(card, [whatIsAsked(d, practice)], (id) => typed[id] ?? '');
};

export const emergencyForm = z.object({
  action: required('What was done', 2000, 'Say what was done.'),
  takenBy: required('Who took the action', 200, 'Say who took the action.'),
  date: required('The date', 40, 'Enter the date it was done.'),
  time: required('The time', 40, 'Enter the time it was done.'),
});

const planned = { name: 'planned', words: plannedQuestion, kind: 'yesNo' } as const;

const whatIsAsked = (d: Discussion, practice: Practice): Section => {
  const { always, ifPlanned } = emergencyAsked(d, practice);
  return {
    title: 'What the procedure asks',
    lead: ['Nothing waits for these answers. Leave blank what you cannot say yet.'],
    fields: [
      ...(ifPlanned.length === 0 ? [] : [field(planned, 'emergency')]),
      ...ifPlanned.map((each) => field(onlyIfPlanned(each), 'emergency')),
      ...always.map((each) => field(each, 'emergency')),
    ],
  };
};

const onlyIfPlanned = (each: AskedField): AskedField =>
  each.onlyIf === undefined ? { ...each, words: `${each.words} (if it was planned)` } : each;

/** E-1: what cannot be read counts as not answered, so that nothing keeps the action from being recorded. */
export const readWeighed = (
  data: Readonly<Record<string, unknown>>,
  d: Discussion,
  practice: Practice,
): Pick<ActionWeighed, 'planned' | 'answers'> => {
  const { planned: wasPlanned, ...answers } = readOptional(whatIsAsked(d, practice), data);
  return { planned: wasPlanned === undefined ? null : wasPlanned === 'yes', answers };
};
