/** Whether the bot can prove to Microsoft who it is, as the registration it says it is, in the tenant it says. */
import type { Around, Deployment } from './deployment.ts';
import { findingsOf, type Finding } from './finding.ts';
import { tokenFor } from './token.ts';

const { good, fault } = findingsOf('registration');

/** What to do about the refusals that people meet. */
const mending: Readonly<Record<string, string>> = {
  AADSTS7000215:
    'MICROSOFT_APP_PASSWORD is not a secret of this registration: copy the value of a new one, not its id.',
  AADSTS7000222: 'The secret has run out: make a new one for the registration and set MICROSOFT_APP_PASSWORD.',
  AADSTS700016: 'The tenant has no registration of that id: check MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID.',
  AADSTS90002: 'There is no such tenant: check MICROSOFT_APP_TENANT_ID.',
};

export const checkRegistration = async (deployment: Deployment, around: Around): Promise<Finding> => {
  const { appId, tenantId, appType } = deployment.registration;
  const token = await tokenFor('https://api.botframework.com/.default', deployment, around);
  if (!token.ok) {
    const mend = token.code === null ? null : mending[token.code];
    return fault(`No token for the bot: ${token.because}.`, mend ?? usual[appType]);
  }
  const { tid, appid } = token.claims;
  if (tid !== tenantId) {
    return fault('The token is of another tenant.', 'Set MICROSOFT_APP_TENANT_ID to the tenant of the registration.');
  }
  if (appid !== appId) {
    return fault('The token is of another registration.', 'Set MICROSOFT_APP_ID to the id of the registration.');
  }
  return good(`A token was given to ${appId} (${appType}) in tenant ${tenantId}.`);
};

const usual: Readonly<Record<Deployment['registration']['appType'], string>> = {
  SingleTenant: 'Allow this machine to reach login.microsoftonline.com, and check the registration in Microsoft Entra.',
  UserAssignedMSI: 'Assign the identity to this machine, and set MICROSOFT_APP_ID to its client id.',
};
