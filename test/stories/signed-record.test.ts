/** The signed record reaches those who took part: in Teams for whoever asks, and with an e-mail that nobody else reads. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf, readWord } from '../documents/files.ts';
import type { Role } from './cast.ts';
import { press } from './ending.ts';
import type { Shown } from './hand.ts';
import { signRecord } from './signing.ts';
import { begin, type Story } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00', seats: { police: 'constable' }, others: ['school'] });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive('teamManager', 'socialWorker', 'health');
  await story.chair.recordsAttendance('constable');
  await story.as('health').addsInformation('He was seen at the orchard at dusk');
});
afterAll(() => story.end());

const linksOn = ({ card }: Shown): Readonly<Record<string, string>> => {
  const found = JSON.stringify(card).matchAll(/"title":"Open as (\w+)","url":"([^"]+)"/g);
  return Object.fromEntries([...found].map(([, file = '', url = '']) => [file, url]));
};

const get = async (by: Role): Promise<Shown> => press(story, 'Get the record', by);

const fetched = async (url = ''): Promise<Buffer> => {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return Buffer.from(await response.arrayBuffer());
};

const attachedTo = async (role: Role, saying: string): Promise<readonly { name: string; type: string }[]> =>
  (await story.as(role).mail(saying)).attachments;

it('is nobody’s before it is signed', async () => {
  await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
  await expect(get('health')).rejects.toThrow('has no button “Get the record”');
  expect((await story.letters('health')).map(({ heading }) => heading)).not.toContain('The record is signed');
});

describe('once it is signed', () => {
  beforeAll(() => signRecord(story, 'teamManager'));

  it('whoever took part is told in Teams, and has all of it, as PDF or Word', async () => {
    const news = await story.as('health').news('The record is signed');
    const links = linksOn(await news.press('Get the record'));
    const { text } = await readPdf(await fetched(links['PDF']));
    expect(text).toContain('Signed by: Priya Shah');
    expect(text).toContain('orchard at dusk');
    expect(readWord(await fetched(links['Word'])).text).toContain('orchard at dusk');
  });

  it('whoever has only a secure e-mail address has it with the letter', async () => {
    expect(await attachedTo('constable', 'The record is signed')).toEqual([
      expect.objectContaining({ name: `${story.reference}-record.pdf`, type: 'application/pdf' }),
    ]);
  });

  it('whoever was invited and did not come has what was decided, and nothing that others said', async () => {
    const answer = await get('school');
    expect(answer.text).toContain('It is what was decided, and what your own agency said and is to do.');
    const { text } = await readPdf(await fetched(linksOn(answer)['PDF']));
    expect(text).not.toContain('orchard');
  });

  it('nobody else has it', async () => {
    await expect(get('police')).rejects.toThrow('police has no');
    await expect(get('referrer')).rejects.toThrow();
  });

  it('the link names nobody, opens nothing else, and works for ten minutes', async () => {
    const link = linksOn(await get('school'))['PDF'] ?? '';
    expect(link).not.toMatch(/ruth|ellison|sample/i);
    for (const forged of [link.replace('.1.', '.2.'), link.replace('.pdf.', '.docx.'), `${link}x`]) {
      expect((await fetch(forged)).status).toBe(410);
    }
    await story.pass('PT11M');
    expect((await fetch(link)).status).toBe(410);
  });
});
