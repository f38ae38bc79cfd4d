import { describe, expect, it } from 'vitest';
import { configFrom } from '../../src/start/configFrom.ts';
import { retentionYearsFrom } from '../../src/start/storeSettings.ts';
import { faultsOf, type Env } from './environment.ts';

describe('where the data is kept', () => {
  const cosmos: Env = {
    STORE: 'cosmos',
    COSMOS_ENDPOINT: 'https://example.documents.azure.com',
    COSMOS_DATABASE: 'strategy',
    COSMOS_CONTAINER: 'discussions',
    AUTHORITY_ID: 'exampleshire',
  };
  const place = {
    store: 'cosmos',
    endpoint: 'https://example.documents.azure.com',
    database: 'strategy',
    container: 'discussions',
    authorityId: 'exampleshire',
  };

  it.each<[string, Env, object]>([
    ['a managed identity', cosmos, { ...place, key: null }],
    ['a key', { ...cosmos, COSMOS_KEY: 'a2V5' }, { ...place, key: 'a2V5' }],
  ])('Cosmos DB with %s', (_case, env, store) => {
    expect(configFrom(env).store).toEqual(store);
  });

  it.each<[string, Env, string]>([
    ['another store', { STORE: 'postgres' }, 'STORE must be sqlite or cosmos.'],
    ['no database', { ...cosmos, COSMOS_DATABASE: '' }, 'COSMOS_DATABASE is required where STORE is cosmos.'],
    [
      'an authority with capitals',
      { ...cosmos, AUTHORITY_ID: 'Ex' },
      'AUTHORITY_ID must be lower-case letters, digits and hyphens.',
    ],
    [
      'an address without TLS',
      { ...cosmos, COSMOS_ENDPOINT: 'http://db.example' },
      'COSMOS_ENDPOINT must begin with https://.',
    ],
    [
      'a server on this machine without a key',
      { ...cosmos, COSMOS_ENDPOINT: 'http://127.0.0.1:8081', COSMOS_KEY: '' },
      'COSMOS_KEY is required where COSMOS_ENDPOINT begins with http://: a managed identity is shown over TLS only.',
    ],
    ['a key that is none', { ...cosmos, COSMOS_KEY: 'not a key' }, 'COSMOS_KEY must be a key of the account.'],
  ])('%s is refused', (_case, env, sentence) => {
    expect(faultsOf(env)).toEqual([sentence]);
  });

  it('how long records are kept has no default', () => {
    expect(retentionYearsFrom({ RETENTION_YEARS: '35' })).toBe(35);
    expect(() => retentionYearsFrom({})).toThrow('RETENTION_YEARS is required');
    expect(() => retentionYearsFrom({ RETENTION_YEARS: '0' })).toThrow(
      'RETENTION_YEARS must be a whole number of years',
    );
  });
});
