import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, type Council } from './council.ts';

let council: Council;
beforeEach(async () => {
  council = await startCouncil();
});
afterEach(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const strategy = async (...args: readonly string[]): Promise<string> =>
  (
    await promisify(execFile)(process.execPath, ['src/start/launch.cjs', 'strategy', ...args], {
      env: { ...process.env, DATA_DIR: council.dataDir },
    })
  ).stdout;

const imported = async (entries: object): Promise<void> => {
  const file = join(council.dataDir, 'entries.json');
  writeFileSync(file, JSON.stringify({ people: [], ...entries }));
  expect(await strategy('directory', 'import', file)).toContain('imported');
};

/** An operator enters the nursery's mailbox, which is at a secure address and still read by several people. */
const nurseryHasAnInbox = (): Promise<void> =>
  imported({ inboxes: [{ agency: 'Little Acorns Nursery', email: 'office@littleacorns.nhs.net' }] });

it('before convening, the manager sees who will be told how', async () => {
  const kim = { id: 'kim-marsh', name: 'Kim Marsh', title: 'Manager', agency: 'Little Acorns Nursery' };
  await imported({ people: [{ ...kim, roles: ['nursery'] }] });
  const lookWith = async (others: string): Promise<string> =>
    (await conveneInChannel(council, { people: { others } })).lastLook.text;
  const before = await lookWith('kim-marsh');
  expect(before).toContain('DI Tom Reyes in Teams');
  expect(before).toContain('Carol Tench by e-mail');
  expect(before).toContain('Kim Marsh: We cannot reach them. Telephone them, or go back and add an e-mail address.');
  await nurseryHasAnInbox();
  expect(await lookWith('kim-marsh')).toContain('Kim Marsh through the shared mailbox of the agency');
});

it('an address that is refused: the agency’s mailbox has the invitation, without the child, and the proof says so', async () => {
  await nurseryHasAnInbox();
  await council.api('POST', 'faults', [{ kind: 'smtpRefusal', at: 'rcpt', code: 550, person: 'carol-tench' }]);
  const { reference } = await conveneInChannel(council);
  const letter = await council.as('others').letter(`Invitation to strategy discussion ${reference}`);
  expect(letter.text).toContain('Dear Carol Tench');
  expect(letter.text).toContain(
    'Other people read this mailbox, so we have not named the child or said what the concern is.',
  );
  expect(letter.text).not.toMatch(/Jo Sample|J\.S\.|2019/);
  expect(letter.text).toContain('/reply/');
  expect(await council.as('carol-tench').mail()).toEqual([]);

  await council.as('priya-shah').card('channel', '4 of 4 sent');
  const proof = JSON.parse(await strategy('notices', reference, '--json')) as {
    notices: { who: string; what: string; stands: string; attempts: { route: string; result: string }[] }[];
  };
  const invitation = proof.notices.find((n) => n.who.includes('Carol Tench') && n.what === 'Invitation');
  expect(invitation?.attempts.map(({ route, result }) => [route, result])).toEqual([
    ['email', 'closed'],
    ['inbox', 'sent'],
  ]);
  expect(invitation?.stands).toBe('Sent to the shared mailbox of their agency');
});
