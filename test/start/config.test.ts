import { generateKeyPairSync } from 'node:crypto';
import { privateKeyIn } from '../../src/store/seal.ts';
import { signingKey } from '../builders/signingKey.ts';
import { describe, expect, it } from 'vitest';
import { configFrom } from '../../src/start/configFrom.ts';
import { faultsOf, type Env } from './environment.ts';

const domainsWanted = 'SECURE_DOMAINS must be domains such as gov.uk, with commas between.';
const appId = '11111111-2222-4333-8444-555555555555';
const tenantId = '99999999-8888-4777-8666-555555555555';

const live: Env = {
  MODE: 'live',
  AUTHORITY: 'Exampleshire County Council',
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_ID: appId,
  MICROSOFT_APP_TENANT_ID: tenantId,
  MICROSOFT_APP_PASSWORD: 'a secret',
  PUBLIC_URL: 'https://strategy.exampleshire.gov.uk',
  LINK_SECRET: '0123456789abcdef0123456789abcdef',
  SIGNING_KEY: signingKey,
  SMTP_HOST: 'smtp.exampleshire.gov.uk',
  SMTP_FROM: 'strategy@exampleshire.gov.uk',
};

describe('an empty environment', () => {
  it('rehearses on loopback with the stated defaults', () => {
    expect(configFrom({})).toEqual({
      mode: 'rehearsal',
      port: 3978,
      logLevel: 'warn',
      host: '127.0.0.1',
      dataDir: './data',
      store: { store: 'sqlite' },
      authority: 'Exampleshire County Council',
      telephone: '01632 960 100',
      standard: 'practice-standards-2025',
      standardFiles: [],
      readings: {},
      extraNonWorkingDays: [],
      secureDomains: ['gov.uk', 'nhs.net', 'police.uk', 'cjsm.net'],
      telemetry: null,
    });
  });

  it('treats a variable set to nothing as not set', () => {
    expect(configFrom({ PORT: '', STANDARD: '', MODE: '', MICROSOFT_APP_ID: '' })).toEqual(configFrom({}));
  });

  it('does not guess the mode from NODE_ENV', () => {
    expect(configFrom({ NODE_ENV: 'production' }).mode).toBe('rehearsal');
  });
});

