/**
 * That a discussion exists is confidential, also in how long an answer takes: for somebody whom it does not concern nothing
 * of it is looked at. Here it cannot be looked at: whoever tries finds it damaged.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handlers } from '../../src/teams/verbs.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, until, type Council, type Message, type Shown } from './council.ts';
import { agendaOf } from './takingPart.ts';

let council: Council;
let reference: string;
let form: string;
let agenda: Message;

/** The stream, the notices and the half-filled forms, so that none of them can be read back; once nothing is being sent. */
const damage = async (): Promise<void> => {
  const db = new DatabaseSync(join(council.dataDir, 'strategy.sqlite'), { timeout: 5_000 });
  const unsettled = db.prepare(`SELECT id FROM notices WHERE due_at < strftime('%Y-%m-%dT%H:%M:%fZ', ?)`);
  await until('all to be sent', () => Promise.resolve(unsettled.all('2026-09-15T10:00').length === 0 || undefined));
  db.exec(`UPDATE commits SET json = '{}'`);
  db.exec(`UPDATE notices SET delivery = '{', due_at = NULL`);
  db.exec(`UPDATE drafts SET body = '{'`);
  db.close();
};

beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council));
  agenda = await agendaOf(council);
  await council.as('priya-shah').say('channel', '/strategy', { mention: true });
  const announced = await until('another form', async () =>
    (await council.as('priya-shah').messages('channel')).findLast((m) => JSON.stringify(m).includes('convene.show')),
  );
  form = /SD-[A-Z0-9]{6}/.exec(JSON.stringify(announced))?.[0] ?? '';
  await damage();
});
afterAll(() => council.stop());

const press = (person: string, verb: string, of: string): Promise<Shown> => {
  const data = {
    reference: of,
    nonce: 'forged',
    notice: `${of}/1/invitation/ellie-vaughan`,
    text: 'Known',
    choice: 'recordDue',
  };
  return council.as(person).forge(agenda, { type: 'Action.Execute', verb, data });
};

it('whoever takes part finds that it is damaged', async () => {
  const faults = council.faults.length;
  expect((await press('ellie-vaughan', 'agenda.show', reference)).text).toContain('Something went wrong');
  expect((await press('priya-shah', 'convene.show', form)).text).toContain('Something went wrong');
  expect(council.faults.length).toBeGreaterThan(faults);
});

it.each(Object.keys(handlers))('%s looks at nothing for anybody else', async (verb) => {
  const faults = council.faults.length;
  for (const of of [reference, form]) {
    expect((await press('nadia-hussain', verb, of)).text).not.toContain('Something went wrong');
  }
  expect(council.faults.slice(faults)).toEqual([]);
});

it.each(['show', 'cancel'])('nor does /strategy %s', async (word) => {
  const faults = council.faults.length;
  const { length } = await council.as('nadia-hussain').messages('chat');
  await council.as('nadia-hussain').say('chat', `/strategy ${word} ${reference}`);
  const answer = await until('an answer', async () =>
    (await council.as('nadia-hussain').messages('chat'))
      .slice(length)
      .findLast((m) => JSON.stringify(m).includes('There is no')),
  );
  expect(JSON.stringify(answer)).toContain(`There is no strategy discussion ${reference} that you can open.`);
  expect(council.faults.slice(faults)).toEqual([]);
});
