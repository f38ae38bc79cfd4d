/**
 * The file of a pretend tenant, read beside the process that writes it: to find a card without asking for every message of
 * an hour, and to see at the end what really arrived.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { channel } from '../../src/rehearsal/places.ts';
import { textOf, type CardJson, type Message } from '../journey/council.ts';

export interface TenantFile {
  /** The newest message of the channel after this one whose card says all of these words. */
  find(after: string, ...words: readonly string[]): Message | undefined;
  /** The same in any place, somebody’s own chat included. */
  findAnywhere(after: string, ...words: readonly string[]): Message | undefined;
  /** The same among the answers to one post of the channel. */
  findUnder(post: string, ...words: readonly string[]): Message | undefined;
  /** The newest message of somebody's own chat with the bot. */
  hasMessage(id: string): boolean;
  /** How many copies came of each e-mail, by its Message-ID. */
  mails(): ReadonlyMap<string, number>;
  close(): void;
}

const row = z.object({ id: z.string(), text: z.string(), attachments: z.string() });
const attachments = z.array(z.looseObject({ content: z.unknown().optional() }));
const mailRow = z.object({ messageId: z.string(), copies: z.number() });

const firstSaying = (rows: Iterable<unknown>, words: readonly string[]): Message | undefined => {
  for (const found of rows) {
    const { id, text, attachments: json } = row.parse(found);
    const cards = attachments.parse(JSON.parse(json)).map(({ content }) => content as CardJson);
    const said = textOf(cards);
    if (words.every((word) => said.includes(word))) return { id, text, cards };
  }
  return undefined;
};

export const openTenantFile = (dataDir: string): TenantFile => {
  const path = join(dataDir, 'rehearsal.sqlite');
  if (!existsSync(path)) throw new Error(`no tenant was kept in ${dataDir}`);
  const file = new DatabaseSync(path, { readOnly: true });
  file.exec('PRAGMA busy_timeout = 5000');
  const since = file.prepare('SELECT id, text, attachments FROM message WHERE id > ? AND deleted = 0 ORDER BY id DESC');
  const inChannel = file.prepare(
    'SELECT id, text, attachments FROM message WHERE id > ? AND placeId = ? AND deleted = 0 ORDER BY id DESC',
  );
  const under = file.prepare(
    'SELECT id, text, attachments FROM message WHERE thread = ? AND deleted = 0 ORDER BY id DESC',
  );
  const one = file.prepare('SELECT 1 AS n FROM message WHERE id = ?');
  const counted = file.prepare('SELECT messageId, count(*) AS copies FROM mail GROUP BY messageId');
  return {
    find: (after, ...words) => firstSaying(inChannel.iterate(after, channel.id), words),
    findAnywhere: (after, ...words) => firstSaying(since.iterate(after), words),
    findUnder: (post, ...words) => firstSaying(under.iterate(post), words),
    hasMessage: (id) => one.get(id) !== undefined,
    mails: () =>
      new Map(
        counted
          .all()
          .map((found) => mailRow.parse(found))
          .map((m) => [m.messageId, m.copies]),
      ),
    close: () => file.close(),
  };
};
