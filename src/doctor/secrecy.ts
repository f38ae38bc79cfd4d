/** Whether what is secret is young enough, and the addresses taken for secure are those of organisations that are. */
import { londonDate, plusDays } from '../practice/time/calendar.ts';
import type { Around, Deployment } from './deployment.ts';
import { findingsOf, type Finding } from './finding.ts';

const domains = findingsOf('secure domains');
const secrets = findingsOf('secrets');

/** Where anybody may have an address, or half a country has. */
const forAnybody = [
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'hotmail.co.uk', 'live.co.uk', 'live.com'],
  ...['yahoo.com', 'yahoo.co.uk', 'icloud.com', 'aol.com', 'btinternet.com', 'sky.com', 'virginmedia.com'],
  ...['co.uk', 'org.uk', 'ac.uk', 'sch.uk', 'ltd.uk', 'plc.uk', 'me.uk'],
];

export const checkSecureDomains = ({ secureDomains }: Deployment): Finding => {
  const loose = secureDomains.filter((domain) => forAnybody.includes(domain));
  return loose.length === 0
    ? domains.good(`Letters may name a child to addresses at ${secureDomains.join(', ')}.`)
    : domains.fault(`Anybody may have an address at ${loose.join(', ')}.`, 'Take it out of SECURE_DOMAINS.');
};

/** Days. Half a year is what councils usually ask; after a year a secret of a registration has mostly run out. */
const [old, tooOld] = [180, 365];

export const checkSecrets = ({ secretsChangedOn }: Deployment, { now }: Around): Finding => {
  if (secretsChangedOn === null) {
    return secrets.notChecked('Nobody says when they were changed: set SECRETS_CHANGED_ON when you change them.');
  }
  const today = londonDate(now());
  const says = `The secrets were changed on ${secretsChangedOn}.`;
  const mend = 'Change them (infra/runbook.md says how), and set SECRETS_CHANGED_ON.';
  if (plusDays(secretsChangedOn, tooOld) < today) return secrets.fault(says, mend);
  return plusDays(secretsChangedOn, old) < today ? secrets.warning(says, mend) : secrets.good(says);
};
