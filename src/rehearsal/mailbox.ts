/**
 * The mail server of the rehearsal: takes any mail over SMTP on this machine, delivers none of it, and keeps each
 * message as it came. Nothing can leave: there is no code here that sends.
 */
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { attachmentsOf } from './attachments.ts';
import type { Events } from './events.ts';
import type { Faults } from './faults.ts';
import type { StoredMail } from './mailStorage.ts';
import { people } from './people.ts';
import type { Storage } from './storage.ts';

interface MailServerEdges {
  readonly storage: Storage;
  readonly events: Events;
  readonly faults: Faults;
  readonly now: () => Date;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface MailServer {
  readonly port: number;
  close(): Promise<void>;
}

const maxMailBytes = 10_000_000;

class Refusal extends Error {
  readonly responseCode: number;
  constructor(code: number, message: string) {
    super(message);
    this.responseCode = code;
  }
}

const ownerOf = (address: string): string | null =>
  people.find(({ email }) => email.toLowerCase() === address.toLowerCase())?.id ?? null;

const readAll = async (stream: SMTPServerDataStream): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** Parses a message for showing. The source is kept beside it, so nothing depends on how well this reads it. */
const parseMail = async (raw: Uint8Array): Promise<Omit<StoredMail, 'id' | 'read' | 'recipients' | 'receivedAt'>> => {
  const mail = await PostalMime.parse(raw);
  return {
    messageId: mail.messageId ?? '',
    from: mail.from?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? null,
    attachments: attachmentsOf(mail).map(({ name, type, content }) => ({ name, type, bytes: content.byteLength })),
  };
};

/** Starts the mail server on 127.0.0.1. Rejects when the port is taken. */
export const startMailServer = async ({ storage, events, faults, now, port }: MailServerEdges): Promise<MailServer> => {
  const keep = async (raw: Buffer, session: SMTPServerSession): Promise<void> => {
    const recipients = session.envelope.rcptTo.map(({ address }) => address);
    storage.addMail({ ...(await parseMail(raw)), recipients, receivedAt: now().toISOString() }, raw);
    events.publish({ what: 'mail' });
  };

  const firstOwner = (session: SMTPServerSession): string | null => ownerOf(session.envelope.rcptTo[0]?.address ?? '');

  const cut = (session: SMTPServerSession): void => {
    for (const connection of server.connections as Set<{ id: string; close(): void }>) {
      if (connection.id === session.id) connection.close();
    }
  };

  /** Resolves when the message is kept; rejects to refuse it; never settles when the connection was cut. */
  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const raw = await readAll(stream);
    if (stream.sizeExceeded) throw new Refusal(552, 'Message too large');
    const fault = faults.take(['smtpRefusal', 'smtpDelay', 'smtpReset'], { personId: firstOwner(session), at: 'data' });
    if (fault?.kind === 'smtpRefusal') throw new Refusal(fault.code, fault.message);
    if (fault?.kind === 'smtpDelay') await wait(fault.ms);
    if (fault?.kind === 'smtpReset') {
      if (fault.afterDelivery) await keep(raw, session);
      cut(session);
      return new Promise(() => undefined);
    }
    return keep(raw, session);
  };

  const server = new SMTPServer({
    name: 'mail.exampleshire.example',
    banner: 'Rehearsal mail server: nothing is delivered',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: maxMailBytes,
    closeTimeout: 500,
    onRcptTo: ({ address }, _session, callback) => {
      const fault = faults.take(['smtpRefusal'], { personId: ownerOf(address), at: 'rcpt' });
      callback(fault && new Refusal(fault.code, fault.message));
    },
    onData: (stream, session, callback) => {
      receive(stream, session).then(
        () => callback(),
        (fault: unknown) => callback(fault instanceof Error ? fault : new Refusal(451, 'Local error')),
      );
    },
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      // A client that drops its connection is no fault of the rehearsal.
      server.on('error', () => undefined);
      resolve();
    });
  });

  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