describe('each variable is read', () => {
  it.each<[string, Env, object]>([
    ['MODE', { MODE: 'playground' }, { mode: 'playground' }],
    ['PORT', { PORT: '56150' }, { port: 56150 }],
    ['PORT 0, for any free port', { PORT: '0' }, { port: 0 }],
    ['HOST by name', { HOST: 'localhost' }, { host: 'localhost' }],
    ['HOST as IPv6 loopback', { HOST: '::1' }, { host: '::1' }],
    ['DATA_DIR', { DATA_DIR: '/var/lib/strategy' }, { dataDir: '/var/lib/strategy' }],
    ['STANDARD', { STANDARD: 'sandwell' }, { standard: 'sandwell' }],
    ['STANDARD_FILE', { STANDARD_FILE: 'north.yaml, south.yaml' }, { standardFiles: ['north.yaml', 'south.yaml'] }],
    ['READINGS', { READINGS: 'DL-1:workingDays' }, { readings: { s47Days: 'workingDays' } }],
    ['AUTHORITY', { AUTHORITY: 'Northmoor' }, { authority: 'Northmoor' }],
    ['TELEPHONE', { TELEPHONE: '+44 1632 960100' }, { telephone: '+44 1632 960100' }],
    [
      'EXTRA_NON_WORKING_DAYS',
      { EXTRA_NON_WORKING_DAYS: '2026-12-24, 2026-12-31,' },
      { extraNonWorkingDays: ['2026-12-24', '2026-12-31'] },
    ],
    ['SECURE_DOMAINS', { SECURE_DOMAINS: 'GOV.UK, school.example' }, { secureDomains: ['gov.uk', 'school.example'] }],
  ])('%s', (_name, env, expected) => {
    expect(configFrom(env)).toMatchObject(expected);
  });

  it('a complete live registration', () => {
    expect(configFrom({ ...live, PORT: '443', SMTP_USER: 'u', SMTP_PASSWORD: 'p' })).toEqual({
      mode: 'live',
      port: 443,
      logLevel: 'info',
      host: '0.0.0.0',
      dataDir: './data',
      store: { store: 'sqlite' },
      authority: 'Exampleshire County Council',
      telephone: null,
      standard: 'practice-standards-2025',
      standardFiles: [],
      readings: {},
      extraNonWorkingDays: [],
      secureDomains: ['gov.uk', 'nhs.net', 'police.uk', 'cjsm.net'],
      telemetry: null,
      registration: { appType: 'SingleTenant', appId, tenantId, password: 'a secret' },
      allowedTenants: [tenantId],
      publicUrl: 'https://strategy.exampleshire.gov.uk',
      linkSecret: '0123456789abcdef0123456789abcdef',
      signingKey: privateKeyIn(signingKey),
      proxies: 1,
      operatorToken: null,
      smtp: {
        host: 'smtp.exampleshire.gov.uk',
        port: 587,
        from: 'strategy@exampleshire.gov.uk',
        auth: { user: 'u', password: 'p' },
      },
      graphOrganiser: null,
      secretsChangedOn: null,
    });
  });

  it.each<[string, Env, object]>([
    [
      'a managed identity has no password',
      { MICROSOFT_APP_TYPE: 'UserAssignedMSI', MICROSOFT_APP_PASSWORD: undefined },
      { registration: { appType: 'UserAssignedMSI', password: null } },
    ],
    ['ALLOWED_TENANTS', { ALLOWED_TENANTS: `${tenantId},${appId}` }, { allowedTenants: [tenantId, appId] }],
    ['SECRETS_CHANGED_ON', { SECRETS_CHANGED_ON: '2026-11-27' }, { secretsChangedOn: '2026-11-27' }],
    [
      'GRAPH_ORGANISER',
      { GRAPH_ORGANISER: 'meetings@exampleshire.gov.uk' },
      { graphOrganiser: 'meetings@exampleshire.gov.uk' },
    ],
    ['SMTP_PORT', { SMTP_PORT: '465' }, { smtp: { port: 465, auth: null } }],
    ['HOST, which may be any address when everybody is authenticated', { HOST: '10.0.0.4' }, { host: '10.0.0.4' }],
  ])('live: %s', (_name, env, expected) => {
    expect(configFrom({ ...live, ...env })).toMatchObject(expected);
  });
});

describe('a wrong value is refused by a sentence that names the variable', () => {
  it.each<[string, Env, string]>([
    ['an unknown mode', { MODE: 'production' }, 'MODE must be rehearsal, playground or live.'],
    ['a port that is a word', { PORT: 'http' }, 'PORT must be a whole number.'],
    ['a port that is blank', { PORT: ' ' }, 'PORT must be a whole number.'],
    ['a port with a fraction', { PORT: '80.5' }, 'PORT must be a whole number.'],
    ['a port out of range', { PORT: '70000' }, 'PORT must be between 0 and 65535.'],
    ['a negative port', { PORT: '-1' }, 'PORT must be a whole number.'],
    [
      'a reading nobody offers',
      { READINGS: 'DL-1:fortnights' },
      'READINGS is wrong. DL-1: fortnights is no reading of it. Choose calendarDays or workingDays.',
    ],
    [
      'a date that does not exist',
      { EXTRA_NON_WORKING_DAYS: '2026-02-31' },
      'EXTRA_NON_WORKING_DAYS must be dates such as 2026-12-24, with commas between.',
    ],
    ['half the internet', { SECURE_DOMAINS: 'gov.uk,com' }, domainsWanted],
    ['an address instead of a domain', { SECURE_DOMAINS: 'office@gov.uk' }, domainsWanted],
    ['secure domains that are none', { SECURE_DOMAINS: ',' }, domainsWanted],
    [
      'an address others can reach, where nobody is authenticated',
      { HOST: '0.0.0.0' },
      'HOST must be a loopback address in rehearsal mode, where nobody is authenticated.',
    ],
    [
      'the same in the playground',
      { MODE: 'playground', HOST: 'strategy.example' },
      'HOST must be a loopback address in playground mode, where nobody is authenticated.',
    ],
    [
      'a calendar for meetings outside live mode',
      { GRAPH_ORGANISER: 'meetings@exampleshire.gov.uk' },
      'GRAPH_ORGANISER: meetings are made in live mode only. Set MODE=live, or unset it; MODE is rehearsal.',
    ],
    [
      'a calendar that is no mailbox',
      { ...live, GRAPH_ORGANISER: 'meetings' },
      'GRAPH_ORGANISER must be the e-mail address of the mailbox in whose calendar meetings are made.',
    ],
  ])('%s', (_name, env, sentence) => {
    expect(faultsOf(env)).toEqual([sentence]);
  });

  it('every wrong variable is named at once', () => {
    expect(faultsOf({ PORT: 'x', READINGS: 'y' })).toHaveLength(2);
  });
});

