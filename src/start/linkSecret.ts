/** The secret of the links in e-mails. */
import { randomBytes } from 'node:crypto';
import { CannotStart } from './cannotStart.ts';
import type { Config } from './config.ts';
import { keptSecret } from './keptSecret.ts';

/** Characters. With an empty secret anybody could sign. */
const shortest = 32;

/**
 * What signs the links of the reply page. Live, it is configured; elsewhere it is made once and kept with the data, so
 * that links survive a restart. Throws {@link CannotStart} where the folder cannot be used.
 */
export const linkSecretOf = (config: Config): string => {
  if (config.mode === 'live') return config.linkSecret;
  const { path, text } = keptSecret(config.dataDir, 'link-secret', () => randomBytes(32).toString('base64url'));
  if (text.length >= shortest) return text;
  throw new CannotStart(
    `${path} is damaged. Remove it: a new one is made, and reply links sent before no longer work.`,
  );
};
