import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DefaultAzureCredential } from '@azure/identity';
import { describe, expect, it, vi } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { configFrom } from '../../src/start/configFrom.ts';
import { common, live } from '../../src/start/variables.ts';
import { signingKey } from '../builders/signingKey.ts';
import { faultsOf, type Env } from '../start/environment.ts';
import { at, Code, environments, template, textOf, type Value } from './bicep.ts';

const appModule = template('modules/app.bicep');
const bodyOf = (type: string, name: string): Value => {
  const found = appModule.resources.find(({ of, body }) => {
    const called = of.startsWith(type) && at(body, 'name');
    return called instanceof Code && called.text === name;
  });
  if (found === undefined) throw new Error(`no ${name}`);
  return found.body;
};
const app = bodyOf('Microsoft.App/containerApps', 'name');
const doctor = bodyOf('Microsoft.App/jobs', "'${name}-doctor'");
const prepare = bodyOf('Microsoft.App/jobs', "'${name}-prepare'");

const variable = z.object({ name: z.string(), value: z.unknown().optional(), secretRef: z.string().optional() });
type Variable = z.infer<typeof variable>;
const variablesOf = (resource: Value, container = 0): Variable[] =>
  z
    .array(z.unknown())
    .parse(at(resource, 'properties', 'template', 'containers', container, 'env'))
    .flatMap((each) => {
      const read = variable.safeParse(each);
      return read.success ? [read.data] : [];
    });

/** Read from the environment by a package, which the product’s own configuration does not show. */
const forPackages = ['AZURE_CLIENT_ID'];
const names = variablesOf(app).map(({ name }) => name);

/** What a deployment works out or fetches, in an invented council. */
const workedOut: Record<string, string> = {
  COSMOS_ENDPOINT: 'https://strategy-test.documents.azure.com:443/',
  COSMOS_DATABASE: 'strategy',
  AUTHORITY_ID: 'exampleshire',
  PUBLIC_URL: 'https://strategy.exampleshire.gov.uk',
  AUTHORITY: 'Exampleshire County Council',
  MICROSOFT_APP_ID: '11111111-2222-4333-8444-555555555555',
  MICROSOFT_APP_TENANT_ID: '99999999-8888-4777-8666-555555555555',
  AZURE_CLIENT_ID: '11111111-2222-4333-8444-555555555555',
  SMTP_HOST: 'smtp.exampleshire.gov.uk',
  SMTP_PORT: '587',
  SMTP_FROM: 'strategy@exampleshire.gov.uk',
  SMTP_USER: 'strategy',
  SMTP_PASSWORD: 'a password',
  LINK_SECRET: '0123456789abcdef0123456789abcdef',
  SIGNING_KEY: signingKey,
  OPERATOR_TOKEN: 'fedcba9876543210fedcba9876543210',
};
const asDeployed: Env = Object.fromEntries(
  variablesOf(app).map(({ name, value }) => [name, typeof value === 'string' ? value : workedOut[name]]),
);

