/**
 * What the pretend tenant remembers, in one SQLite file, so that a restart finds every message, view and e-mail.
 * It stores and finds; it decides nothing. Instants are ISO 8601 in UTC.
 */
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { openMailStorage } from './mailStorage.ts';
import type { MailStorage } from './mailStorage.ts';

/** Who wrote a message: the bot, or a person by their id in the cast. */
export type Author = 'bot' | (string & {});

export interface StoredMessage {
  /** Milliseconds since 1970 as digits, unique in the tenant: Teams' own form of message id. */
  readonly id: string;
  readonly placeId: string;
  /** The id of the post a channel message belongs under; its own id for the post itself; null outside channels. */
  readonly thread: string | null;
  readonly author: Author;
  readonly text: string;
  readonly textFormat: string;
  readonly attachments: readonly Attachment[];
  readonly summary: string | null;
  /** For a targeted message: the one person who sees it. */
  readonly onlyFor: string | null;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly deleted: boolean;
  /** Whether the bot was told of a person's message; null when it was not for the bot. */
  readonly reachedBot: boolean | null;
}

const attachmentShape = z.looseObject({ contentType: z.string(), content: z.unknown().optional() });
export type Attachment = z.infer<typeof attachmentShape>;

/** What the bot last answered one person alone about one message. Teams keeps it and shows it instead of the message. */
export interface PersonalView {
  readonly card: Record<string, unknown>;
  readonly answeredAt: string;
}

type Content = Pick<StoredMessage, 'text' | 'textFormat' | 'attachments' | 'summary'>;

