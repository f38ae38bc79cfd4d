import { emergencyCard, emergencyForm, readWeighed } from '../../cards/emergency.ts';
import { readForm, wallTime } from '../../cards/form.ts';
import { formAgain } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

export const openEmergency: Handler = opens((d, _press, edges) =>
  emergencyCard(d, edges.conduct.practiceOf(d), edges.newId()),
);

export const sendEmergency: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const practice = edges.conduct.practiceOf(d);
    const form = () => emergencyCard(d, practice, nonce, asTyped(press.data));
    const read = readForm(emergencyForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { action, takenBy, date, time } = read.value;
    const takenAt = wallTime(date, time, 'When it was done');
    if (!takenAt.ok || takenAt.value === null) return formAgain(form, takenAt.ok ? [] : takenAt.problems);
    return submit(press, edges, {
      reference,
      command: {
        kind: 'recordEmergencyAction',
        action,
        takenBy,
        takenAt: takenAt.value,
        answered: readWeighed(press.data, d, practice),
      },
      done: 'The emergency action is recorded.',
      toWeigh: ({ emergencyActions }) => emergencyActions.findLast((one) => one.action === action)?.weighed?.toWeigh,
      form,
    });
  });
