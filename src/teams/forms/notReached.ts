/** After a decision: the child is not found, or access is refused. */
import { readForm, wallTime } from '../../cards/form.ts';
import { notReachedCard, notReachedForm } from '../../cards/notReached.ts';
import { formAgain } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

export const openNotReached: Handler = opens((d, _press, edges) => notReachedCard(d.reference, edges.newId()));

export const sendNotReached: Handler = (press, edges) =>
  readable(press, edges, async () => {
    const { reference, nonce } = readHeader(press);
    const form = () => notReachedCard(reference, nonce, asTyped(press.data));
    const read = readForm(notReachedForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { what, date, time } = read.value;
    const since = wallTime(date, time, 'Since when');
    if (!since.ok || since.value === null) return formAgain(form, since.ok ? [] : since.problems);
    return submit(press, edges, {
      reference,
      command: { kind: 'reportNotReached', what, since: since.value },
      done: 'Recorded. A manager can open the next discussion here.',
      form,
    });
  });
