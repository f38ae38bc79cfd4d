import { describe, expect, it } from 'vitest';
import { faultsOf } from '../start/environment.ts';
import { at, Code, resource, template, templates, textOf, type Value } from './bicep.ts';

const app = resource('modules/app.bicep', 'Microsoft.App/containerApps');
const cosmos = at(resource('modules/cosmos.bicep', 'Microsoft.DocumentDB/databaseAccounts'), 'properties');
const vault = at(resource('modules/vault.bicep', 'Microsoft.KeyVault/vaults'), 'properties');

describe('the bot', () => {
  const settings = at(app, 'properties', 'configuration');
  const run = at(app, 'properties', 'template');

  it('runs at least twice', () => {
    expect(at(run, 'scale', 'minReplicas')).toBeGreaterThanOrEqual(2);
  });

  it('is left out while its data cannot be used, and started again when it does not answer', () => {
    const probes = at(run, 'containers', 0, 'probes') as readonly Value[];
    const paths = probes.map((probe) => [
      at(probe, 'type'),
      at(probe, 'httpGet', 'path'),
      at(probe, 'httpGet', 'port'),
    ]);
    expect(paths).toEqual([
      ['Startup', '/healthz', 3978],
      ['Liveness', '/healthz', 3978],
      ['Readiness', '/readyz', 3978],
    ]);
  });

  it('no probe has more failures than Container Apps allows', () => {
    const probes = at(run, 'containers', 0, 'probes') as readonly Value[];
    for (const probe of probes) expect(at(probe, 'failureThreshold')).toBeLessThanOrEqual(10);
  });

  it('is reached by HTTPS only, at the port it listens on', () => {
    expect(at(settings, 'ingress')).toMatchObject({ external: true, targetPort: 3978, allowInsecure: false });
  });

  it('has longer to stop than a lease lasts, so that what is under way is finished', async () => {
    const { leaseMs } = await import('../../src/outbox/delivering.ts');
    expect(at(run, 'terminationGracePeriodSeconds')).toBeGreaterThan(leaseMs / 1000);
  });

  it('is pulled from the registry, and shows its secrets, as its identity', () => {
    expect(at(settings, 'registries')).toEqual([
      { server: new Code('registryServer'), identity: new Code('identityId') },
    ]);
  });

  it('is known to Teams as its managed identity, and no other way', () => {
    const bot = at(resource('modules/bot.bicep', 'Microsoft.BotService/botServices'), 'properties');
    expect(bot).toMatchObject({ msaAppType: 'UserAssignedMSI', disableLocalAuth: true });
    expect(at(bot, 'endpoint')).toEqual(new Code("'https://${host}/api/messages'"));
    const teams = resource('modules/bot.bicep', 'Microsoft.BotService/botServices/channels');
    expect(at(teams, 'properties', 'channelName')).toBe('MsTeamsChannel');
  });
});

