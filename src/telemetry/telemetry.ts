/**
 * How the service fares, told to an OpenTelemetry collector: how long turns and the store take, what is owed, what went
 * wrong. Nothing of OpenTelemetry is loaded unless a collector is configured. What may be told is listed in attributes.ts,
 * and none of it is about a person or a case; docs/telemetry.md says what each number is for.
 */
import type { Limits } from '../channels/limits.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Stores } from '../store/store.ts';

/** Where the collector is. */
export interface TelemetrySettings {
  /** Such as http://localhost:4318; what is sent goes to paths below it. */
  readonly endpoint: string;
  /** Sent with every request, such as the key of whoever collects. */
  readonly headers: Readonly<Record<string, string>>;
}

export type Signal = 'metrics' | 'traces' | 'logs';

export interface TelemetryEdges {
  /** What we call a button's verb; null for one that is not ours. */
  readonly verbOf: (sent: string) => string | null;
  /** The collector takes nothing of this; said once, until it does again. */
  readonly notExported: (signal: Signal) => void;
}

/** The same parts, each seen on its way. None of them waits for the collector, or fails because of it. */
export interface Telemetry {
  /** Somebody typed or pressed something, and `run` answers them. */
  turn(activity: unknown, run: () => Promise<void>): Promise<void>;
  stores(stores: Stores, clock: () => Instant): Stores;
  limits(limits: Limits): Limits;
  /** Sees every entry, whatever is written of it. */
  log<E extends { readonly what: string }>(log: (entry: E) => void): (entry: E) => void;
  /** Sees what is written. */
  lines(write: (line: string) => void): (line: string) => void;
  /** Sends what is left, for as long as two seconds; before the store is closed. Never rejects. */
  stop(): Promise<void>;
}
