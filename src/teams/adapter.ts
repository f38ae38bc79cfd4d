import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { channelIssuer } from '../door/proof.ts';
import type { Registration } from './registration.ts';

/**
 * The SDK's adapter. Without a registration it authenticates nobody, so only rehearsal and playground pass `null`, both
 * bound to loopback; live mode always has one (config.ts refuses otherwise). `tokenKeys` is where the keys of tokens are
 * published, where that is not Microsoft.
 */
export const createAdapter = (
  registration: Registration | null,
  onFault: (context: TurnContext, error: unknown) => Promise<void>,
  tokenKeys?: string,
): CloudAdapter => {
  const settings =
    registration === null
      ? {}
      : {
          MicrosoftAppType: registration.appType,
          MicrosoftAppId: registration.appId,
          MicrosoftAppTenantId: registration.tenantId,
          ...(tokenKeys === undefined ? {} : withKeysAt(tokenKeys)),
          ...(registration.password === null ? {} : { MicrosoftAppPassword: registration.password }),
        };
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings));
  adapter.onTurnError = onFault;
  return adapter;
};

/** The public cloud, but for its keys: the SDK takes its own settings only where none is given. */
const withKeysAt = (tokenKeys: string) => ({
  ToBotFromChannelOpenIdMetadataUrl: tokenKeys,
  ToBotFromChannelTokenIssuer: channelIssuer,
  ToBotFromEmulatorOpenIdMetadataUrl: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: channelIssuer,
  OAuthUrl: channelIssuer,
  CallerId: 'urn:botframework:azure',
});

/** What the SDK keeps of whoever sent a turn. */
interface Identity {
  readonly isAuthenticated: boolean;
  getClaimValue(name: string): string | null;
}

/** What the SDK found out about who sent this turn, looked at once more: it takes others than Teams for Teams. */
export const isFromTeams = (context: TurnContext, adapter: CloudAdapter, appId: string): boolean => {
  const identity = context.turnState.get<Identity | undefined>(adapter.BotIdentityKey);
  return (
    identity?.isAuthenticated === true &&
    identity.getClaimValue('iss') === channelIssuer &&
    identity.getClaimValue('aud') === appId
  );
};
