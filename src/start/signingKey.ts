/** The key that signs records. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateKeyIn } from '../store/seal.ts';
import { CannotStart } from './cannotStart.ts';
import type { Config } from './config.ts';
import { keptSecret } from './keptSecret.ts';

const file = 'signing-key.pem';

const made = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Live, it is configured; elsewhere it is made once and kept with the data. Throws {@link CannotStart} where it cannot be. */
export const signingKeyOf = (config: Config): KeyObject => {
  if (config.mode === 'live') return config.signingKey;
  const { path, text } = keptSecret(config.dataDir, file, made);
  const key = privateKeyIn(text);
  if (key !== null) return key;
  throw new CannotStart(`${path} is damaged. Restore it: without it, nobody can tell which records it has signed.`);
};

/** The one that the bot signs with, for an operator’s command; null where there is none. */
export const knownSigningKey = (
  env: { readonly SIGNING_KEY?: string | undefined },
  dataDir: string,
): KeyObject | null => {
  const configured = env.SIGNING_KEY ?? '';
  if (configured !== '') return privateKeyIn(configured);
  const path = join(dataDir, file);
  return existsSync(path) ? privateKeyIn(readFileSync(path, 'utf8')) : null;
};
