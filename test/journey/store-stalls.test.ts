/** Another program that holds the file's write lock, or a disk that takes nothing more, stops what has to be written and no more. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { outsider, people } from '../../src/rehearsal/people.ts';
import { createReadiness } from '../../src/start/readiness.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council } from './council.ts';
import { recordOf } from './record.ts';
import { agendaOf } from './takingPart.ts';

let council: Council;
let reference: string;
beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council));
  await council.as('ellie-vaughan').card('channel', 'Who has been told');
  // The bot is still being added everywhere, and says so in each chat: that is writing, too.
  for (const { teams, id } of people) {
    if (teams !== null && id !== outsider.id) await council.as(id).card('chat', 'nobody else reads it');
  }
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

it('while the write lock is held people read, the process answers, and what is written waits', async () => {
  const agenda = await agendaOf(council);
  const form = await council.as('ellie-vaughan').press(agenda, 'Add information');
  const chatBefore = (await council.as('ellie-vaughan').posted('chat')).length;
  const other = new DatabaseSync(join(council.dataDir, 'strategy.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  let isHeld = true;
  const writing = council.as('ellie-vaughan').press(form, 'Add to the record', { text: 'Seen on Monday.' });
  const written = writing.then(() => isHeld);

  expect((await fetch(`${council.origin}/healthz`)).status).toBe(200);
  const own = await council.as('priya-shah').press(agenda, 'Show what I can do');
  expect(own.text).toContain('Change the time');
  await council.as('ellie-vaughan').say('chat', `/strategy show ${reference}`);
  await until('the discussion in her chat', async () => {
    const messages = await council.as('ellie-vaughan').posted('chat');
    return messages.slice(chatBefore).some(({ cards }) => textOf(cards).includes('Who must be there')) || undefined;
  });

  isHeld = false;
  other.exec('ROLLBACK');
  other.close();
  expect(await written).toBe(false);
  expect((await writing).text).toMatch(/^✔ /);
  expect((await recordOf(council, reference)).discussion?.information).toHaveLength(1);
}, 30_000);

it('a disk that takes nothing more makes the process not ready, until it does again', async () => {
  let isFull = false;
  let elapsed = 0;
  const ready = createReadiness({
    counts: () => Promise.resolve({ owed: 0, overdue: 0 } as never),
    write: () => (isFull ? Promise.reject(new Error('database or disk is full')) : Promise.resolve()),
    file: () => 'whole',
    elapsed: () => elapsed,
  });
  await ready();
  isFull = true;
  await ready();
  elapsed = 61_000;
  await expect(ready()).rejects.toThrow('full');
  await expect(ready()).rejects.toThrow('full');
  isFull = false;
  await ready();
});

it('a file that is damaged somewhere: people are answered, and whoever watches hears that it is', async () => {
  const made = await startCouncil();
  await made.stop(true);
  const file = join(made.dataDir, 'strategy.sqlite');
  const db = new DatabaseSync(file);
  db.exec('CREATE TABLE filler (x); INSERT INTO filler VALUES (zeroblob(1000000))');
  db.close();
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(8192, 0xff), 0, 8192, 600_000);
  closeSync(handle);
  const damaged = await startCouncil({ dataDir: made.dataDir });
  const readyz = (): Promise<number> => fetch(`${damaged.origin}/readyz`).then(({ status }) => status);
  await until('the check of the whole file', async () => (await readyz()) === 503 || undefined);
  expect(damaged.faults.join('\n')).toContain('"what":"fileDamaged"');
  await damaged.as('priya-shah').say('channel', '/strategy', { mention: true });
  await damaged.as('priya-shah').card('channel', 'New strategy discussion');
  await damaged.stop();
});
