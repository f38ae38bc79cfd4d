/** What the environment says, as one typed object. */
import type { KeyObject } from 'node:crypto';
import type { LogLevel } from './log.ts';
import type { Readings } from '../practice/language/readings.ts';
import type { StandardKey } from '../practice/language/vocabulary.ts';
import type { LocalDate } from '../practice/time/calendar.ts';
import type { Registration } from '../teams/registration.ts';
import type { TelemetrySettings } from '../telemetry/telemetry.ts';
import type { StoreSettings } from './storeSettings.ts';

interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  readonly from: string;
  readonly auth: { readonly user: string; readonly password: string } | null;
}

/** What every mode has. */
export interface CommonConfig {
  readonly port: number;
  readonly host: string;
  readonly logLevel: LogLevel;
  readonly dataDir: string;
  /** Which database; `dataDir` is for what is kept in files. */
  readonly store: StoreSettings;
  readonly authority: string;
  /** The council’s number in letters where nobody’s own is known; null: such letters have none. */
  readonly telephone: string | null;
  /** What new discussions are convened under; the standards say whether there is one of that name. */
  readonly standard: StandardKey;
  /** Standards the council brings, as paths of files. */
  readonly standardFiles: readonly string[];
  /** Where a source allows two readings, the council's own. */
  readonly readings: Partial<Readings>;
  readonly extraNonWorkingDays: readonly string[];
  /** Domains to whose addresses e-mail may carry what identifies a child; a subdomain counts. */
  readonly secureDomains: readonly string[];
  /** The OpenTelemetry collector; null: nothing is told, nor loaded. */
  readonly telemetry: TelemetrySettings | null;
}

/** Where real people are written to. */
export interface LiveConfig extends CommonConfig {
  readonly mode: 'live';
  readonly registration: Registration;
  readonly allowedTenants: readonly string[];
  readonly publicUrl: string;
  /** Signs the links of the reply page; changing it ends all that are out. */
  readonly linkSecret: string;
  /** Signs the records; a record is verified by the public part of the key that signed it. */
  readonly signingKey: KeyObject;
  /** How many proxies stand before this process: what they say of a caller's address is believed. */
  readonly proxies: number;
  /** What the operator shows to hear how the notices stand; null: on this machine only. */
  readonly operatorToken: string | null;
  readonly smtp: SmtpConfig;
  /** The mailbox in whose calendar meetings are made through Microsoft Graph; null: none are. */
  readonly graphOrganiser: string | null;
  /** The day the secrets were last changed; null where nobody says. */
  readonly secretsChangedOn: LocalDate | null;
}

export type Config = (CommonConfig & { readonly mode: 'rehearsal' | 'playground' }) | LiveConfig;
