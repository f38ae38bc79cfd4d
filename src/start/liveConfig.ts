/** What live mode needs beside what every mode has. */
import type { z } from 'zod';
import type { CommonConfig, LiveConfig } from './config.ts';
import { ConfigFault, parse, type Environment } from './configFault.ts';
import { live } from './variables.ts';

/** Throws {@link ConfigFault} where variables are missing, or contradict each other. */
export const liveConfig = (
  env: Environment,
  shared: Omit<CommonConfig, 'host' | 'authority' | 'telephone'>,
  host: string,
): LiveConfig => {
  const l = parse(live, env);
  const faults = contradictions(l);
  if (faults.length > 0) throw new ConfigFault(faults);
  return {
    ...shared,
    mode: 'live',
    host,
    authority: l.AUTHORITY,
    telephone: l.TELEPHONE ?? null,
    registration: {
      appType: l.MICROSOFT_APP_TYPE,
      appId: l.MICROSOFT_APP_ID,
      tenantId: l.MICROSOFT_APP_TENANT_ID,
      password: l.MICROSOFT_APP_PASSWORD ?? null,
    },
    allowedTenants: l.ALLOWED_TENANTS ?? [l.MICROSOFT_APP_TENANT_ID],
    publicUrl: l.PUBLIC_URL,
    linkSecret: l.LINK_SECRET,
    signingKey: l.SIGNING_KEY,
    proxies: l.TRUSTED_PROXIES,
    operatorToken: l.OPERATOR_TOKEN ?? null,
    smtp: {
      host: l.SMTP_HOST,
      port: l.SMTP_PORT,
      from: l.SMTP_FROM,
      auth:
        l.SMTP_USER !== undefined && l.SMTP_PASSWORD !== undefined
          ? { user: l.SMTP_USER, password: l.SMTP_PASSWORD }
          : null,
    },
    graphOrganiser: l.GRAPH_ORGANISER ?? null,
    secretsChangedOn: l.SECRETS_CHANGED_ON ?? null,
  };
};

const contradictions = (l: z.output<typeof live>): readonly string[] => {
  const faults: string[] = [];
  if (l.MICROSOFT_APP_TYPE === 'SingleTenant' && l.MICROSOFT_APP_PASSWORD === undefined) {
    faults.push('MICROSOFT_APP_PASSWORD is required for a SingleTenant registration.');
  }
  if (l.MICROSOFT_APP_TYPE === 'UserAssignedMSI' && l.MICROSOFT_APP_PASSWORD !== undefined) {
    faults.push('MICROSOFT_APP_PASSWORD must not be set for a UserAssignedMSI registration.');
  }
  if ((l.SMTP_USER === undefined) !== (l.SMTP_PASSWORD === undefined)) {
    faults.push('SMTP_USER and SMTP_PASSWORD must be set together, or neither.');
  }
  return faults;
};
