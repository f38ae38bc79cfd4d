/** An OpenTelemetry collector on this machine: it keeps what it is sent, or is as troublesome as a test wants. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const value = z.looseObject({
  stringValue: z.string().optional(),
  boolValue: z.boolean().optional(),
});
const attributes = z
  .array(z.object({ key: z.string(), value }))
  .default([])
  .transform((all) =>
    Object.fromEntries(all.map((each) => [each.key, each.value.stringValue ?? each.value.boolValue])),
  );

const point = z.object({
  attributes,
  count: z.coerce.number().optional(),
  sum: z.number().optional(),
  asInt: z.coerce.number().optional(),
  asDouble: z.number().optional(),
});
const points = z.object({ dataPoints: z.array(point) }).optional();
const metric = z.object({
  name: z.string(),
  unit: z.string(),
  gauge: points,
  sum: points,
  histogram: points,
});
const span = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  attributes,
  status: z.looseObject({ code: z.number().optional() }),
});
const record = z.object({
  body: z.object({ stringValue: z.string() }),
  severityText: z.string(),
  traceId: z.string().optional(),
  attributes,
});

/** As OTLP nests it: by program, then by part of it. */
const sent = z.object({
  resourceMetrics: z.array(z.object({ scopeMetrics: z.array(z.object({ metrics: z.array(metric) })) })).default([]),
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(span) })) })).default([]),
  resourceLogs: z.array(z.object({ scopeLogs: z.array(z.object({ logRecords: z.array(record) })) })).default([]),
});

export type Point = z.output<typeof point>;
interface Metric {
  readonly unit: string;
  readonly points: readonly Point[];
}

export interface Collector {
  readonly endpoint: string;
  /** Everything that has been sent, byte for byte. */
  bytes(): string;
  requests(): readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** As they were told last, by name. */
  metrics(): Readonly<Record<string, Metric>>;
  spans(): readonly z.output<typeof span>[];
  logs(): readonly z.output<typeof record>[];
  stop(): void;
}

/** With `slow`, it takes what is sent and never answers. */
export const startCollector = async (how: 'takes' | 'slow' | 'refuses' = 'takes'): Promise<Collector> => {
  const bodies: string[] = [];
  const requests: { path: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      bodies.push(body);
      requests.push({ path: request.url ?? '', headers: request.headers });
      if (how !== 'slow') response.writeHead(how === 'takes' ? 200 : 400).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const all = () => bodies.map((body) => sent.parse(JSON.parse(body)));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => bodies.join('\n'),
    requests: () => requests,
    metrics: () => {
      const told = all().flatMap((each) =>
        each.resourceMetrics.flatMap((r) => r.scopeMetrics.flatMap((s) => s.metrics)),
      );
      return Object.fromEntries(
        told.map(({ name, unit, gauge, sum, histogram }) => [
          name,
          { unit, points: (gauge ?? sum ?? histogram)?.dataPoints ?? [] },
        ]),
      );
    },
    spans: () => all().flatMap((each) => each.resourceSpans.flatMap((r) => r.scopeSpans.flatMap((s) => s.spans))),
    logs: () => all().flatMap((each) => each.resourceLogs.flatMap((r) => r.scopeLogs.flatMap((s) => s.logRecords))),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
