import { signingKey } from '../builders/signingKey.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { configFrom } from '../../src/start/configFrom.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { openMode } from '../../src/start/mode.ts';
import { tuesday } from '../builders/convene.ts';

const tenantId = '99999999-8888-4777-8666-555555555555';
const live = {
  MODE: 'live',
  AUTHORITY: 'Exampleshire County Council',
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_ID: '11111111-2222-4333-8444-555555555555',
  MICROSOFT_APP_TENANT_ID: tenantId,
  MICROSOFT_APP_PASSWORD: 'a secret',
  PUBLIC_URL: 'https://strategy.exampleshire.gov.uk',
  LINK_SECRET: '0123456789abcdef0123456789abcdef',
  SIGNING_KEY: signingKey,
  SMTP_HOST: 'smtp.exampleshire.gov.uk',
  SMTP_FROM: 'strategy@exampleshire.gov.uk',
};
const meetingsWith = async (env: Readonly<Record<string, string>>) => {
  const { meetings } = await openMode({
    config: configFrom({ ...live, ...env }),
    origin: 'http://127.0.0.1:1',
    now: () => new Date(tuesday),
    clock: () => tuesday,
    directory: {} as Directory,
    tokenKeys: 'http://127.0.0.1:1/keys',
    movable: null,
    standard: { known: [], current: () => 'practice-standards-2025', choose: () => undefined },
  });
  return meetings;
};

describe('live', () => {
  it('without GRAPH_ORGANISER no meetings are made', async () => {
    expect(await meetingsWith({})).toBeNull();
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['an app registration', {}],
    ['a managed identity', { MICROSOFT_APP_TYPE: 'UserAssignedMSI', MICROSOFT_APP_PASSWORD: '' }],
  ])('with it they are, for the people of our own tenant: %s', async (_name, env) => {
    expect(await meetingsWith({ ...env, GRAPH_ORGANISER: 'meetings@exampleshire.gov.uk' })).toMatchObject({ tenantId });
  });
});

it('a start without Graph never loads its client', async () => {
  const script = `
    import { createRequire } from 'node:module';
    const { cache } = createRequire(process.cwd() + '/package.json');
    const loaded = () => Object.keys(cache).filter((path) => path.includes('microsoft-graph-client')).length > 0;
    await import('./src/start/compose.ts');
    const before = loaded();
    await import('./src/meetings/graph.ts');
    console.log(before, loaded());`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect(stdout.trim()).toBe('false true');
});
