import { describe, expect, it } from 'vitest';
import { configFrom } from '../../src/start/configFrom.ts';
import { faultsOf, type Env } from './environment.ts';

const endpoint = 'http://localhost:4318';

describe('where telemetry goes', () => {
  it.each<[string, Env, object | null]>([
    ['nowhere', {}, null],
    ['nowhere, whatever the headers', { OTEL_EXPORTER_OTLP_HEADERS: 'api-key=abc' }, null],
    ['a collector', { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, { endpoint, headers: {} }],
    [
      'one that wants headers',
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
        OTEL_EXPORTER_OTLP_HEADERS: 'api-key=YWJj==, x-team = children%20first,',
      },
      { endpoint, headers: { 'api-key': 'YWJj==', 'x-team': 'children first' } },
    ],
  ])('%s', (_name, env, telemetry) => {
    expect(configFrom(env).telemetry).toEqual(telemetry);
  });

  const endpointWanted =
    'OTEL_EXPORTER_OTLP_ENDPOINT must be the http:// or https:// address of an OpenTelemetry collector, such as http://localhost:4318.';
  const headersWanted =
    'OTEL_EXPORTER_OTLP_HEADERS must be headers such as api-key=abc, with commas between; what is not a letter or digit as in %20.';

  it.each<[string, Env, string]>([
    ['an address without http://', { OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' }, endpointWanted],
    ['no address at all', { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }, endpointWanted],
    ['a header without a value', { OTEL_EXPORTER_OTLP_HEADERS: 'api-key' }, headersWanted],
    ['a header whose name is none', { OTEL_EXPORTER_OTLP_HEADERS: 'api key=abc' }, headersWanted],
    ['a line end in a header', { OTEL_EXPORTER_OTLP_HEADERS: 'api-key=abc%0d%0ax-other=1' }, headersWanted],
    ['half a character', { OTEL_EXPORTER_OTLP_HEADERS: 'api-key=%ff' }, headersWanted],
  ])('%s is refused', (_name, env, sentence) => {
    expect(faultsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...env })).toEqual([sentence]);
  });
});
