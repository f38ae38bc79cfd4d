/** A decided discussion for the child’s file: for a case system, and as a pack to print and keep. */
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filedDiscussion } from '../../src/documents/filing/filed.ts';
import { knownSigningKey } from '../../src/start/signingKey.ts';
import { readExported } from '../../src/store/exported.ts';
import { readStream } from '../../src/store/stored.ts';
import { readWord } from '../documents/files.ts';
import type { Role } from './cast.ts';
import { press } from './ending.ts';
import type { Shown } from './hand.ts';
import { fileOf, typed } from './operator.ts';
import type { Answers } from './screen.ts';
import { signRecord } from './signing.ts';
import { begin, type Story } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides();
});
afterAll(() => story.end());

it('as JSON it is what the published schema says, with the decision in plain fields', async () => {
  const file = await fileOf(story.dataDir, 'filed.json', 'file', story.reference);
  const filed = filedDiscussion.parse(JSON.parse(file.toString('utf8')));
  expect(filed.reference).toBe(story.reference);
  expect(filed.discussion).toMatchObject({
    standard: { key: 'practice-standards-2025' },
    chair: { name: 'Priya Shah' },
    closedAt: null,
    children: [{ childId: 'A', name: 'Jo Sample', s47: true, outcomes: ['s47Joint'], enquiryEnded: null }],
  });
  expect(filed.signatures).toEqual([]);
});

it('and it has all that was stored, byte for byte, signed: whatever is changed in it is found', async () => {
  const file = await fileOf(story.dataDir, 'chain.json', 'file', story.reference);
  const { reference, events, chainHead } = filedDiscussion.parse(JSON.parse(file.toString('utf8')));
  const commits = readStream(reference, events);
  expect(commits.at(-1)?.hash).toBe(chainHead);
  const key = knownSigningKey({}, story.dataDir);
  if (key === null) throw new Error('the rehearsal has a key');
  expect((await readExported(file, [key])).events).toEqual(events);
  const changed = Buffer.from(file.toString('utf8').replaceAll('Jo Sample', 'Jo Simple'));
  await expect(readExported(changed, [key])).rejects.toThrow('The file was changed since it was exported');
});

it('as a pack it has the record and the leaflet as PDF and Word, and the proof of who was told', async () => {
  const files = unzipSync(await fileOf(story.dataDir, 'pack.zip', 'file', story.reference));
  expect(Object.keys(files).toSorted()).toEqual(
    ['leaflet.docx', 'leaflet.pdf', 'record.docx', 'record.pdf', 'who-was-told.csv'].map(
      (name) => `${story.reference}-${name}`,
    ),
  );
  const text = (name: string): Uint8Array => files[`${story.reference}-${name}`] ?? new Uint8Array();
  expect(readWord(Buffer.from(text('record.docx'))).text).toContain('Two unexplained injuries in a week.');
  expect(readWord(Buffer.from(text('leaflet.docx'))).text).not.toMatch(/Sample|injuries/);
  const proof = new TextDecoder().decode(text('who-was-told.csv'));
  expect(proof).toMatch(/outcome\/referrer,The referrer,Outcome,N-1,/);
  expect(proof).toContain('Sent by e-mail');
});

it('is a look at the discussion like any other, of one that is decided', async () => {
  const exported = await typed(story.dataDir, 'export', story.reference, '--by', 'Records office');
  expect(exported).toContain('"deed": "file"');
  await expect(fileOf(story.dataDir, 'pack.zip', 'file', story.reference)).rejects.toThrow('there is one already');
  await expect(fileOf(story.dataDir, 'pack.txt', 'file', story.reference)).rejects.toThrow('must end in .json or .zip');
  await expect(fileOf(story.dataDir, 'no.json', 'file', 'SD-XXXXXX')).rejects.toThrow('There is no discussion');
});

describe('the record on its way into the child’s file (R-5)', () => {
  const record = async (answers: Answers, by: Role = 'teamManager'): Promise<Shown> =>
    (await press(story, 'File the record', by)).press('Record it', answers);

  it('is started at any time, but filed only once it is signed, and signed off only once it is filed', async () => {
    const started = await record({ step: 'started', where: 'Case system' });
    expect(started.text).toContain('It is recorded.');
    expect((await record({ step: 'filed' })).text).toContain('The chair reads and signs it first.');
    expect((await record({ step: 'signedOff' })).text).toContain('The chair reads and signs it first.');
    await signRecord(story, 'teamManager');
    expect((await record({ step: 'signedOff' })).text).toContain('The signed record is not in the file yet.');
  });

  it('says who did what of it when, and where it is', async () => {
    await story.passUntil('2026-11-25T09:00');
    await record({ step: 'filed', where: 'Case system, 10077' });
    await record({ step: 'signedOff' });
    const { text } = await press(story, 'File the record', 'teamManager');
    expect(text).toContain('Filing was started Tuesday 24 November 2026, 2pm by Priya Shah: Case system.');
    expect(text).toContain('The record was filed Wednesday 25 November 2026, 9am by Priya Shah: Case system, 10077.');
    expect(text).toContain('The filing was signed off Wednesday 25 November 2026, 9am by Priya Shah.');
  });

  it('is for those who lead alone', async () => {
    await expect(press(story, 'File the record', 'socialWorker')).rejects.toThrow('no button');
    await expect(press(story, 'File the record', 'police')).rejects.toThrow('no button');
  });
});
