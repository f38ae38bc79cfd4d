/** The lines of the log, sent to the collector as well; those of a turn belong to its trace. */
import { SeverityNumber } from '@opentelemetry/api';
import type { Allowed } from './attributes.ts';
import { logRecord } from './logRecord.ts';
import type { Providers } from './providers.ts';
import type { Telemetry } from './telemetry.ts';
import { openContext } from './turns.ts';

const severities = {
  debug: SeverityNumber.DEBUG,
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
} as const;

export const linesWith =
  ({ logger }: Providers, allowed: Allowed): Telemetry['lines'] =>
  (write) =>
  (line) => {
    write(line);
    const { what, level, at, fields } = logRecord(line);
    const context = openContext();
    logger.emit({
      severityNumber: severities[level],
      severityText: level,
      timestamp: at,
      body: what,
      attributes: allowed(fields),
      ...(context === undefined ? {} : { context }),
    });
  };
