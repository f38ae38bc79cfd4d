/** Somebody has left the meeting: those who lead record it, for whoever does not say so themselves. */
import { z } from 'zod';
import { attendanceOf, type Discussion } from '../discussion/state/discussion.ts';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { choice, choiceOf, plain, template, type Card } from './bind.ts';
import { withLists } from './choiceLists.ts';
import { inputsOf, optional, required, wallTime, type Read } from './form.ts';

const inputs = { person: plain, leftAt: plain };
const bind = template('leaving', z.object({ reference: plain, nonce: plain, people: z.array(choice), ...inputs }));

export const leavingCard = (d: Discussion, nonce: string, typed: Readonly<Record<string, string>> = {}): Card =>
  withLists('Anybody else says so themselves, with “I am leaving”.', (shorten) =>
    bind({
      reference: d.reference,
      nonce,
      people: shorten(
        attendanceOf(d).flatMap(({ participant: { personId, name, agency }, leftAt }) =>
          leftAt === undefined ? [choiceOf(`${name}, ${agency}`, personId)] : [],
        ),
      ),
      ...{ person: '', leftAt: '' },
      ...inputsOf(inputs, typed),
    }),
  );

export const leavingForm = z.object({
  person: required('The person', 200, 'Choose who has left.'),
  leftAt: optional('The time', 20),
});

/** A time of today, as it is typed for somebody who came or went; null: now. */
export const timeToday = (typed: string, now: Instant, what: string): Read<Instant | null> =>
  typed === '' ? { ok: true, value: null } : wallTime(londonDate(now), typed, what);
