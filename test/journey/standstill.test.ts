/** While nothing can be written nothing can be owed either: whoever answers for the service hears of it past the outbox. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, until, type Council } from './council.ts';

const at = new Date('2026-09-15T10:00:00+01:00');
const subject = 'Messages about strategy discussions are not going out';
let council: Council;
beforeAll(async () => {
  // The clock is read to the minute, after some seconds of patience.
  council = await startCouncil({ at, speed: 1 });
  await conveneInChannel(council);
  await council.as('ellie-vaughan').card('chat', 'asks you to take part');
  // The bot’s welcome may come after that.
  await council.as('ellie-vaughan').card('chat', 'nobody else reads it');
  await council.setClock(new Date('2026-09-15T10:01:00+01:00'));
});
afterAll(() => council.stop());

const told = async () => (await council.as('martin-okafor').mail()).filter((mail) => mail.subject === subject);

const clockAt = (time: string): Promise<void> => council.setClock(new Date(`2026-09-15T${time}+01:00`), 'atOnce');
const sentToHer = async (): Promise<number> => (await council.as('ellie-vaughan').posted('chat')).length;

it('ten minutes after the store has taken nothing more, once, and what is owed goes out when it does again', async () => {
  const before = await sentToHer();
  const other = new DatabaseSync(join(council.dataDir, 'strategy.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  // She is to be reminded to reply by now, which has to be written down first.
  await clockAt('13:31');
  await until('a claim that failed', () =>
    Promise.resolve(council.faults.some((fault) => fault.includes('claimFailed')) || undefined),
  );
  expect(await told()).toEqual([]);
  await clockAt('13:45');
  const [mail] = await until('word of it', async () => ((await told()).length > 0 ? told() : undefined));
  expect(mail?.text).toContain('unable to write anything down since Tuesday 15 September 2026, 1:31pm');
  expect(await sentToHer()).toBe(before);
  other.exec('ROLLBACK');
  other.close();
  await until('the reminder', async () => (await sentToHer()) > before || undefined);
  expect(await told()).toHaveLength(1);
}, 120_000);
