/**
 * OpenTelemetry’s own machinery, with nothing of it registered for the whole process: no other package finds it, so
 * nobody else’s attributes go out. Everything waits in memory, bounded, and is dropped where the collector takes nothing.
 */
import { randomBytes } from 'node:crypto';
import type { Logger, Meter, Tracer } from '@opentelemetry/api';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { minute, second } from '../practice/time/instant.ts';
import type { Signal, TelemetrySettings } from './telemetry.ts';

const scope = 'strategy-discussions';
/** Milliseconds for one request, its repetitions included. */
const timeoutMillis = 5 * second;
const stopWithinMs = 2 * second;

/** Of what OpenTelemetry’s three exporters have in common. */
interface Exporter<Items, Result extends { readonly code: number }> {
  export(items: Items, done: (result: Result) => void): void;
}

export interface Providers {
  readonly meter: Meter;
  readonly tracer: Tracer;
  readonly logger: Logger;
  /** Sends what is left, while there is time. Never rejects. */
  stop(): Promise<void>;
}

export const openProviders = (
  { endpoint, headers }: TelemetrySettings,
  notExported: (signal: Signal) => void,
): Providers => {
  const to = (signal: Signal) => ({
    url: `${endpoint.replace(/\/+$/, '')}/v1/${signal}`,
    headers: { ...headers },
    timeoutMillis,
  });
  const resource = resourceFromAttributes({
    'service.name': scope,
    // Of several instances, each counts for itself.
    'service.instance.id': randomBytes(8).toString('hex'),
  });
  const waiting = { exportTimeoutMillis: timeoutMillis };
  const metrics = telling('metrics', new OTLPMetricExporter(to('metrics')), notExported);
  const traces = telling('traces', new OTLPTraceExporter(to('traces')), notExported);
  const logs = telling('logs', new OTLPLogExporter(to('logs')), notExported);
  const reader = new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: minute, ...waiting });
  const meters = new MeterProvider({ resource, readers: [reader] });
  const tracers = new TracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor({ exporter: traces, ...waiting })],
  });
  const loggers = new LoggerProvider({
    resource,
    processors: [new BatchLogRecordProcessor({ exporter: logs, ...waiting })],
  });
  return {
    meter: meters.getMeter(scope),
    tracer: tracers.getTracer(scope),
    logger: loggers.getLogger(scope),
    stop: async () => {
      const stopping = [meters, tracers, loggers].map((provider) => provider.shutdown());
      await Promise.race([Promise.allSettled(stopping), after(stopWithinMs)]);
    },
  };
};

/** The same exporter; it says when the collector begins to take nothing, once until it has taken something again. */
const telling = <Items, Result extends { readonly code: number }, E extends Exporter<Items, Result>>(
  signal: Signal,
  exporter: E & Exporter<Items, Result>,
  notExported: (signal: Signal) => void,
): E => {
  let isTaken = true;
  const send = exporter.export.bind(exporter);
  exporter.export = (items, done) =>
    send(items, (result) => {
      const was = isTaken;
      isTaken = result.code === 0;
      if (was && !isTaken) notExported(signal);
      done(result);
    });
  return exporter;
};

const after = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
