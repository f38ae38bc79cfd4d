/** Whether the bank holidays that working days are counted by are those that gov.uk has published, and reach far enough. */
import { z } from 'zod';
import { lastPublishedYear, londonDate, type LocalDate } from '../practice/time/calendar.ts';
import type { Around } from './deployment.ts';
import { findingsOf, type Finding } from './finding.ts';
import { asked } from './asked.ts';

const { good, warning, fault, notChecked } = findingsOf('bank holidays');

const published = z.object({
  'england-and-wales': z.object({ events: z.array(z.object({ date: z.iso.date() })).min(1) }),
});

export const checkBankHolidays = async ({ fetch, now, practice: { calendar } }: Around): Promise<Finding> => {
  const today = londonDate(now());
  if (Number(today.slice(0, 4)) + 1 > lastPublishedYear) {
    return warning(
      `They are known to the end of ${lastPublishedYear} only.`,
      'Install a newer version of this program.',
    );
  }
  const answer = await asked(fetch, 'https://www.gov.uk/bank-holidays.json');
  const read = answer.ok ? published.safeParse(await answer.response.json().catch(() => null)) : null;
  if (read?.success !== true) {
    return notChecked(`They are known to the end of ${lastPublishedYear}; gov.uk was not reached to compare with.`);
  }
  const theirs = read.data['england-and-wales'].events.map(({ date }) => date).filter((date) => date >= today);
  const unknown = theirs.filter((date) => isWeekday(date) && calendar.isWorkingDay(date));
  if (unknown.length > 0) {
    return fault(
      `gov.uk has bank holidays that working days are counted through: ${unknown.join(', ')}.`,
      'Install a newer version of this program; until then, deadlines across these days come too early.',
    );
  }
  return good(`They are those that gov.uk has published, to ${theirs.at(-1) ?? today}.`);
};

const isWeekday = (date: LocalDate): boolean => ![0, 6].includes(new Date(date).getUTCDay());
