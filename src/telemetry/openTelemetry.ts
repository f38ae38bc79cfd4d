/** Telemetry as it is configured. OpenTelemetry is loaded only where there is a collector to tell. */
import type { Telemetry, TelemetryEdges, TelemetrySettings } from './telemetry.ts';

const none: Telemetry = {
  turn: (_activity, run) => run(),
  stores: (stores) => stores,
  limits: (limits) => limits,
  log: (log) => log,
  lines: (write) => write,
  stop: () => Promise.resolve(),
};

/** With null nobody is told anything. */
export const openTelemetry = async (settings: TelemetrySettings | null, edges: TelemetryEdges): Promise<Telemetry> => {
  if (settings === null) return none;
  const { collected } = await import('./collected.ts');
  return collected(settings, edges);
};
