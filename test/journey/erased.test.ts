/** What is discarded is gone from the disk, not only from sight. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startCouncil, type Council } from './council.ts';
import { referral } from './formFilling.ts';

let council: Council;
afterEach(() => rmSync(council.dataDir, { recursive: true, force: true }));

const isOnDisk = (words: string): boolean =>
  readdirSync(council.dataDir).some((file) => readFileSync(join(council.dataDir, file)).includes(words));

it('the names on a form that was discarded are in no file after a clean stop', async () => {
  council = await startCouncil();
  const manager = council.as('priya-shah');
  await manager.say('channel', '/strategy', { mention: true });
  let form = await manager.press(await manager.card('channel', 'New strategy discussion'), 'Open the form');
  form = await manager.press(form, 'Continue', {
    name: 'Zebedee Quillfeather',
    initials: 'Z.Q.',
    birthKind: 'born',
    birthDate: '2019-03-01',
    ...referral,
  });
  expect(isOnDisk('Quillfeather')).toBe(true);
  form = await manager.press(form, 'Go back');
  const discarded = await manager.press(form, 'Discard the form');
  expect(discarded.text).toContain('Nothing was kept');
  await council.stop(true);
  expect(isOnDisk('Quillfeather')).toBe(false);
});

it('an empty link secret, with which anybody could sign, is refused', async () => {
  council = await startCouncil();
  await council.stop(true);
  writeFileSync(join(council.dataDir, 'link-secret'), '');
  await expect(startCouncil({ dataDir: council.dataDir })).rejects.toThrow(/link-secret is damaged. Remove it/);
});
