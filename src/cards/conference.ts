/** What becomes of the child protection conference (DL-3, DL-4): asked for, held or not needed, of one child or several. */
import { z } from 'zod';
import { dutiesAfter } from '../discussion/matter/fallsDue.ts';
import { awaitingConference } from '../discussion/matter/settled.ts';
import { enquiredInto } from '../discussion/matter/gate.ts';
import { conferenceOf, type ConferenceOutcome } from '../discussion/state/conference.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import { formatLondon, londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import { childTitle } from '../words/childWords.ts';
import { conferenceWords } from '../words/conferenceWords.ts';
import { choice, choiceOf, plain, said, template, type Card } from './bind.ts';
import { dateIn, dayProblem, inputsOf, oneOf, optional, readForm, several, type Read } from './form.ts';

const inputs = {
  children: plain,
  what: plain,
  date: plain,
  askedOf: plain,
  plannedFor: plain,
  plan: plain,
  reason: plain,
  agreedBy: plain,
};
const blank = { what: '', date: '', askedOf: '', plannedFor: '', plan: '', reason: '', agreedBy: '' };
const bind = template(
  'conference',
  z.object({ reference: plain, nonce: plain, lines: z.array(said), choices: z.array(choice), ...inputs }),
);

/** Those whose conference is still awaited are chosen already. */
export const conferenceCard = (
  { d, practice, now }: { readonly d: Decided; readonly practice: Practice; readonly now: Instant },
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const children = enquiredInto(d);
  const due = dutiesAfter(d, practice).find(({ kind }) => kind === 'conferenceDue')?.deadline;
  return bind({
    reference: d.reference,
    nonce,
    lines: [
      ...(due === undefined ? [] : [`It is due by ${formatLondon(due)}.`]),
      ...children.flatMap(({ childId }) => {
        const recorded = conferenceOf(d, childId);
        return recorded === null ? [] : [`Child ${childId}: ${conferenceWords(recorded)}`];
      }),
    ],
    choices: children.map((child) => choiceOf(childTitle(child, londonDate(now)), child.childId)),
    ...blank,
    children: awaitingConference(d)
      .map(({ childId }) => childId)
      .join(','),
    ...inputsOf(inputs, typed),
  });
};

const form = z.object({
  children: several.refine((ids) => ids.length > 0, 'Choose a child.'),
  what: oneOf(['askedFor', 'held', 'notNeeded'], 'Say what has happened.'),
  date: optional('The date', 40),
  askedOf: optional('Of whom it was asked', 200),
  plannedFor: optional('The day it is planned for', 40),
  plan: optional('The answer', 10),
  reason: optional('The reason', 1000),
  agreedBy: optional('Who agreed', 200),
});

type Typed = z.output<typeof form>;

/** What was filled in. */
export const readConference = (
  data: Readonly<Record<string, unknown>>,
): Read<{ readonly childIds: string[]; readonly outcome: ConferenceOutcome }> => {
  const typed = readForm(form, data);
  if (!typed.ok) return typed;
  const misplaced = misplacedIn(typed.value);
  if (misplaced.length > 0) return { ok: false, problems: misplaced };
  const read = outcomes[typed.value.what](typed.value);
  return read.ok ? { ok: true, value: { childIds: typed.value.children, outcome: read.value } } : read;
};

/** What somebody wrote for another answer than they gave is not thrown away. */
const misplacedIn = ({ what, askedOf, reason, agreedBy }: Typed): readonly string[] => [
  ...(what !== 'askedFor' && askedOf !== ''
    ? ['You say of whom it was asked. Choose “It has been asked for”, or clear that.']
    : []),
  ...(what !== 'notNeeded' && `${reason}${agreedBy}` !== ''
    ? ['You say why none is needed or who agreed. Choose “None is needed”, or clear that.']
    : []),
];

const outcomes: Readonly<Record<ConferenceOutcome['what'], (typed: Typed) => Read<ConferenceOutcome>>> = {
  askedFor: ({ date, askedOf, plannedFor }) =>
    complete(
      [
        dayProblem('The day it was asked for', date),
        askedOf === '' ? 'Say of whom it was asked.' : null,
        plannedFor === '' ? null : dayProblem('The day it is planned for', plannedFor),
      ],
      () => ({
        what: 'askedFor',
        askedOf,
        askedOn: dateIn(date),
        plannedFor: plannedFor === '' ? null : dateIn(plannedFor),
      }),
    ),
  held: ({ date, plan }) =>
    complete(
      [
        dayProblem('The day it was held', date),
        plan === 'yes' || plan === 'no' ? null : 'Say whether it decided on a child protection plan.',
      ],
      () => ({ what: 'held', heldOn: dateIn(date), plan: plan === 'yes' }),
    ),
  notNeeded: ({ reason, agreedBy }) =>
    complete([reason === '' ? 'Say why none is needed.' : null, agreedBy === '' ? 'Say who agreed.' : null], () => ({
      what: 'notNeeded',
      reason,
      agreedBy,
    })),
};

const complete = (problems: readonly (string | null)[], outcome: () => ConferenceOutcome): Read<ConferenceOutcome> => {
  const found = problems.filter((problem) => problem !== null);
  return found.length === 0 ? { ok: true, value: outcome() } : { ok: false, problems: found };
};
