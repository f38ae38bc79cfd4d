/** Turns: each is a trace with a span for every operation of the store in it, and counts in the histograms. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanStatusCode, trace, type Context, type Span } from '@opentelemetry/api';
import { activityFields } from './activity.ts';
import { outcomes, type Allowed, type Outcome } from './attributes.ts';
import type { Providers } from './providers.ts';
import type { Telemetry } from './telemetry.ts';
import type { Measure } from './timedStores.ts';

interface Turn {
  readonly span: Span;
  outcome: Outcome;
  /** False once it is answered: what it began, such as a delivery, is not part of it. */
  isOpen: boolean;
}

const turns = new AsyncLocalStorage<Turn>();

const openTurn = (): Turn | undefined => {
  const turn = turns.getStore();
  return turn?.isOpen === true ? turn : undefined;
};

/** Of the turn that is being answered, if any. */
export const openContext = (): Context | undefined => {
  const turn = openTurn();
  return turn === undefined ? undefined : trace.setSpan(ROOT_CONTEXT, turn.span);
};

const outcomeOf: Readonly<Record<string, Outcome>> = { refusal: 'refused', turnedAway: 'turnedAway', fault: 'fault' };

/** What is logged while a turn is answered says how it went; the worst of it counts. */
export const noteOutcome = (what: string): void => {
  const turn = openTurn();
  const outcome = outcomeOf[what];
  if (turn === undefined || outcome === undefined) return;
  if (outcomes.indexOf(outcome) > outcomes.indexOf(turn.outcome)) turn.outcome = outcome;
};

export const turnWith = ({ meter, tracer }: Providers, allowed: Allowed): Telemetry['turn'] => {
  const durations = meter.createHistogram('strategy.turn.duration', { unit: 'ms' });
  return async (activity, run) => {
    const began = performance.now();
    const turn: Turn = { span: tracer.startSpan('turn', {}, ROOT_CONTEXT), outcome: 'answered', isOpen: true };
    try {
      await turns.run(turn, run);
    } catch (error) {
      turn.outcome = 'fault';
      throw error;
    } finally {
      turn.isOpen = false;
      const attributes = allowed({ ...activityFields(activity), outcome: turn.outcome });
      durations.record(performance.now() - began, attributes);
      turn.span.setAttributes(attributes);
      if (turn.outcome === 'fault') turn.span.setStatus({ code: SpanStatusCode.ERROR });
      turn.span.end();
    }
  };
};

export const measureWith = ({ meter, tracer }: Providers, allowed: Allowed): Measure => {
  const durations = meter.createHistogram('strategy.store.duration', { unit: 'ms' });
  return async (operation, run) => {
    const began = performance.now();
    const attributes = allowed({ 'store.operation': operation });
    const context = openContext();
    const span = context === undefined ? undefined : tracer.startSpan(operation, { attributes }, context);
    try {
      return await run();
    } catch (error) {
      // Without the error: it may quote what it was about.
      span?.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      durations.record(performance.now() - began, attributes);
      span?.end();
    }
  };
};
