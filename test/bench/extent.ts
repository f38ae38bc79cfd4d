/** How much is measured: more takes longer and strays less. */

export interface Extent {
  /** Rounds that do not count: what is asked first is slow. */
  readonly warmUps: 0 | 1;
  readonly rounds: number;
  /** Milliseconds for which one side of a round is asked. */
  readonly batchMs: number;
  /** Discussions in which people look and add to the record; nothing is decided in them. */
  readonly talkedIn: number;
  /** Discussions decided in each round, at the same time. */
  readonly decided: number;
  /** Milliseconds for which fifty ask at once. */
  readonly busyMs: number;
  readonly starts: number;
  /** Milliseconds without a request before memory, or what idling costs, is read. */
  readonly idleMs: number;
  /** Stored in the larger of the files that are compared. */
  readonly discussions: number;
}

export const whole: Extent = {
  warmUps: 1,
  rounds: 5,
  batchMs: 1_500,
  talkedIn: 20,
  decided: 6,
  busyMs: 5_000,
  starts: 5,
  idleMs: 5_000,
  discussions: 20_000,
};

export const quick: Extent = {
  warmUps: 1,
  rounds: 3,
  batchMs: 500,
  talkedIn: 10,
  decided: 3,
  busyMs: 2_000,
  starts: 2,
  idleMs: 1_500,
  discussions: 2_000,
};

/** Whether it can be measured at all, and nothing that could be believed. */
export const smallest: Extent = {
  warmUps: 0,
  rounds: 1,
  batchMs: 100,
  talkedIn: 2,
  decided: 1,
  busyMs: 200,
  starts: 1,
  idleMs: 100,
  discussions: 300,
};
