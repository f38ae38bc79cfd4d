/** The time the form proposes for the meeting, until whoever convenes sets another. */
import { londonDate, londonTime, londonTimeToInstant, plusDays, type Calendar } from '../../practice/time/calendar.ts';
import { hour, instant, millis, minute, plusMillis, type Instant } from '../../practice/time/instant.ts';

/** People need an hour to gather what they know and to come. */
const notice = hour;
const step = 30 * minute;
const [opens, lastStart] = ['09:00', '16:30'];

/** The next half hour for which there is notice, while offices are open; sooner where the deadline does not wait for them. */
export const proposedTime = (
  now: Instant,
  dueAt: Instant | null,
  calendar: Calendar,
): { readonly date: string; readonly time: string } => {
  const soonest = instant(Math.ceil(millis(plusMillis(now, notice)) / step) * step);
  const at = [whenOpen(soonest, calendar), soonest].find((each) => dueAt === null || each <= dueAt);
  // Past the deadline it is held as soon as may be; within the hour before it, at the deadline.
  const proposed = at ?? (dueAt === null || dueAt < now ? soonest : dueAt);
  return { date: londonDate(proposed), time: londonTime(proposed) };
};

const whenOpen = (at: Instant, calendar: Calendar): Instant => {
  const [today, time] = [londonDate(at), londonTime(at)];
  const isOpen = (date: string): boolean => calendar.isWorkingDay(date) && !calendar.isClosed(date);
  if (isOpen(today) && time >= opens && time <= lastStart) return at;
  let date = time < opens ? today : plusDays(today, 1);
  while (!isOpen(date)) date = plusDays(date, 1);
  const opening = londonTimeToInstant(date, opens);
  return 'at' in opening ? opening.at : at;
};
