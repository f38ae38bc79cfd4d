/** Who does something for the council beside taking part: files records, looks after who read what, looks after the service. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../documents/files.ts';
import type { Role } from './cast.ts';
import type { Shown } from './hand.ts';
import { signRecord } from './signing.ts';
import { begin, type Story } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides();
}, 120_000);
afterAll(() => story.end());

/** What somebody is answered who types this to the bot. */
const answered = (role: Role, text: string): Promise<Shown> => story.as(role).asks(text);
const notThere = (reference: string): string => `There is no strategy discussion ${reference} that you can open.`;

describe('a records officer', () => {
  it('has nothing to file before a record is signed', async () => {
    expect((await answered('recordsOfficer', '/strategy filing')).text).toContain('None waits.');
  });

  it('is shown what waits once it is signed, has all of the record, and files it, which the chair signs off', async () => {
    await signRecord(story, 'teamManager');
    const list = await answered('recordsOfficer', '/strategy filing');
    expect(list.text).toContain('1 to file.');
    const record = await list.press(`Get the record of ${story.reference}`);
    const link = /"title":"Open as PDF","url":"([^"]+)"/.exec(JSON.stringify(record.card))?.[1] ?? '';
    const { text } = await readPdf(Buffer.from(await (await fetch(link)).arrayBuffer()));
    expect(text).toContain('Two unexplained injuries in a week.');
    const form = await list.press(`File ${story.reference}`);
    const refused = await form.press('Record it', { step: 'signedOff' });
    expect(refused.text).toContain('Only the chair can sign off how the record is filed.');
    expect((await form.press('Record it', { step: 'filed', where: 'Case system' })).text).toContain('It is recorded.');
    expect((await answered('recordsOfficer', '/strategy filing')).text).toContain('None waits.');
  });

  it('opens nothing else of the discussion', async () => {
    const { text } = await answered('recordsOfficer', `/strategy show ${story.reference}`);
    expect(text).toContain(notThere(story.reference));
    for (const command of ['actions', 'cancel', 'close', 'audit']) {
      const line = `/strategy ${command} ${story.reference}`;
      expect((await answered('recordsOfficer', line)).text).toContain(notThere(story.reference));
    }
  });
});

describe('an auditor', () => {
  it('sees who did and read what, the newest first, and nothing of what it is about', async () => {
    const { text } = await answered('auditor', `/strategy audit ${story.reference}`);
    expect(text).toContain('Olive Marsh changed: filing recorded');
    expect(text).toContain('Olive Marsh read: get record');
    expect(text).toContain('Priya Shah changed: record signed');
    expect(text).not.toMatch(/Sample|injuries/);
  });

  it('is in it from then on', async () => {
    const { text } = await answered('auditor', `/strategy audit ${story.reference}`);
    expect(text).toContain('Idris Quayle read: read audit');
  });

  it('opens nothing else of it', async () => {
    const { text } = await answered('auditor', `/strategy show ${story.reference}`);
    expect(text).toContain(notThere(story.reference));
    expect((await answered('auditor', '/strategy filing')).text).toContain('Only records officers');
  });
});

describe('an administrator', () => {
  it('sees how the service stands, and no discussion', async () => {
    const { text } = await answered('administrator', '/strategy service');
    expect(text).toContain('Messages to be sent');
    expect(text).toContain('Nothing is late.');
    expect(text).not.toContain(story.reference);
    expect((await answered('administrator', '/strategy rota')).text).toContain('Who is on duty');
    const audit = await answered('administrator', `/strategy audit ${story.reference}`);
    expect(audit.text).toContain(notThere(story.reference));
  });
});

it('is told in help what is theirs, and nobody else is', async () => {
  const own: readonly (readonly [Role, string])[] = [
    ['recordsOfficer', '/strategy filing'],
    ['auditor', '/strategy audit REF'],
    ['administrator', '/strategy service'],
  ];
  for (const [role, command] of own) {
    expect((await answered(role, '/strategy help')).text).toContain(command);
    expect((await answered('teamManager', '/strategy help')).text).not.toContain(command);
  }
});

it('a manager has none of these offices by being a manager', async () => {
  expect((await answered('teamManager', '/strategy service')).text).toContain('Only administrators');
  const audit = await answered('teamManager', `/strategy audit ${story.reference}`);
  expect(audit.text).toContain(notThere(story.reference));
});

describe('a restricted discussion', () => {
  beforeAll(() => story.convene({ meetsAt: '2026-11-25T14:00', meeting: { restricted: 'yes' } }), 60_000);

  it('is for an auditor as if it were not there', async () => {
    const audit = await answered('auditor', `/strategy audit ${story.reference}`);
    expect(audit.text).toContain(notThere(story.reference));
  });
});
