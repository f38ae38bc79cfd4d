/** The configuration of a live council, with nothing real in it. */
import { signingKey } from '../builders/signingKey.ts';
import type { Config } from '../../src/start/config.ts';
import { configFrom } from '../../src/start/configFrom.ts';

export const appId = '4c9e2d71-83ab-4f60-b5d2-9a0e1f7c6b38';
export const tenantId = '7a1e5c0d-2b64-4e3f-9d18-0c5a6b7e8f90';

export const liveEnvironment = (dataDir: string): Readonly<Record<string, string>> => ({
  MODE: 'live',
  DATA_DIR: dataDir,
  AUTHORITY: 'Exampleshire County Council',
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_ID: appId,
  MICROSOFT_APP_TENANT_ID: tenantId,
  MICROSOFT_APP_PASSWORD: 'a secret',
  PUBLIC_URL: 'https://strategy.exampleshire.gov.uk',
  LINK_SECRET: '0123456789abcdef0123456789abcdef',
  SIGNING_KEY: signingKey,
  SMTP_HOST: '127.0.0.1',
  SMTP_FROM: 'strategy@exampleshire.gov.uk',
});

export const liveConfig = (dataDir: string, over: Readonly<Record<string, string>> = {}): Config =>
  configFrom({ ...liveEnvironment(dataDir), ...over });