describe('the variables of the container app', () => {
  it('are all that live mode requires', () => {
    const required = Object.entries(live.shape).filter(([, schema]) => !schema.safeParse(undefined).success);
    expect(required.length).toBeGreaterThan(5);
    expect(names).toEqual(expect.arrayContaining(required.map(([name]) => name)));
  });

  it('are enough to start with: the configuration is accepted, for the container in Cosmos DB, without a key', () => {
    const config = configFrom(asDeployed);
    expect(config.mode).toBe('live');
    expect(config.store).toMatchObject({ store: 'cosmos', container: 'records', key: null });
    expect(config).toMatchObject({
      port: 3978,
      host: '0.0.0.0',
      proxies: 1,
      registration: { appType: 'UserAssignedMSI' },
    });
  });

  it.each(names.filter((name) => !forPackages.includes(name)))('%s is read by the product', (name) => {
    const changed = { ...asDeployed, [name]: 'changed' };
    const answer = (env: Env): unknown => {
      try {
        return configFrom(env);
      } catch {
        return faultsOf(env);
      }
    };
    expect(answer(changed)).not.toEqual(answer(asDeployed));
  });

  it('AZURE_CLIENT_ID says which identity the store shows, where Container Apps would be asked for a token', async () => {
    const asked = Promise.withResolvers<string>();
    const platform = createServer((request, response) => {
      asked.resolve(request.url ?? '');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ access_token: 'a.b.c', expires_on: '4102444800', token_type: 'Bearer' }));
    });
    await once(platform.listen(0, '127.0.0.1'), 'listening');
    vi.stubEnv('AZURE_CLIENT_ID', asDeployed.AZURE_CLIENT_ID);
    vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${(platform.address() as AddressInfo).port}/msi/token`);
    vi.stubEnv('IDENTITY_HEADER', 'of this platform');
    try {
      await new DefaultAzureCredential().getToken('https://cosmos.azure.com/.default');
      expect(await asked.promise).toContain(`client_id=${asDeployed.AZURE_CLIENT_ID ?? ''}`);
    } finally {
      vi.unstubAllEnvs();
      platform.close();
    }
  });

  it('none is set twice', () => {
    expect(new Set(names).size).toBe(names.length);
  });

  it('the secrets among them come from the vault, and no other variable is one', () => {
    const secret = variablesOf(app).filter(({ secretRef }) => secretRef !== undefined);
    expect(Object.fromEntries(secret.map(({ name, secretRef }) => [name, secretRef]))).toEqual({
      SMTP_PASSWORD: 'smtp-password',
      LINK_SECRET: 'link-secret',
      SIGNING_KEY: 'signing-key',
      OPERATOR_TOKEN: 'operator-token',
    });
  });
});

describe('the other variables a council may set', () => {
  const known = Object.keys({ ...common.shape, ...live.shape });

  it.each(environments)('%s names only those that the product reads and the template does not set', (path) => {
    const settings = Object.keys(at(template(path).vars, 'settings'));
    expect(known).toEqual(expect.arrayContaining(settings));
    expect(settings.filter((name) => names.includes(name))).toEqual([]);
  });

  it.each(environments)('%s sets them to what the product accepts', (path) => {
    expect(configFrom({ ...asDeployed, ...(at(template(path).vars, 'settings') as Env) }).mode).toBe('live');
  });
});

describe('the jobs', () => {
  it('the doctor looks at the very deployment that runs', () => {
    expect(variablesOf(doctor)).toEqual(variablesOf(app).filter(({ name }) => name !== 'OTEL_EXPORTER_OTLP_ENDPOINT'));
    expect(at(doctor, 'properties', 'configuration', 'secrets')).toEqual(
      at(app, 'properties', 'configuration', 'secrets'),
    );
    expect(at(doctor, 'properties', 'template', 'containers', 0, 'image')).toEqual(
      at(app, 'properties', 'template', 'containers', 0, 'image'),
    );
  });

  it('a container is prepared where the bot will look for it', () => {
    const cosmos = variablesOf(app).filter(({ name }) => /^(STORE|COSMOS_.*|AUTHORITY_ID)$/.test(name));
    expect(cosmos).toHaveLength(5);
    expect(variablesOf(prepare)).toEqual(cosmos);
  });
});

describe('what the bot measures', () => {
  const collector = z
    .object({
      receivers: z.object({ otlp: z.object({ protocols: z.object({ http: z.object({ endpoint: z.string() }) }) }) }),
      processors: z.record(z.string(), z.unknown()),
      exporters: z.object({ azuremonitor: z.object({ connection_string: z.string() }) }),
      service: z.object({
        pipelines: z.record(
          z.string(),
          z.object({ receivers: z.array(z.string()), processors: z.array(z.string()), exporters: z.array(z.string()) }),
        ),
      }),
    })
    .parse(parseYaml(textOf('collector.yaml')));

  it('is sent where the collector in the same replica listens', () => {
    const endpoint = asDeployed.OTEL_EXPORTER_OTLP_ENDPOINT;
    expect(endpoint).toBe(`http://${collector.receivers.otlp.protocols.http.endpoint}`);
  });

  it('goes from there to Application Insights: every part of a pipeline is there, for each kind that is sent', () => {
    const { pipelines } = collector.service;
    expect(Object.keys(pipelines).sort()).toEqual(['logs', 'metrics', 'traces']);
    for (const pipeline of Object.values(pipelines)) {
      expect(Object.keys(collector.processors)).toEqual(expect.arrayContaining(pipeline.processors));
      expect(pipeline).toMatchObject({ receivers: ['otlp'], exporters: ['azuremonitor'] });
    }
  });

  it('the collector is given its configuration, and the address that it names', () => {
    const given = variablesOf(app, 1).map(({ name }) => name);
    expect(at(app, 'properties', 'template', 'containers', 1, 'args')).toEqual([`--config=env:${given[0] ?? ''}`]);
    expect(collector.exporters.azuremonitor.connection_string).toBe(`\${env:${given[1] ?? ''}}`);
  });
});
