/** The time of the pretend council: ten o’clock on a working day, so that the day has hours left whenever this is run. */
import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';

const tuesday = 2;

export interface Morning {
  /** Milliseconds it is ahead of the real time. */
  readonly aheadMs: number;
  readonly now: () => Date;
  /** In London, such as 2026-09-15. */
  readonly day: string;
}

/** The next Tuesday that is not today. */
export const nextMorning = (): Morning => {
  const real = new Date();
  const today = new TZDate(real, 'Europe/London');
  const daysOn = (tuesday - today.getDay() + 7) % 7;
  const at = addDays(today, daysOn === 0 ? 7 : daysOn);
  at.setHours(10, 0, 0, 0);
  const aheadMs = at.getTime() - real.getTime();
  return { aheadMs, now: () => new Date(Date.now() + aheadMs), day: format(at, 'yyyy-MM-dd') };
};
