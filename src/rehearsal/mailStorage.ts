/** The mail half of what the tenant remembers: each message as it came over SMTP, and whose mailbox it reached. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

export interface StoredMail {
  readonly id: number;
  /** Empty when the sender gave none. */
  readonly messageId: string;
  readonly from: string;
  /** The addresses of the SMTP envelope that the server accepted. */
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly MailAttachment[];
  readonly receivedAt: string;
  readonly read: boolean;
}

interface MailAttachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

export interface MailStorage {
  addMail(mail: Omit<StoredMail, 'id' | 'read'>, raw: Uint8Array): number;
  /** The mail delivered to an address, newest first. Addresses are compared without regard to case. */
  mailTo(address: string): readonly StoredMail[];
  /** Mail to addresses that belong to none of these. */
  mailToOthers(addresses: readonly string[]): readonly StoredMail[];
  unreadMail(address: string): number;
  markRead(id: number, address: string): void;
  rawMail(id: number): Uint8Array | undefined;
}

const schema = `
  CREATE TABLE IF NOT EXISTS mail (
    id INTEGER PRIMARY KEY, messageId TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,
    subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT, attachments TEXT NOT NULL, receivedAt TEXT NOT NULL,
    raw BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS delivery (
    address TEXT NOT NULL, mailId INTEGER NOT NULL, read INTEGER NOT NULL, PRIMARY KEY (address, mailId)) STRICT;
`;

const json = <T>(shape: z.ZodType<T>) => z.string().transform((text) => shape.parse(JSON.parse(text)));
const mailRow = z
  .object({
    id: z.number(),
    messageId: z.string(),
    sender: z.string(),
    recipients: json(z.array(z.string())),
    subject: z.string(),
    text: z.string(),
    html: z.string().nullable(),
    attachments: json(z.array(z.object({ name: z.string(), type: z.string(), bytes: z.number() }))),
    receivedAt: z.string(),
    read: z.number(),
  })
  .transform(({ sender, read, ...rest }): StoredMail => ({ ...rest, from: sender, read: read === 1 }));

/** Creates the mail tables in an open database and returns what can be done with them. */
export const openMailStorage = (db: DatabaseSync): MailStorage => {
  db.exec(schema);
  const columns = 'id, messageId, sender, recipients, subject, text, html, attachments, receivedAt';
  const insert = db.prepare(`INSERT INTO mail (messageId, sender, recipients, subject, text, html, attachments,
    receivedAt, raw) VALUES (:messageId, :sender, :recipients, :subject, :text, :html, :attachments, :receivedAt, :raw)`);
  const deliver = db.prepare('INSERT OR IGNORE INTO delivery VALUES (?, ?, 0)');
  const toAddress = db.prepare(`SELECT ${columns}, read FROM mail JOIN delivery ON mailId = id
    WHERE address = ? ORDER BY id DESC`);

  return {
    addMail: ({ from, recipients, attachments, ...rest }, raw) => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const lists = { recipients: JSON.stringify(recipients), attachments: JSON.stringify(attachments) };
        const id = Number(insert.run({ ...rest, ...lists, sender: from, raw }).lastInsertRowid);
        for (const address of recipients) deliver.run(address.toLowerCase(), id);
        db.exec('COMMIT');
        return id;
      } catch (fault) {
        db.exec('ROLLBACK');
        throw fault;
      }
    },
    mailTo: (address) => toAddress.all(address.toLowerCase()).map((row) => mailRow.parse(row)),
    mailToOthers: (addresses) =>
      db
        .prepare(
          `SELECT DISTINCT ${columns}, 0 AS read FROM mail JOIN delivery ON mailId = id
           WHERE address NOT IN (SELECT value FROM json_each(?)) ORDER BY id DESC`,
        )
        .all(JSON.stringify(addresses.map((address) => address.toLowerCase())))
        .map((row) => mailRow.parse(row)),
    unreadMail: (address) =>
      z
        .object({ n: z.number() })
        .parse(
          db.prepare('SELECT count(*) AS n FROM delivery WHERE address = ? AND read = 0').get(address.toLowerCase()),
        ).n,
    markRead: (id, address) => {
      db.prepare('UPDATE delivery SET read = 1 WHERE mailId = ? AND address = ?').run(id, address.toLowerCase());
    },
    rawMail: (id) => {
      const row = db.prepare('SELECT raw FROM mail WHERE id = ?').get(id);
      return row && z.object({ raw: z.instanceof(Uint8Array) }).parse(row).raw;
    },
  };
};
