/**
 * The environment, parsed once into one typed object. Every fault names its variable and what to do; combinations that
 * would put case data at risk are refused. The mode is explicit: nothing is guessed from NODE_ENV.
 */
import { isLoopbackHost } from '../store/loopback.ts';
import type { Config } from './config.ts';
import { ConfigFault, parse, setIn, type Environment } from './configFault.ts';
import { liveConfig } from './liveConfig.ts';
import { storeSettingsFrom } from './storeSettings.ts';
import { telemetrySettingsFrom } from './telemetrySettings.ts';
import { common } from './variables.ts';

/** Parses the environment. Throws {@link ConfigFault} naming every variable that is wrong. */
export const configFrom = (env: Environment): Config => {
  const set = setIn(env);
  const base = parse(common, set);
  const shared = {
    port: base.PORT,
    // Who did and who read what is for those who watch over a council, not for a terminal somebody tries this on.
    logLevel: base.LOG_LEVEL ?? (base.MODE === 'live' ? 'info' : 'warn'),
    dataDir: base.DATA_DIR,
    store: storeSettingsFrom(set),
    standard: base.STANDARD,
    standardFiles: base.STANDARD_FILE,
    readings: base.READINGS,
    extraNonWorkingDays: base.EXTRA_NON_WORKING_DAYS,
    secureDomains: base.SECURE_DOMAINS,
    telemetry: telemetrySettingsFrom(set),
  };
  if (base.MODE === 'live') return liveConfig(set, shared, base.HOST ?? '0.0.0.0');
  refuseRegistrationOutsideLive(set, base.MODE);
  refuseMeetingsOutsideLive(set, base.MODE);
  const host = base.HOST ?? '127.0.0.1';
  if (!isLoopbackHost(host)) {
    throw new ConfigFault([`HOST must be a loopback address in ${base.MODE} mode, where nobody is authenticated.`]);
  }
  const authority = base.AUTHORITY ?? 'Exampleshire County Council';
  return { ...shared, mode: base.MODE, host, authority, telephone: base.TELEPHONE ?? '01632 960 100' };
};

/** Somebody who sets a registration means to go live; running unauthenticated instead would be a trap. */
const refuseRegistrationOutsideLive = (env: Environment, mode: string): void => {
  const stray = Object.keys(env).filter((name) => /^MICROSOFT_?APP/i.test(name));
  if (stray.length > 0) {
    throw new ConfigFault([
      `${stray.join(', ')}: an app registration is used in live mode only. Set MODE=live, or unset it; MODE is ${mode}.`,
    ]);
  }
};

/** Elsewhere everybody is invented, and nobody must be invited to a real calendar. */
const refuseMeetingsOutsideLive = (env: Environment, mode: string): void => {
  if (env.GRAPH_ORGANISER !== undefined) {
    throw new ConfigFault([
      `GRAPH_ORGANISER: meetings are made in live mode only. Set MODE=live, or unset it; MODE is ${mode}.`,
    ]);
  }
};
