/** Counts uses against limits such as "8 in 2 seconds". All times are milliseconds since 1970. */

export interface Window {
  readonly count: number;
  readonly ms: number;
}

export interface Meter {
  /** The earliest time, `from` or later, at which one more use stays within every window. */
  roomAt(from: number): number;
  /** Counts a use. Never earlier than one counted before. */
  use(at: number): void;
  /**
   * A time to come back at, `from` or later: those told so before are taken to come first. It binds nobody: whoever is
   * more urgent may use the room meanwhile.
   */
  promise(now: number, from: number): number;
  /** Nothing counted or promised can matter any more. */
  idle(now: number): boolean;
}

/** Our times and the other side's differ a little: a request may be sent at the end of one second and arrive in the next. */
const margin = 1.08;

export const createMeter = (windows: readonly Window[]): Meter => {
  const longest = margin * Math.max(...windows.map((w) => w.ms));
  let used: readonly number[] = [];
  let promised: readonly number[] = [];

  const room = (times: (fromEnd: number) => number | undefined, from: number): number =>
    Math.ceil(Math.max(from, ...windows.map(({ count, ms }) => (times(count) ?? -Infinity) + ms * margin)));

  return {
    roomAt: (from) => room((n) => used.at(-n), from),
    use: (at) => {
      used = [...(used[0] !== undefined && used[0] < at - longest ? used.filter((t) => t >= at - longest) : used), at];
    },
    promise: (now, from) => {
      promised = promised.filter((t) => t > now);
      const at = room((n) => (n <= promised.length ? promised.at(-n) : used.at(promised.length - n)), from);
      promised = [...promised, at];
      return at;
    },
    idle: (now) => (used.at(-1) ?? 0) < now - longest && (promised.at(-1) ?? 0) <= now,
  };
};