export interface Storage extends MailStorage {
  /** The next message id, later than every id before it. */
  nextId(now: Date): string;
  addMessage(message: StoredMessage): void;
  editMessage(id: string, content: Content, editedAt: string): void;
  deleteMessage(id: string): void;
  markReachedBot(id: string, reached: boolean): void;
  message(id: string): StoredMessage | undefined;
  /** Messages of a place that the person may see, oldest first, deleted ones included. */
  messagesFor(placeId: string, personId: string): readonly StoredMessage[];
  unread(placeId: string, personId: string): number;
  markSeen(placeId: string, personId: string, upTo: string): void;
  setView(messageId: string, personId: string, view: PersonalView): void;
  view(messageId: string, personId: string): PersonalView | undefined;
  views(personId: string): ReadonlyMap<string, PersonalView>;
  /** After an edit everybody sees the edited message again. */
  forgetViews(messageId: string): void;
  installed(placeId: string): boolean;
  markInstalled(placeId: string): void;
  /** Empties the tenant, as on the first day. */
  reset(): void;
  close(): void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS message (
    id TEXT PRIMARY KEY, placeId TEXT NOT NULL, thread TEXT, author TEXT NOT NULL, text TEXT NOT NULL,
    textFormat TEXT NOT NULL, attachments TEXT NOT NULL, summary TEXT, onlyFor TEXT, createdAt TEXT NOT NULL,
    editedAt TEXT, deleted INTEGER NOT NULL, reachedBot INTEGER) STRICT;
  CREATE INDEX IF NOT EXISTS messageByPlace ON message (placeId, id);
  CREATE TABLE IF NOT EXISTS view (
    messageId TEXT NOT NULL, personId TEXT NOT NULL, card TEXT NOT NULL, answeredAt TEXT NOT NULL,
    PRIMARY KEY (messageId, personId)) STRICT;
  CREATE TABLE IF NOT EXISTS seen (
    placeId TEXT NOT NULL, personId TEXT NOT NULL, upTo TEXT NOT NULL, PRIMARY KEY (placeId, personId)) STRICT;
  CREATE TABLE IF NOT EXISTS installed (placeId TEXT PRIMARY KEY) STRICT;
`;

const flag = z.number().transform((value) => value === 1);
const messageRow = z.object({
  id: z.string(),
  placeId: z.string(),
  thread: z.string().nullable(),
  author: z.string(),
  text: z.string(),
  textFormat: z.string(),
  attachments: z.string().transform((json) => z.array(attachmentShape).parse(JSON.parse(json))),
  summary: z.string().nullable(),
  onlyFor: z.string().nullable(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  deleted: flag,
  reachedBot: flag.nullable(),
});
const viewRow = z.object({
  messageId: z.string(),
  card: z.string().transform((json) => z.record(z.string(), z.unknown()).parse(JSON.parse(json))),
  answeredAt: z.string(),
});
const countRow = z.object({ n: z.number() });
const lastRow = z.object({ last: z.string().nullable() });

/** The tenant's file cannot be used. The message is one sentence for whoever started the program. */
export class RehearsalUnavailable extends Error {
  override readonly name = 'RehearsalUnavailable';
}

const openDatabase = (file: string): DatabaseSync => {
  try {
    const db = new DatabaseSync(file);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    db.exec(schema);
    return db;
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new RehearsalUnavailable(
      `${file} cannot be used (${reason}): move it away to start with an empty rehearsal.`,
    );
  }
};

/** Opens the tenant's file, creating it when there is none. Throws `RehearsalUnavailable` when it cannot be used. */
export const openStorage = (file: string): Storage => {
  const db = openDatabase(file);
  const mail = openMailStorage(db);

  const insert = db.prepare(`INSERT INTO message VALUES (
    :id, :placeId, :thread, :author, :text, :textFormat, :attachments, :summary, :onlyFor, :createdAt, :editedAt,
    :deleted, :reachedBot)`);
  const edit = db.prepare(`UPDATE message SET text = :text, textFormat = :textFormat, attachments = :attachments,
    summary = :summary, editedAt = :editedAt WHERE id = :id`);
  const byId = db.prepare('SELECT * FROM message WHERE id = ?');
  const inPlace = db.prepare(`SELECT * FROM message
    WHERE placeId = ? AND (onlyFor IS NULL OR onlyFor = ?) ORDER BY id`);
  const countUnread = db.prepare(`SELECT count(*) AS n FROM message
    WHERE placeId = :place AND author <> :person AND deleted = 0 AND (onlyFor IS NULL OR onlyFor = :person)
    AND id > coalesce((SELECT upTo FROM seen WHERE placeId = :place AND personId = :person), '')`);
  const seen = db.prepare(`INSERT INTO seen VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET upTo = max(upTo, excluded.upTo)`);
  const putView = db.prepare('INSERT OR REPLACE INTO view VALUES (?, ?, ?, ?)');
  const viewsOf = db.prepare('SELECT messageId, card, answeredAt FROM view WHERE personId = ?');
  const oneView = db.prepare('SELECT messageId, card, answeredAt FROM view WHERE messageId = ? AND personId = ?');

  let lastId = Number(lastRow.parse(db.prepare('SELECT max(id) AS last FROM message').get()).last ?? '0');

  return {
    ...mail,
    nextId: (now) => {
      lastId = Math.max(now.getTime(), lastId + 1);
      return String(lastId);
    },
    addMessage: (message) => {
      insert.run({
        ...message,
        attachments: JSON.stringify(message.attachments),
        deleted: Number(message.deleted),
        reachedBot: message.reachedBot === null ? null : Number(message.reachedBot),
      });
    },
    editMessage: (id, content, editedAt) => {
      edit.run({ ...content, attachments: JSON.stringify(content.attachments), id, editedAt });
    },
    deleteMessage: (id) => {
      db.prepare(`UPDATE message SET deleted = 1, text = '', attachments = '[]', summary = NULL WHERE id = ?`).run(id);
    },
    markReachedBot: (id, reached) => {
      db.prepare('UPDATE message SET reachedBot = ? WHERE id = ?').run(Number(reached), id);
    },
    message: (id) => {
      const row = byId.get(id);
      return row && messageRow.parse(row);
    },
    messagesFor: (placeId, personId) => inPlace.all(placeId, personId).map((row) => messageRow.parse(row)),
    unread: (place, person) => countRow.parse(countUnread.get({ place, person })).n,
    markSeen: (placeId, personId, upTo) => {
      seen.run(placeId, personId, upTo);
    },
    setView: (messageId, personId, view) => {
      putView.run(messageId, personId, JSON.stringify(view.card), view.answeredAt);
    },
    view: (messageId, personId) => {
      const row = oneView.get(messageId, personId);
      return row && viewRow.parse(row);
    },
    views: (personId) =>
      new Map(
        viewsOf.all(personId).map((raw) => {
          const { messageId, card, answeredAt } = viewRow.parse(raw);
          return [messageId, { card, answeredAt }];
        }),
      ),
    forgetViews: (messageId) => {
      db.prepare('DELETE FROM view WHERE messageId = ?').run(messageId);
    },
    installed: (placeId) => db.prepare('SELECT 1 FROM installed WHERE placeId = ?').get(placeId) !== undefined,
    markInstalled: (placeId) => {
      db.prepare('INSERT OR IGNORE INTO installed VALUES (?)').run(placeId);
    },
    reset: () => {
      db.exec(`BEGIN IMMEDIATE; DELETE FROM message; DELETE FROM view; DELETE FROM seen; DELETE FROM installed;
        DELETE FROM mail; DELETE FROM delivery; COMMIT;`);
    },
    close: () => {
      db.close();
    },
  };
};
