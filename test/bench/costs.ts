/** The costs that are measured: what one bench prints, and another is compared with. */
import { spreadOf, type Spread } from './spread.ts';

/** A turn of the product beside one of the floor, round by round. */
export interface TurnCost {
  readonly turn: string;
  /** What it is compared with: a bot that answers, or one that commits a row and answers. */
  readonly floor: 'plain' | 'durable';
  /** Turns a second, of the floor’s. */
  readonly throughput: Spread;
  /** Processor time a turn, times the floor’s. */
  readonly cpu: Spread;
  /** Milliseconds of processor time a turn. */
  readonly cpuMs: Spread;
  /** What `throughput` is to be; null where nothing is promised. */
  readonly goal: number | null;
}

export interface Figure {
  readonly what: string;
  readonly unit: 'times' | 'ms' | 'ms a second' | 'KB' | 'MB' | 'notices' | 'claims';
  readonly found: Spread;
  /** What it is to be at most; null where nothing is promised. */
  readonly atMost: number | null;
}

export interface Circumstances {
  readonly on: string;
  readonly node: string;
  readonly cores: number;
  /** How many processes wanted a core, on average over a minute: before, and at the end, when the bench is among them. */
  readonly load: readonly [before: number, after: number];
  /** Faults that the product noted while its turns were measured. */
  readonly faults: number;
}

export interface Costs {
  readonly circumstances: Circumstances;
  readonly turns: readonly TurnCost[];
  readonly figures: readonly Figure[];
}

export const figure = (
  what: string,
  unit: Figure['unit'],
  atMost: number | null,
  values: readonly number[],
): Figure => ({
  ...{ what, unit, atMost },
  found: spreadOf(values),
});
