/**
 * The environment, parsed once into one typed object. Every fault names its variable and what to do; combinations that
 * would put case data at risk are refused. The mode is explicit: nothing is guessed from NODE_ENV.
 */
import { isLoopbackHost } from '../store/loopback.ts';
import { z } from 'zod';
import { logLevels, type LogLevel } from './log.ts';
import { cosmosFrom, cosmosVariables, keptInVariables, type KeptIn } from './storeSettings.ts';
import { usualSecureDomains } from '../directory/secureDomains.ts';
import { standardKeys } from '../practice/language/vocabulary.ts';
import type { Registration } from '../teams/registration.ts';

/** The configuration cannot be used. `faults` has one sentence for each variable to put right. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

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

const common = z.object({
  MODE: z.enum(modes, 'must be rehearsal, playground or live').default('rehearsal'),
  PORT: port(3978),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  DATA_DIR: z.string().min(1, 'must name a folder').default('./data'),
  STANDARD: z.enum(standardKeys, `must be one of ${standardKeys.join(', ')}`).default('practice-standards-2025'),
  EXTRA_NON_WORKING_DAYS: list
    .pipe(z.array(z.iso.date('must be dates such as 2026-12-24, with commas between')))
    .default([]),
  SECURE_DOMAINS: list
    .transform((domains) => domains.map((domain) => domain.toLowerCase()))
    .pipe(z.array(z.string().regex(domainName, domainsWanted)).min(1, domainsWanted))
    .default([...usualSecureDomains]),
  AUTHORITY: z.string().min(1, 'must name the council').optional(),
  HOST: z.string().min(1, 'must be an address to listen on').optional(),
});

const live = z.object({
  AUTHORITY: z.string('is required in live mode: the name of the council').min(1),
  MICROSOFT_APP_TYPE: z.enum(
    ['SingleTenant', 'UserAssignedMSI'],
    'must be SingleTenant or UserAssignedMSI in live mode: anything else switches authentication off',
  ),
  MICROSOFT_APP_ID: z.string('is required in live mode').regex(guid, 'must be the GUID of the app registration'),
  MICROSOFT_APP_TENANT_ID: z.string('is required in live mode').regex(guid, 'must be the GUID of the tenant'),
  MICROSOFT_APP_PASSWORD: z.string().min(1, 'is empty').optional(),
  PUBLIC_URL: z.url({ protocol: /^https$/, error: 'must be the public https:// address of this service in live mode' }),
  ALLOWED_TENANTS: list.pipe(z.array(z.string().regex(guid, tenantsWanted)).min(1, tenantsWanted)).optional(),
  LINK_SECRET: z
    .string('is required in live mode: it signs the links in e-mails')
    .min(32, 'must be 32 characters or more, and known to nobody'),
  SMTP_HOST: z.string('is required in live mode: notices must be able to leave').min(1, 'is empty'),
  SMTP_PORT: port(587),
  SMTP_FROM: z.email('must be the e-mail address notices come from'),
  SMTP_USER: z.string().min(1, 'is empty').optional(),
  SMTP_PASSWORD: z.string().min(1, 'is empty').optional(),
  GRAPH_ORGANISER: z.email('must be the e-mail address of the mailbox in whose calendar meetings are made').optional(),
});

interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  readonly from: string;
  readonly auth: { readonly user: string; readonly password: string } | null;
}

interface CommonConfig {
  readonly port: number;
  readonly host: string;
  readonly logLevel: LogLevel;
  readonly dataDir: string;
  /** Which database; `dataDir` is for what is kept in files. */
  readonly keptIn: KeptIn;
  readonly authority: string;
  readonly standard: (typeof standardKeys)[number];
  readonly extraNonWorkingDays: readonly string[];
  /** Domains to whose addresses e-mail may carry what identifies a child; a subdomain counts. */
  readonly secureDomains: readonly string[];
}

export type Config =
  | (CommonConfig & { readonly mode: 'rehearsal' | 'playground' })
  | (CommonConfig & {
      readonly mode: 'live';
      readonly registration: Registration;
      readonly allowedTenants: readonly string[];
      readonly publicUrl: string;
      /** Signs the links of the reply page; changing it ends all that are out. */
      readonly linkSecret: string;
      readonly smtp: SmtpConfig;
      /** The mailbox in whose calendar meetings are made through Microsoft Graph; null: none are. */
      readonly graphOrganiser: string | null;
    });

