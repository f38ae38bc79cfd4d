/**
 * What is wrong with a deployment, one finding a check. The folder has a file for each thing that is looked at; none of them
 * changes anything, sends anything, or says a secret or a person’s name.
 */
import { checkAppPackage } from './appPackage.ts';
import { checkBankHolidays } from './bankHolidays.ts';
import { checkClock } from './clock.ts';
import type { Around, Deployment } from './deployment.ts';
import { checkEndpoint } from './endpoint.ts';
import { findingsOf, type Finding } from './finding.ts';
import { checkGraphPermissions } from './graphPermissions.ts';
import { checkMail } from './mail.ts';
import { checkPeople } from './people.ts';
import { checkRegistration } from './registration.ts';
import { checkSecrets, checkSecureDomains } from './secrecy.ts';
import { checkStore } from './storage.ts';

/** Every check, whatever another found. */
export const examine = async (deployment: Deployment, around: Around): Promise<readonly Finding[]> => [
  ...(await Promise.all([
    checkRegistration(deployment, around),
    checkGraphPermissions(deployment, around),
    checkEndpoint(deployment, around),
    checkClock(deployment, around),
    checkMail(deployment),
    checkBankHolidays(around),
  ])),
  checkSecureDomains(deployment),
  checkSecrets(deployment, around),
  checkAppPackage(deployment, around),
  ...(await ofData(deployment, around)),
];

const { fault } = findingsOf('store');

const ofData = async (deployment: Deployment, around: Around): Promise<readonly Finding[]> => {
  const opened = await around
    .open()
    .catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  if (typeof opened === 'string')
    return [fault(opened, 'Put it right, or restore the newest backup (infra/runbook.md).')];
  try {
    return [...(await checkStore(opened, around)), ...(await checkPeople(opened.directory, deployment, around))];
  } finally {
    await opened.close();
  }
};
