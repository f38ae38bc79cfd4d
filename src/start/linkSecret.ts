/** The secret of the links in e-mails. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannotStart.ts';
import type { Config } from './config.ts';

/** Characters. With an empty secret anybody could sign. */
const shortest = 32;

/**
 * What signs the links of the reply page. Live, it is configured; elsewhere it is made once and kept with the data, so
 * that links survive a restart. Throws {@link CannotStart} where the folder cannot be used.
 */
export const linkSecretOf = (config: Config): string => {
  if (config.mode === 'live') return config.linkSecret;
  const path = join(config.dataDir, 'link-secret');
  try {
    // With a store elsewhere, nothing has made the folder yet.
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new CannotStart(`${path} cannot be written. Choose another DATA_DIR.`, { cause: error });
    }
  }
  const secret = readFileSync(path, 'utf8');
  if (secret.length >= shortest) return secret;
  throw new CannotStart(
    `${path} is damaged. Remove it: a new one is made, and reply links sent before no longer work.`,
  );
};
