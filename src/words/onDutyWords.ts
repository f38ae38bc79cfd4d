/** How long somebody is on duty, as it stands behind a name. */
import { formatDate, formatLondon, londonDate, londonTime } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';

/** `on duty until 08:00`, with the day where that is not today. */
export const onDutyUntil = (until: Instant, now: Instant): string => {
  const day = londonDate(until);
  return `on duty until ${londonTime(until)}${day === londonDate(now) ? '' : ` on ${formatDate(day).slice(0, -' 2026'.length)}`}`;
};

/** Of a swap: who agreed it, and when. */
export const swappedWords = (insteadOf: string, { by, at }: { readonly by: string; readonly at: Instant }): string =>
  `instead of ${insteadOf}, as ${by} entered on ${formatLondon(at)}`;
