import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { Registration } from './registration.ts';

/**
 * The SDK's adapter. Without a registration it authenticates nobody, so only rehearsal and playground pass `null`, both
 * bound to loopback; live mode always has one (config.ts refuses otherwise).
 */
export const createAdapter = (
  registration: Registration | null,
  onFault: (context: TurnContext, error: unknown) => Promise<void>,
): CloudAdapter => {
  const settings =
    registration === null
      ? {}
      : {
          MicrosoftAppType: registration.appType,
          MicrosoftAppId: registration.appId,
          MicrosoftAppTenantId: registration.tenantId,
          ...(registration.password === null ? {} : { MicrosoftAppPassword: registration.password }),
        };
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings));
  adapter.onTurnError = onFault;
  return adapter;
};
