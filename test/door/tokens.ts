/** Microsoft's keys and tokens, made here: an OpenID metadata address on loopback, and tokens as the Bot Framework signs them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

export interface Microsoft {
  /** The address of its metadata. */
  readonly address: string;
  /** How often its keys were asked for. */
  asked(): number;
  /** From now on it answers nothing. */
  goAway(): void;
  comeBack(): void;
  readonly channel: Signer;
  /** A key it lists for another channel than Teams. */
  readonly otherChannel: Signer;
  /** A key that it does not list. */
  readonly stranger: Signer;
  close(): Promise<void>;
}

export interface Signer {
  readonly kid: string;
  readonly key: CryptoKey;
  readonly publicKey: CryptoKey;
}

const signer = async (kid: string): Promise<Signer> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, key: privateKey, publicKey };
};
const listed = async ({ kid, publicKey }: Signer, endorsements: readonly string[]) => ({
  ...(await exportJWK(publicKey)),
  kid,
  use: 'sig',
  endorsements,
});

export const startMicrosoft = async (): Promise<Microsoft> => {
  const [channel, otherChannel, stranger] = await Promise.all(['teams', 'webchat', 'nobody'].map(signer));
  if (channel === undefined || otherChannel === undefined || stranger === undefined) throw new Error('no keys');
  const keys = [await listed(channel, ['msteams']), await listed(otherChannel, ['webchat'])];
  let asked = 0;
  let isAway = false;
  const server = createServer((request, response) => {
    if (isAway) return void response.writeHead(503).end();
    const isKeys = request.url === '/keys';
    if (isKeys) asked += 1;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isKeys ? { keys } : metadata()));
  });
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const metadata = () => ({
    issuer: 'https://api.botframework.com',
    jwks_uri: `${origin()}/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `${origin()}/openid`,
    asked: () => asked,
    goAway: () => void (isAway = true),
    comeBack: () => void (isAway = false),
    channel,
    otherChannel,
    stranger,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** A token as Teams sends it; `over` is what is different about this one, and `without` what it leaves out. */
export const tokenFrom = (
  { kid, key }: Signer,
  claims: JWTPayload,
  over: JWTPayload = {},
  without: readonly string[] = [],
): Promise<string> => {
  const now = Math.floor(Date.now() / 1_000);
  const all = { nbf: now - 60, exp: now + 3_600, ...claims, ...over };
  const said = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
  return new SignJWT(said).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key);
};
