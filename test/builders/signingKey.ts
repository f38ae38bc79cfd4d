/** A key that signs records, made for these tests and used nowhere else. */
import { generateKeyPairSync } from 'node:crypto';

const { privateKey } = generateKeyPairSync('ed25519');

/** As `SIGNING_KEY` has it. */
export const signingKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
