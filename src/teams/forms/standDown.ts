/** Standing a discussion down, with a reason; `/strategy cancel` opens the form. */
import { readForm } from '../../cards/form.ts';
import { readWeighed, standDownCard, standDownForm } from '../../cards/standDown.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import { formAgain } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import { readable, submit } from './submitting.ts';

export const sendStandDown: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const practice = edges.conduct.practiceOf(d);
    const form = () => standDownCard(d, practice, nonce, londonDate(edges.clock()), asTyped(press.data));
    const read = readForm(standDownForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const weighed = readWeighed(press.data, d, practice);
    if (!weighed.ok) return formAgain(form, weighed.problems);
    return submit(press, edges, {
      reference,
      command: { kind: 'standDown', ...read.value, weighed: weighed.value },
      done: 'Stood down. Everybody invited is being told.',
      form,
    });
  });
