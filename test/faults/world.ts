/**
 * What is outside the product, for real: the rehearsal's Bot Connector behind HTTP and its mail server behind SMTP, with
 * faults on some of the requests; and a note of every copy of every notice that arrived.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { repeatWords } from '../../src/channels/send.ts';
import { createConnector } from '../../src/rehearsal/connector/connector.ts';
import { createChanges } from '../../src/rehearsal/changes.ts';
import { createEvents } from '../../src/rehearsal/events.ts';
import { createFaults, faultsShape, type Fault, type Faults } from '../../src/rehearsal/faults.ts';
import { startMailServer } from '../../src/rehearsal/mailbox.ts';
import { openStorage, type Storage, type StoredMessage } from '../../src/rehearsal/storage.ts';

/** One copy of a notice that reached somebody. */
export interface Copy {
  readonly noticeId: string;
  /** It said that it may be a repeat. */
  readonly repeat: boolean;
}

export interface World {
  readonly folder: string;
  readonly serviceUrl: string;
  readonly smtpPort: number;
  readonly copies: readonly Copy[];
  close(): Promise<void>;
}

/** The faults of one scenario, as the rehearsal's own interface takes them, and which of the requests they hit. */
export interface Weather {
  readonly faults: readonly unknown[];
  /** Every nth request that could have a fault has it; 1 is all of them. */
  readonly every: number;
}

export const startWorld = async ({ faults, every }: Weather): Promise<World> => {
  const folder = mkdtempSync(join(tmpdir(), 'strategy-faults-'));
  const copies: Copy[] = [];
  const stored = openStorage(':memory:');
  const storage: Storage = {
    ...stored,
    addMessage: (message) => {
      copies.push({ noticeId: noticeIn(message), repeat: message.text === repeatWords });
      stored.addMessage(message);
    },
    addMail: (mail, raw) => {
      copies.push({ noticeId: mail.subject, repeat: mail.text.startsWith(repeatWords) });
      return stored.addMail(mail, raw);
    },
  };
  const parts = {
    storage,
    events: createEvents(createChanges()),
    faults: some(faultsShape.parse(faults), every),
    now: () => new Date(),
  };
  const mail = await startMailServer({ ...parts, port: 0 });
  const server = express().use(createConnector(parts)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // What is loaded at the first request must not look like a slow answer.
  await fetch(serviceUrl);
  return {
    folder,
    copies,
    serviceUrl,
    smtpPort: mail.port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await mail.close();
      stored.close();
      rmSync(folder, { recursive: true });
    },
  };
};

const some = (active: readonly Fault[], every: number): Faults => {
  const all = createFaults();
  all.add(active);
  let asked = 0;
  return {
    ...all,
    take: (kinds, occasion) => {
      const found = all.take(kinds, occasion);
      if (found === undefined) return undefined;
      asked += 1;
      return asked % every === 0 ? found : undefined;
    },
  };
};

/** Every card of the suite says the id of its notice, and nothing else. */
const noticeIn = ({ attachments }: StoredMessage): string => {
  const [card] = attachments;
  const { body } = card?.content as { readonly body: readonly { readonly text: string }[] };
  return body[0]?.text ?? '';
};