/** Parses the environment. Throws {@link ConfigFault} naming every variable that is wrong. */
export const configFrom = (env: Readonly<Record<string, string | undefined>>): Config => {
  const set = setIn(env);
  const base = parse(common, set);
  const shared = {
    port: base.PORT,
    logLevel: base.LOG_LEVEL,
    dataDir: base.DATA_DIR,
    keptIn: keptInFrom(set),
    standard: base.STANDARD,
    extraNonWorkingDays: base.EXTRA_NON_WORKING_DAYS,
    secureDomains: base.SECURE_DOMAINS,
  };
  if (base.MODE === 'live') return liveConfig(set, shared, base.HOST ?? '0.0.0.0');
  refuseRegistrationOutsideLive(set, base.MODE);
  refuseMeetingsOutsideLive(set, base.MODE);
  const host = base.HOST ?? '127.0.0.1';
  if (!isLoopbackHost(host)) {
    throw new ConfigFault([`HOST must be a loopback address in ${base.MODE} mode, where nobody is authenticated.`]);
  }
  return { ...shared, mode: base.MODE, host, authority: base.AUTHORITY ?? 'Exampleshire County Council' };
};

/** Which store the environment names. Throws {@link ConfigFault}. Operator commands read no more of it than this. */
export const keptInFrom = (env: Readonly<Record<string, string | undefined>>): KeptIn =>
  parse(keptInVariables, setIn(env)).STORE === 'cosmos'
    ? cosmosFrom(parse(cosmosVariables, setIn(env)))
    : { store: 'sqlite' };

const retention = z.object({
  RETENTION_YEARS: z
    .string('is required: how many years a record is kept after it was last written')
    .regex(/^[1-9]\d{0,2}$/, 'must be a whole number of years, at least 1')
    .transform(Number),
});

/** How long records are kept. There is no default: that is for the council's retention schedule to say. */
export const retentionYearsFrom = (env: Readonly<Record<string, string | undefined>>): number =>
  parse(retention, setIn(env)).RETENTION_YEARS;

/** A variable set to nothing is as good as not set. */
const setIn = (env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

const liveConfig = (
  env: Readonly<Record<string, string | undefined>>,
  shared: Omit<CommonConfig, 'host' | 'authority'>,
  host: string,
): Config => {
  const l = parse(live, env);
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
  if (faults.length > 0) throw new ConfigFault(faults);
  return {
    ...shared,
    mode: 'live',
    host,
    authority: l.AUTHORITY,
    registration: {
      appType: l.MICROSOFT_APP_TYPE,
      appId: l.MICROSOFT_APP_ID,
      tenantId: l.MICROSOFT_APP_TENANT_ID,
      password: l.MICROSOFT_APP_PASSWORD ?? null,
    },
    allowedTenants: l.ALLOWED_TENANTS ?? [l.MICROSOFT_APP_TENANT_ID],
    publicUrl: l.PUBLIC_URL,
    linkSecret: l.LINK_SECRET,
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
  };
};

/** Somebody who sets a registration means to go live; running unauthenticated instead would be a trap. */
const refuseRegistrationOutsideLive = (env: Readonly<Record<string, string | undefined>>, mode: string): void => {
  const stray = Object.keys(env).filter((name) => /^MICROSOFT_?APP/i.test(name));
  if (stray.length > 0) {
    throw new ConfigFault([
      `${stray.join(', ')}: an app registration is used in live mode only. Set MODE=live, or unset it; MODE is ${mode}.`,
    ]);
  }
};

/** Elsewhere everybody is invented, and nobody must be invited to a real calendar. */
const refuseMeetingsOutsideLive = (env: Readonly<Record<string, string | undefined>>, mode: string): void => {
  if (env.GRAPH_ORGANISER !== undefined) {
    throw new ConfigFault([
      `GRAPH_ORGANISER: meetings are made in live mode only. Set MODE=live, or unset it; MODE is ${mode}.`,
    ]);
  }
};

const parse = <T extends z.ZodType>(schema: T, env: object): z.output<T> => {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  throw new ConfigFault(parsed.error.issues.map((issue) => `${String(issue.path[0])} ${sentence(issue.message)}`));
};

const sentence = (message: string): string => (message.endsWith('.') ? message : `${message}.`);
