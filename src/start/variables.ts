/** The variables of the environment, each with what to do about it; a message follows the variable's name. */
import { z } from 'zod';
import { usualSecureDomains } from '../directory/secureDomains.ts';
import { telephoneNumber } from '../directory/entry.ts';
import { privateKeyIn } from '../store/seal.ts';
import { logLevels } from './log.ts';
import { chooseReadings, type Readings } from '../practice/language/readings.ts';

const modes = ['rehearsal', 'playground', 'live'] as const;
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((number) => number <= 65_535, 'must be between 0 and 65535')
    .default(fallback);

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** With a dot in it: one word alone would be half the internet. */
const domainName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const domainsWanted = 'must be domains such as gov.uk, with commas between';

const tenantsWanted = 'must be tenant GUIDs with commas between';

/** `DL-1:workingDays, M-4:none` */
const readings = list.transform((pairs, context): Partial<Readings> => {
  const chosen = chooseReadings(
    Object.fromEntries(
      pairs.map((pair) => {
        const [rule = '', choice = ''] = pair.split(':').map((part) => part.trim());
        return [rule, choice];
      }),
    ),
  );
  if (chosen.ok) return chosen.readings;
  context.addIssue({ code: 'custom', message: `is wrong. ${chosen.problems.join(' ')}` });
  return z.NEVER;
});

/** In every mode. */
export const common = z.object({
  MODE: z.enum(modes, 'must be rehearsal, playground or live').default('rehearsal'),
  PORT: port(3978),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).optional(),
  DATA_DIR: z.string().min(1, 'must name a folder').default('./data'),
  STANDARD: z.string().min(1, 'must name a practice standard').default('practice-standards-2025'),
  STANDARD_FILE: list.default([]),
  READINGS: readings.default({}),
  EXTRA_NON_WORKING_DAYS: list
    .pipe(z.array(z.iso.date('must be dates such as 2026-12-24, with commas between')))
    .default([]),
  SECURE_DOMAINS: list
    .transform((domains) => domains.map((domain) => domain.toLowerCase()))
    .pipe(z.array(z.string().regex(domainName, domainsWanted)).min(1, domainsWanted))
    .default([...usualSecureDomains]),
  AUTHORITY: z.string().min(1, 'must name the council').optional(),
  TELEPHONE: telephoneNumber.optional(),
  HOST: z.string().min(1, 'must be an address to listen on').optional(),
});

/** Where real people are written to. */
export const live = z.object({
  AUTHORITY: z.string('is required in live mode: the name of the council').min(1),
  TELEPHONE: telephoneNumber.optional(),
  MICROSOFT_APP_TYPE: z.enum(
    ['SingleTenant', 'UserAssignedMSI'],
    'must be SingleTenant or UserAssignedMSI in live mode: anything else switches authentication off',
  ),
  MICROSOFT_APP_ID: z.string('is required in live mode').regex(guid, 'must be the GUID of the app registration'),
  MICROSOFT_APP_TENANT_ID: z.string('is required in live mode').regex(guid, 'must be the GUID of the tenant'),
  MICROSOFT_APP_PASSWORD: z.string().min(1, 'is empty').optional(),
  PUBLIC_URL: z
    .url({
      protocol: /^https$/,
      error: 'must be the public https:// address of this service in live mode',
      // What is no address has no path to look at.
      abort: true,
    })
    .refine((url) => /^\/?$/.test(new URL(url).pathname), 'must have no path: the links in letters begin at the host'),
  ALLOWED_TENANTS: list.pipe(z.array(z.string().regex(guid, tenantsWanted)).min(1, tenantsWanted)).optional(),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^\d$/, 'must be how many proxies stand before this process, 0 to 9')
    .transform(Number)
    .default(1),
  OPERATOR_TOKEN: z.string().min(32, 'must be 32 characters or more').optional(),
  LINK_SECRET: z
    .string('is required in live mode: it signs the links in e-mails')
    .min(32, 'must be 32 characters or more, and known to nobody'),
  SIGNING_KEY: z
    .string('is required in live mode: it signs the records')
    .transform((text) => privateKeyIn(text))
    .refine((key) => key !== null, 'must be a private key of Ed25519, as PKCS#8 PEM or as a JWK'),
  SMTP_HOST: z.string('is required in live mode: notices must be able to leave').min(1, 'is empty'),
  SMTP_PORT: port(587),
  SMTP_FROM: z.email('must be the e-mail address notices come from'),
  SMTP_USER: z.string().min(1, 'is empty').optional(),
  SMTP_PASSWORD: z.string().min(1, 'is empty').optional(),
  GRAPH_ORGANISER: z.email('must be the e-mail address of the mailbox in whose calendar meetings are made').optional(),
  SECRETS_CHANGED_ON: z.iso.date('must be a date such as 2026-11-27').optional(),
});

export const retention = z.object({
  RETENTION_YEARS: z
    .string('is required: how many years a record is kept after it was last written')
    .regex(/^[1-9]\d{0,2}$/, 'must be a whole number of years, at least 1')
    .transform(Number),
});
