/** A real SMTP server on this machine that can be told to misbehave. */
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

interface Received {
  readonly to: readonly string[];
  readonly mail: Email;
}

export interface MailServer {
  readonly port: number;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** What the server answers instead of accepting, as an SMTP reply. */
export const reply = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });

export interface Misbehaviour extends Pick<
  SMTPServerOptions,
  'onConnect' | 'onAuth' | 'onMailFrom' | 'onRcptTo' | 'disabledCommands' | 'authOptional' | 'allowInsecureAuth'
> {
  /** Runs when a whole message has arrived and is kept; answers what to reply, or never answers. */
  readonly onMessage?: (drop: () => void) => Promise<Error | null>;
}

export const startMailServer = async ({ onMessage, ...options }: Misbehaviour = {}): Promise<MailServer> => {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const drop = (): void => sockets.forEach((socket) => socket.resetAndDestroy());
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    ...options,
    onData: (stream, session, callback) => {
      void buffer(stream).then(async (message) => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        received.push({ to, mail: await PostalMime.parse(message) });
        callback((await onMessage?.(drop)) ?? null);
        // Broken off before its end: it is no letter.
      }, callback);
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        drop();
      }),
  };
};
