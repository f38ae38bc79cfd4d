/** Who did and who read what; and what is held about one child, for whoever asks for their own data. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPdf } from '../documents/files.ts';
import { press } from './ending.ts';
import { fileOf, typed } from './operator.ts';
import { begin, type Story } from './story.ts';

let story: Story;
let first: string;

beforeAll(async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({
    children: [
      { name: 'Zephyrine Quill', initials: 'Z.Q.', birthDate: '2019-04-07' },
      { name: 'Barnaby Quill', initials: 'B.Q.', birthDate: '2021-01-06' },
    ],
    referral: { referrerName: 'Oswald Pennyfeather', standing: 'public', referrerAgency: '' },
    concern: { concern: 'A bruise in the shape of a heron' },
    meetsAt: '2026-11-24T14:00',
  });
  first = story.reference;
  const which = await press(story, 'Details of child and household', 'socialWorker');
  await (
    await which.press('Continue', { of: 'new' })
  ).done('Save', { name: 'Magnus Quill', relationship: 'Stepfather' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.as('police').addsInformation('She was at the orchard at dusk');
  await story.as('health').addsInformation('Magnus shouts at night');
  await story.as('socialWorker').addsInformation('Nobody has seen Barnaby since May');
  await story.chair.decides({ children: [{ answers: { reasons: 'Plum-coloured marks in a row' } }, {}] });
  await story.convene({ children: [{ name: 'Somebody Else', initials: 'S.E.', birthDate: '2015-02-03' }] });
}, 120_000);
afterAll(() => story.end());

const audit = (...which: readonly string[]): Promise<string> =>
  typed(story.dataDir, 'audit', '--by', 'Information governance', ...which);

it('shows who changed and who read a discussion, in the order they did', async () => {
  const lines = (await audit('--discussion', first)).trim().split('\n');
  expect(lines[0]).toMatch(
    /^2026-11-24T10:\d\d:\d\d\+00:00 {2}SD-\w{6} {2}Priya Shah \(priya-shah\) changed: discussion convened/,
  );
  expect(lines).toContainEqual(expect.stringMatching(/\(priya-shah\) read: /));
  expect(lines).toContainEqual(expect.stringMatching(/changed: information shared$/));
  expect(lines.at(-1)).toBe(`${lines.length - 1} found.`);
  expect(lines.slice(0, -1).map((line) => line.slice(0, 19))).toEqual(
    lines
      .slice(0, -1)
      .map((line) => line.slice(0, 19))
      .toSorted(),
  );
});

it('is of one person, of one child by its name or an earlier one, and of one day', async () => {
  const ofPolice = await audit('--person', 'tom-reyes');
  expect(ofPolice).toContain('tom-reyes');
  expect(ofPolice).not.toContain('priya-shah');
  expect(await audit('--child', 'ZEPHYRINE  QUILL')).not.toContain(story.reference);
  expect(await audit('--child', 'Somebody Else')).not.toContain(first);
  expect(await audit('--from', '2026-11-25', '--to', '2026-11-26')).toBe('0 found.\n');
  await expect(audit('--from', 'yesterday')).rejects.toThrow('--from: "yesterday" must be a date such as 2026-11-27.');
});

it('whoever asked is in it from then on, and it names no child', async () => {
  const all = await audit();
  expect(all).toMatch(/ {2}Information governance read: audit$/m);
  expect(all).not.toMatch(/Zephyrine|Barnaby|heron/);
  expect(await audit('--csv')).toMatch(/^at,discussion,name,id,through,did,what\r\n/);
  expect(JSON.parse(await audit('--json', '--discussion', first))).toContainEqual(
    expect.objectContaining({ reference: first, who: 'priya-shah', via: 'teams', did: 'changed' }),
  );
});

it('what is held about a child names professionals and nobody else, and says what was left out', async () => {
  const asked = ['subject-access', '--child', 'Zephyrine Quill', '--born', '2019-04-07'];
  const { text } = await readPdf(await fileOf(story.dataDir, 'subject.pdf', ...asked));
  for (const there of [
    'Zephyrine Quill',
    'heron',
    'orchard at dusk',
    'Plum-coloured',
    'DI Tom Reyes',
    'Before this is released',
  ]) {
    expect(text).toContain(there);
  }
  expect(text).not.toMatch(/Barnaby|Magnus|Pennyfeather|Oswald|Somebody Else|2021/);
  expect(text).toContain('Left out, because it names somebody else.');
  expect(await audit('--discussion', first)).toMatch(/Records office read: subject access$/m);
  await expect(typed(story.dataDir, ...asked.slice(0, 4), '2019-04-08', '--by', 'x', '--out', 'y.pdf')).rejects.toThrow(
    'Nothing is held about a child of that name and birth.',
  );
});
