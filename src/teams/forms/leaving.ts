/** Leaving the meeting: with one press for oneself, on a form for somebody else. */
import { leavingCard, leavingForm, timeToday } from '../../cards/leaving.ts';
import { readForm } from '../../cards/form.ts';
import { attendanceOf } from '../../discussion/state/discussion.ts';
import { personId } from '../../discussion/state/people.ts';
import { formatTime } from '../../practice/time/calendar.ts';
import { doneAnswer, formAgain, refusedAnswer } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { asTyped, commandKey, readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

/** One press; whoever comes back presses that they are here. */
export const leave: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { actor } = press.who;
    const leftAt = edges.clock();
    const here = attendanceOf(d).find(({ participant }) => participant.personId === actor.personId);
    if (here?.leftAt !== undefined) return doneAnswer(d, leftWords(formatTime(here.leftAt)), press, edges);
    const acted = await edges.conduct.act({
      reference: d.reference,
      command: { kind: 'recordDeparture', personId: actor.personId, leftAt },
      actor,
      // The same button serves whoever comes back and leaves again.
      key: `${commandKey(press)}/${d.meetingChanges}/${here?.joined?.at ?? ''}`,
    });
    return acted.result === 'done'
      ? doneAnswer(acted.discussion, leftWords(formatTime(leftAt)), press, edges)
      : refusedAnswer(d, acted.refusal, press, edges);
  });

const leftWords = (at: string): string =>
  `You are recorded as having left at ${at}. If you come back, press “I am here”.`;

export const openLeaving: Handler = opens((d, _press, edges) => leavingCard(d, edges.newId()));

export const sendLeaving: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const form = () => leavingCard(d, nonce, asTyped(press.data));
    const read = readForm(leavingForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const now = edges.clock();
    const left = timeToday(read.value.leftAt, now, 'When they left');
    if (!left.ok) return formAgain(form, left.problems);
    const who = personId(read.value.person);
    const name = attendanceOf(d).find(({ participant }) => participant.personId === who)?.participant.name;
    const leftAt = left.value ?? now;
    return submit(press, edges, {
      reference,
      command: { kind: 'recordDeparture', personId: who, leftAt },
      done: `${name ?? 'Somebody'} is recorded as having left at ${formatTime(leftAt)}.`,
      form,
    });
  });