describe('live mode refuses to start', () => {
  const typeSentence =
    'MICROSOFT_APP_TYPE must be SingleTenant or UserAssignedMSI in live mode: anything else switches authentication off.';

  it.each<[string, Env, string]>([
    ['without an app id', { MICROSOFT_APP_ID: undefined }, 'MICROSOFT_APP_ID is required in live mode.'],
    ['with an empty app id', { MICROSOFT_APP_ID: '' }, 'MICROSOFT_APP_ID is required in live mode.'],
    [
      'with an app id that is not one',
      { MICROSOFT_APP_ID: 'my-bot' },
      'MICROSOFT_APP_ID must be the GUID of the app registration.',
    ],
    [
      'with the app id under a misspelt name',
      { MICROSOFT_APP_ID: undefined, MICROSOFT_APPID: appId },
      'MICROSOFT_APP_ID is required in live mode.',
    ],
    [
      'with the app id under the name the SDK uses',
      { MICROSOFT_APP_ID: undefined, MicrosoftAppId: appId },
      'MICROSOFT_APP_ID is required in live mode.',
    ],
    ['without an app type', { MICROSOFT_APP_TYPE: undefined }, typeSentence],
    ['with a misspelt app type', { MICROSOFT_APP_TYPE: 'Singletenant' }, typeSentence],
    ['with the type that lets every tenant in', { MICROSOFT_APP_TYPE: 'MultiTenant' }, typeSentence],
    ['without a tenant', { MICROSOFT_APP_TENANT_ID: undefined }, 'MICROSOFT_APP_TENANT_ID is required in live mode.'],
    [
      'with a tenant by name',
      { MICROSOFT_APP_TENANT_ID: 'exampleshire.onmicrosoft.com' },
      'MICROSOFT_APP_TENANT_ID must be the GUID of the tenant.',
    ],
    [
      'half registered: no password',
      { MICROSOFT_APP_PASSWORD: undefined },
      'MICROSOFT_APP_PASSWORD is required for a SingleTenant registration.',
    ],
    [
      'with a password beside a managed identity',
      { MICROSOFT_APP_TYPE: 'UserAssignedMSI' },
      'MICROSOFT_APP_PASSWORD must not be set for a UserAssignedMSI registration.',
    ],
    [
      'with an allowed tenant that is not one',
      { ALLOWED_TENANTS: `${tenantId},everyone` },
      'ALLOWED_TENANTS must be tenant GUIDs with commas between.',
    ],
    ['with nobody allowed in', { ALLOWED_TENANTS: ' , ' }, 'ALLOWED_TENANTS must be tenant GUIDs with commas between.'],
    [
      'without a public address',
      { PUBLIC_URL: undefined },
      'PUBLIC_URL must be the public https:// address of this service in live mode.',
    ],
    [
      'on plain http',
      { PUBLIC_URL: 'http://strategy.exampleshire.gov.uk' },
      'PUBLIC_URL must be the public https:// address of this service in live mode.',
    ],
    [
      'a name without https://',
      { PUBLIC_URL: 'strategy.exampleshire.gov.uk' },
      'PUBLIC_URL must be the public https:// address of this service in live mode.',
    ],
    [
      'an address with a path',
      { PUBLIC_URL: 'https://apps.exampleshire.gov.uk/strategy' },
      'PUBLIC_URL must have no path: the links in letters begin at the host.',
    ],
    [
      'without a mail server',
      { SMTP_HOST: undefined },
      'SMTP_HOST is required in live mode: notices must be able to leave.',
    ],
    [
      'with a link secret that could be guessed',
      { LINK_SECRET: 'short' },
      'LINK_SECRET must be 32 characters or more, and known to nobody.',
    ],
    [
      'without a key to sign records',
      { SIGNING_KEY: undefined },
      'SIGNING_KEY is required in live mode: it signs the records.',
    ],
    [
      'with a key of another kind',
      { SIGNING_KEY: generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() },
      'SIGNING_KEY must be a private key of Ed25519, as PKCS#8 PEM or as a JWK.',
    ],
    ['without a sender', { SMTP_FROM: undefined }, 'SMTP_FROM must be the e-mail address notices come from.'],
    [
      'with a sender that is no address',
      { SMTP_FROM: 'Strategy' },
      'SMTP_FROM must be the e-mail address notices come from.',
    ],
    ['with a mail port out of range', { SMTP_PORT: '99999' }, 'SMTP_PORT must be between 0 and 65535.'],
    [
      'with a mail user but no password',
      { SMTP_USER: 'strategy' },
      'SMTP_USER and SMTP_PASSWORD must be set together, or neither.',
    ],
    [
      'with a mail password but no user',
      { SMTP_PASSWORD: 'secret' },
      'SMTP_USER and SMTP_PASSWORD must be set together, or neither.',
    ],
    [
      'for a council without a name',
      { AUTHORITY: undefined },
      'AUTHORITY is required in live mode: the name of the council.',
    ],
  ])('%s', (_name, env, sentence) => {
    expect(faultsOf({ ...live, ...env })).toEqual([sentence]);
  });

  it('naming everything that is missing at once', () => {
    const named = faultsOf({ MODE: 'live' }).map((sentence) => sentence.split(' ')[0]);
    expect(named).toEqual([
      'AUTHORITY',
      'MICROSOFT_APP_TYPE',
      'MICROSOFT_APP_ID',
      'MICROSOFT_APP_TENANT_ID',
      'PUBLIC_URL',
      'LINK_SECRET',
      'SIGNING_KEY',
      'SMTP_HOST',
      'SMTP_FROM',
    ]);
  });

  it('and never repeats a secret in what it says', () => {
    const said = faultsOf({ ...live, MICROSOFT_APP_ID: 'hunter2', MICROSOFT_APP_TENANT_ID: 'hunter2' }).join();
    expect(said).not.toContain('hunter2');
  });
});

describe('outside live mode a registration is refused: somebody believes they are authenticated', () => {
  it.each<[string, Env]>([
    ['our own name', { MICROSOFT_APP_ID: appId }],
    ['the name the SDK uses', { MicrosoftAppId: appId }],
    ['a misspelt name', { MICROSOFTAPP_ID: appId }],
    ['a password alone', { MICROSOFT_APP_PASSWORD: 'secret' }],
    ['in the playground', { MODE: 'playground', MICROSOFT_APP_TYPE: 'SingleTenant' }],
  ])('%s', (_name, env) => {
    const [name] = Object.keys(env).filter((key) => key !== 'MODE');
    const mode = env.MODE ?? 'rehearsal';
    expect(faultsOf(env)).toEqual([
      `${name ?? ''}: an app registration is used in live mode only. Set MODE=live, or unset it; MODE is ${mode}.`,
    ]);
  });
});
