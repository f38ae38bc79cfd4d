/** The time of a story: it runs like any clock, and can be moved on. */
import { TZDate } from '@date-fns/tz';
import { addDays, addHours, addMinutes } from 'date-fns';
import { sleep as realSleep, type Sleep } from '../../src/channels/sleep.ts';

export interface StoryClock {
  readonly now: () => Date;
  /** Waits as this clock runs: whoever sleeps wakes when it is moved past the end of their sleep. */
  readonly sleep: Sleep;
  moveTo(at: Date): void;
  /** The same, and back as well, as a clock is set that was wrong. */
  setTo(at: Date): void;
}

/** `speed`: how many seconds of it pass in a second. */
export const startClock = (at: Date, speed = 1): StoryClock => {
  let base = at.getTime();
  let since = performance.now();
  let moved = new AbortController();
  const now = (): number => base + (performance.now() - since) * speed;
  const setTo = (to: Date): void => {
    base = to.getTime();
    since = performance.now();
    const sleepers = moved;
    moved = new AbortController();
    sleepers.abort();
  };
  return {
    now: () => new Date(now()),
    sleep: async (ms, signal) => {
      const until = now() + ms;
      while (!signal.aborted && now() < until) {
        await realSleep(Math.max(0, until - now()) / speed, AbortSignal.any([signal, moved.signal]));
      }
    },
    moveTo: (to) => {
      if (to.getTime() < now()) throw new Error(`a story does not go back to ${to.toISOString()}`);
      setTo(to);
    },
    setTo,
  };
};

/** A wall-clock time in London, such as `2026-11-24T10:00`. */
export const london = (wall: string): Date => {
  const [, ...parts] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(wall) ?? [];
  const [year, month, day, hour, minute] = parts.map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) {
    throw new Error(`“${wall}” is not a time such as 2026-11-24T10:00`);
  }
  return new Date(new TZDate(year, month - 1, day, hour, minute, 'Europe/London').getTime());
};

/** The date and the time of day in London, as a form takes them. */
export const onTheWall = (at: Date): { readonly date: string; readonly time: string } => {
  const iso = new TZDate(at.getTime(), 'Europe/London').toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 16) };
};

/** That much later, by an ISO 8601 duration of days, hours and minutes: `P1D`, `PT3H`, `P1DT30M`. Days are London's. */
export const later = (from: Date, duration: string): Date => {
  const [, days, hours, minutes] = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
  if (days === undefined && hours === undefined && minutes === undefined) {
    throw new Error(`“${duration}” is not a time such as PT3H or P1D`);
  }
  const day = addDays(new TZDate(from.getTime(), 'Europe/London'), Number(days ?? 0));
  return new Date(addMinutes(addHours(day, Number(hours ?? 0)), Number(minutes ?? 0)).getTime());
};