describe('the records', () => {
  it('are in an account that the product accepts', async () => {
    const { accountFault } = await import('../../src/store/cosmos/account.ts');
    const account = {
      consistencyPolicy: at(cosmos, 'consistencyPolicy', 'defaultConsistencyLevel') as string,
      enableMultipleWritableLocations: at(cosmos, 'enableMultipleWriteLocations') as boolean,
    };
    expect(account).toEqual({ consistencyPolicy: 'BoundedStaleness', enableMultipleWritableLocations: false });
    expect(accountFault({ endpoint: 'https://strategy.documents.azure.com' }, account)).toBeNull();
  });

  it('have one region to write in', () => {
    expect(at(cosmos, 'locations')).toHaveLength(1);
  });

  it('are reached from inside the network only', () => {
    expect(at(cosmos, 'publicNetworkAccess')).toBe('Disabled');
    const endpoint = resource('modules/cosmos.bicep', 'Microsoft.Network/privateEndpoints');
    expect(at(endpoint, 'properties', 'privateLinkServiceConnections', 0, 'properties', 'groupIds')).toEqual(['Sql']);
  });

  it('are opened with no key, but while a container is prepared', () => {
    expect(at(cosmos, 'disableLocalAuth')).toEqual(new Code('!preparing'));
    expect(template('main.bicep').params.preparing).toEqual({ type: 'bool', isRequired: false });
    expect(textOf('main.bicep')).toContain('param preparing bool = false');
  });

  it('can be had back as they were at any moment of the last 30 days', () => {
    expect(at(cosmos, 'backupPolicy')).toMatchObject({
      type: 'Continuous',
      continuousModeProperties: { tier: 'Continuous30Days' },
    });
  });

  it('are read and written by the bot’s identity alone, which can make or remove no container', () => {
    const access = resource('modules/cosmos.bicep', 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments');
    expect(at(access, 'properties', 'principalId')).toEqual(new Code('principalId'));
    expect(at(template('modules/cosmos.bicep').vars, 'dataContributor')).toBe('00000000-0000-0000-0000-000000000002');
    expect(at(access, 'properties', 'scope')).toEqual(new Code('account.id'));
  });

  it('are not deleted by a slip', () => {
    expect(at(resource('modules/cosmos.bicep', 'Microsoft.Authorization/locks'), 'properties', 'level')).toBe(
      'CanNotDelete',
    );
  });
});

describe('the secrets', () => {
  it('are in a vault that asks who somebody is, and keeps what is deleted', () => {
    expect(vault).toMatchObject({ enableRbacAuthorization: true, enableSoftDelete: true, enablePurgeProtection: true });
  });

  it('reach the bot as references, by its identity', () => {
    const secrets = at(app, 'properties', 'configuration', 'secrets') as readonly Value[];
    expect(secrets.map((secret) => at(secret, 'name'))).toEqual([
      'link-secret',
      'signing-key',
      'operator-token',
      'smtp-password',
    ]);
    for (const secret of secrets) {
      expect(Object.keys(secret)).toEqual(['name', 'keyVaultUrl', 'identity']);
      expect(at(secret, 'keyVaultUrl')).toEqual(new Code(`'\${vaultUri}secrets/${at(secret, 'name') as string}'`));
    }
  });

  it('are literal nowhere: no secret of any resource has a value but the key that a preparation asks for', () => {
    const values = templates.flatMap((path) => [...textOf(path).matchAll(/secrets: (.*)/g)].map(([, value]) => value));
    expect(values).toEqual([
      'secrets',
      'secrets',
      "preparing ? [{ name: 'cosmos-key', value: account.listKeys().primaryMasterKey }] : []",
    ]);
  });

  it('are in no parameter of a deployment', () => {
    const names = templates.flatMap((path) => Object.keys(template(path).params));
    expect(
      names.filter((name) => /secret|password|token|key(?!Uri|Identity)/i.test(name.replace('customerManagedKey', ''))),
    ).toEqual([]);
  });
});

describe('the alerts', () => {
  const rules = at(template('modules/alerts.bicep').vars, 'rules') as readonly Value[];
  const query = (name: string): Value | undefined => {
    const rule = rules.find((each) => at(each, 'name') === name);
    return rule === undefined ? undefined : at(rule, 'query');
  };

  it('somebody hears of a notice that is overdue, of one owed for 45 minutes, and of many faults', () => {
    expect(query('notices-overdue')).toMatch(/Name == 'notices\.overdue'[^]*overdue > 0/);
    expect(query('notices-oldest')).toMatch(/Name == 'notices\.owed\.oldest'[^]*seconds > 2700/);
    expect(query('faults')).toMatch(/Name == 'strategy\.faults'[^]*sum\(Sum\)/);
  });

  it('and of a bot that says nothing at all, of which none of those would tell', () => {
    expect(query('no-measurements')).toMatch(/Name == 'notices\.overdue'[^]*count\(\)[^]*== 0/);
  });

  it('and of a replica that is not ready, and of a service that is not', () => {
    expect(query('replica-not-ready')).toMatch(/ContainerAppName == '\{app\}'[^]*readiness/);
    const test = resource('modules/alerts.bicep', 'Microsoft.Insights/webtests');
    expect(at(test, 'properties', 'Request', 'RequestUrl')).toEqual(new Code("'https://${host}/readyz'"));
    expect(at(test, 'properties', 'ValidationRules', 'ExpectedHttpStatusCode')).toBe(200);
  });

  it('and of what the daily examination found, or that there was none', () => {
    expect(query('doctor')).toMatch(/JobName == '\{app\}-doctor'[^]*findings == 0 or faults > 0/);
    const doctor = template('modules/app.bicep').resources.find(
      ({ of, body }) =>
        of.startsWith('Microsoft.App/jobs') &&
        'scheduleTriggerConfig' in (at(body, 'properties', 'configuration') as object),
    );
    const container = at(doctor?.body ?? '', 'properties', 'template', 'containers', 0);
    expect((at(container, 'command') as readonly string[]).join(' ')).toBe('npm run -s strategy -- doctor --json');
  });

  it('each goes to the operators', () => {
    const rule = resource('modules/alerts.bicep', 'Microsoft.Insights/scheduledQueryRules');
    expect(at(rule, 'properties', 'actions', 'actionGroups')).toEqual([new Code('operators.id')]);
    const outside = resource('modules/alerts.bicep', 'Microsoft.Insights/metricAlerts');
    expect(at(outside, 'properties', 'actions')).toEqual([{ actionGroupId: new Code('operators.id') }]);
  });
});

it('a rehearsal cannot be deployed: it would refuse to listen where Container Apps calls', () => {
  expect(faultsOf({ MODE: 'rehearsal', HOST: '0.0.0.0' })).toEqual([
    'HOST must be a loopback address in rehearsal mode, where nobody is authenticated.',
  ]);
});
