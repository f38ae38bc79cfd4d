/**
 * A record that cannot be made stays owed: nothing is sent without it, whoever answers for the service hears of it before the
 * limit, and it goes out once it can be made.
 */
import type fs from 'node:fs';
import type promises from 'node:fs/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { signRecord } from '../stories/signing.ts';
import { begin, type Story } from '../stories/story.ts';

const broken = vi.hoisted(() => ({ font: false, letter: false }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof promises>();
  const readFile = (...given: Parameters<typeof real.readFile>) =>
    broken.font && nameOf(given[0]).endsWith('.ttf')
      ? Promise.reject(new Error('EIO: i/o error, read'))
      : real.readFile(...given);
  return { ...real, readFile };
});
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const readFileSync = (...given: Parameters<typeof real.readFileSync>) =>
    broken.letter && nameOf(given[0]).endsWith('signed-record.md')
      ? '---\nsubject: "{{ nobody }}"\n---\n'
      : real.readFileSync(...given);
  return { ...real, readFileSync };
});
const nameOf = (file: unknown): string => (typeof file === 'string' ? file : file instanceof URL ? file.pathname : '');

let story: Story;
/** Each try that failed is in the log, and nothing else is. */
afterEach(async () => {
  Object.assign(broken, { font: false, letter: false });
  await expect(story.end()).rejects.toThrow(/"what":"deliverFailed"/);
});

it.each([
  ['the letter it goes with is broken', 'letter'],
  ['the font it is set in cannot be read', 'font'],
] as const)(
  '%s',
  async (_case, what) => {
    story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
    await story.convene({ meetsAt: '2026-11-24T14:00', seats: { police: 'constable' } });
    await story.passUntil('2026-11-24T14:00');
    await story.arrive('teamManager', 'socialWorker', 'health');
    await story.chair.recordsAttendance('constable');
    await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
    broken[what] = true;
    await signRecord(story, 'teamManager');
    await story.passUntil('2026-11-25T23:30');
    await expect(story.as('constable').mail('The record is signed')).rejects.toThrow('has no e-mail');
    const { text } = await story.letter(
      'serviceManager',
      `Messages about ${story.reference} may not be delivered in time`,
    );
    expect(text).toContain('is due by Wednesday 25 November 2026, 11:59pm. We cannot confirm that it has arrived.');
    expect(text).not.toMatch(/Sample|J\.S\.|injuries/);
    broken[what] = false;
    await story.passUntil('2026-11-26T09:30');
    // The mail server has taken it, and files a message with an attachment a moment later.
    const arrived = () => story.as('constable').mail('The record is signed');
    const { attachments } = await vi.waitFor(arrived, { timeout: 10_000, interval: 100 });
    expect(attachments.map(({ name }) => name)).toEqual([`${story.reference}-record.pdf`]);
  },
  120_000,
);
