/** By when an action is due: a day, as it was typed. */
import type { LocalDate } from '../practice/time/calendar.ts';
import { dateIn, dateProblem, type Read } from './form.ts';

export const dueDate = (typed: string): Read<LocalDate> => {
  const problem = dateProblem(typed);
  if (problem !== null) return { ok: false, problems: [`By when: ${problem}`] };
  const date = dateIn(typed);
  return date < '2000' || date >= '2100'
    ? { ok: false, problems: ['By when: check the year.'] }
    : { ok: true, value: date };
};
