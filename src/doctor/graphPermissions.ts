/**
 * What the registration may do in Microsoft Graph: read and write one calendar where meetings are made, and nothing else. A
 * permission granted in Entra is for the whole tenant and stands in the token; one for a single mailbox does not.
 */
import type { Around, Deployment } from './deployment.ts';
import { findingsOf, type Finding } from './finding.ts';
import { asked } from './asked.ts';
import { tokenFor } from './token.ts';

const { good, fault, notChecked } = findingsOf('graph permissions');

const calendarRole = 'the role Application Calendars.ReadWrite of RBAC for Applications, in Exchange Online';

export const checkGraphPermissions = async (deployment: Deployment, around: Around): Promise<Finding> => {
  const token = await tokenFor('https://graph.microsoft.com/.default', deployment, around);
  if (!token.ok) {
    return deployment.graphOrganiser === null
      ? notChecked(`No token for Microsoft Graph (${token.because}); none is used.`)
      : fault(`No token for Microsoft Graph: ${token.because}.`, 'Put right what is said of the registration.');
  }
  const tooMuch = token.claims.roles;
  if (tooMuch.length > 0) {
    return fault(
      `The registration has permissions for the whole tenant that it does not need: ${tooMuch.join(', ')}.`,
      'Take them from the registration in Microsoft Entra.',
    );
  }
  const { graphOrganiser } = deployment;
  if (graphOrganiser === null) return good('No permission in Microsoft Graph, and none is needed.');
  return ofCalendar(graphOrganiser, token.token, around);
};

const ofCalendar = async (mailbox: string, token: string, around: Around): Promise<Finding> => {
  const url = `https://graph.microsoft.com/v1.0/users/${encodeURIComponent(mailbox)}/calendar?$select=id,canEdit`;
  const answer = await asked(around.fetch, url, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) {
    const mend = 'Allow this machine to reach graph.microsoft.com.';
    return fault(`Microsoft Graph was not reached: ${answer.because}.`, mend);
  }
  const { status } = answer.response;
  if (status === 200) return good(`The calendar of ${mailbox} can be used, and no other.`);
  if (status === 404) {
    return fault(`There is no mailbox ${mailbox}.`, 'Set GRAPH_ORGANISER to a mailbox that has a calendar.');
  }
  return fault(
    `The calendar of ${mailbox} may not be used: Microsoft Graph answered ${status}.`,
    `Grant ${calendarRole}, for that mailbox. It takes up to two hours to work.`,
  );
};
