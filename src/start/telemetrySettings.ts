/** Where telemetry goes, from the environment: the variables every program that speaks OpenTelemetry has. */
import { z } from 'zod';
import type { TelemetrySettings } from '../telemetry/telemetry.ts';
import { parse, type Environment } from './configFault.ts';

const collectorWanted =
  'must be the http:// or https:// address of an OpenTelemetry collector, such as http://localhost:4318';
const headersWanted =
  'must be headers such as api-key=abc, with commas between; what is not a letter or digit as in %20';

/** A value may have `=` in it, and is written as in an address. */
const header = z
  .string()
  .regex(/^\s*[\w.-]+\s*=\s*(?:[\x21-\x24\x26-\x7e]|%[0-9a-f]{2})*\s*$/i, headersWanted)
  .transform((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name.trim(), decoded(value.join('=').trim())] as const;
  })
  // A line end would begin a header of its own.
  .refine(([, value]) => value !== null && /^[\x20-\x7e]*$/.test(value), headersWanted);

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

const telemetryVariables = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: collectorWanted }).optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .transform((text) => text.split(',').filter((pair) => pair.trim() !== ''))
    .pipe(z.array(header))
    .transform((pairs) => Object.fromEntries(pairs) as Record<string, string>)
    .default({}),
});

/** Null where no collector is named. Throws ConfigFault. */
export const telemetrySettingsFrom = (env: Environment): TelemetrySettings | null => {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = parse(telemetryVariables, env);
  return endpoint === undefined ? null : { endpoint, headers };
};
