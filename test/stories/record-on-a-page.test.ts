/** The signed record on a page, for somebody who took part and whom neither Teams nor a secure address leads to. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPdf } from '../documents/files.ts';
import { press } from './ending.ts';
import { typed } from './operator.ts';
import { questionsOn } from './screen.ts';
import { signRecord } from './signing.ts';
import { looksAreWritten } from '../journey/record.ts';
import { begin, type Story } from './story.ts';

let story: Story;
let link: string;
/** In no directory: known by the referral. */
const carol = (): string => `${story.reference}:referrer`;
beforeAll(async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.recordsAttendance('referrer', { person: carol(), identified: 'knownPersonally' });
  await story.chair.decides({ details: { 'answer.urgentEnquiry': 'no' } });
}, 60_000);
afterAll(() => story.end());

const letRead = async (readers: string) =>
  (await press(story, 'Who may read it on a page', 'teamManager')).done('Save who may read it', { readers });

const linkIn = (text: string): string => {
  const found = /https?:\/\/\S+\/record\/read\/\S+/.exec(text)?.[0];
  if (found === undefined) throw new Error(`there is no link in\n${text}`);
  return found;
};

/** What a browser shows, and where it ends up. */
const open = (address: string, form?: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(address, form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) });

const askForCode = async (): Promise<string> => {
  const answer = await open(`${link}/code`, {});
  expect([answer.status, answer.url]).toEqual([200, link]);
  expect(await answer.text()).toContain('The code from the e-mail');
  await story.pass('PT1M');
  return /\d{4} \d{4}/.exec((await story.as('referrer').mail('Your code')).text)?.[0] ?? '';
};

/** As a browser sends the button of a page, pressed twice. */
const pressTwice = async (): Promise<void> => {
  const nonce = /name="nonce" value="([^"]+)"/.exec(await (await open(link)).text())?.[1] ?? '';
  await Promise.all([open(`${link}/code`, { nonce }), open(`${link}/code`, { nonce })]);
};

const wrong = (code: string): string => code.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));

it('their letter says that there is a record, and whom to ask', async () => {
  await expect(press(story, 'Who may read it on a page', 'teamManager')).rejects.toThrow('has no button');
  await signRecord(story, 'teamManager');
  const { text } = await story.letter('referrer', 'The record is signed');
  expect(text).toContain('Ask Priya Shah how you can have it.');
  expect(text).not.toMatch(/http|Sample/);
});

it('the chair alone lets them read it, of those whom nothing else leads to', async () => {
  await expect(press(story, 'Who may read it on a page', 'socialWorker')).rejects.toThrow('has no button');
  const form = await press(story, 'Who may read it on a page', 'teamManager');
  const [readers] = questionsOn(form.card);
  expect(readers?.choices.map(({ title }) => title)).toEqual([
    'Carol Tench, Little Acorns Nursery, carol@littleacorns.example',
  ]);
  expect((await form.press('Save who may read it', { readers: '' })).text).toContain('That is as it was.');
  await letRead(carol());
  link = linkIn((await story.as('referrer').mail('The record is signed')).text);
  expect(link).not.toMatch(/tench|carol|sample/i);
});

it('the link opens nothing by itself, however often a scanner follows it', async () => {
  for (const _time of [1, 2, 3]) {
    const page = await open(link);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const text = await page.text();
    expect(text).toContain('Send me a code');
    expect(text).not.toMatch(/Sample|injuries|The code from the e-mail/);
  }
  await story.pass('PT1M');
  await expect(story.letter('referrer', 'Your code')).rejects.toThrow('has no letter');
  expect((await open(link, { code: '12345678' })).status).toBe(422);
});

it('a code to their address opens it, once, and it is noted that they looked', async () => {
  const code = await askForCode();
  const refused = await open(link, { code: wrong(code) });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('That is not the code.');
  const [first, second] = await Promise.all([open(link, { code }), open(link, { code })]);
  expect([first.status, second.status].toSorted()).toEqual([200, 422]);
  const file = first.status === 200 ? first : second;
  expect(file.headers.get('cache-control')).toBe('no-store');
  expect(file.headers.get('content-disposition')).toContain(`${story.reference}-record.pdf`);
  expect((await readPdf(Buffer.from(await file.arrayBuffer()))).text).toContain('Two unexplained injuries');
  await looksAreWritten();
  const seen = await typed(story.dataDir, 'export', story.reference, '--by', 'Records office');
  expect(seen).toMatch(/"personId": "SD-\w+:referrer",\s*"at": "[^"]+",\s*"deed": "getRecord"/);
});

it('a code is gone after ten minutes, and the one before once another is sent', async () => {
  const before = await askForCode();
  const code = await askForCode();
  expect((await open(link, { code: before })).status).toBe(422);
  await story.pass('PT11M');
  expect(await (await open(link, { code })).text()).toContain('That code does not work any more.');
  // Three in an hour.
  const fourth = await open(`${link}/code`, {});
  expect(fourth.status).toBe(422);
  expect(await fourth.text()).toContain('Three codes were sent in an hour.');
});

it('pressed twice, it is one code', async () => {
  await story.pass('PT2H');
  const before = (await story.letters('referrer')).length;
  await pressTwice();
  await story.pass('PT1M');
  expect((await story.letters('referrer')).length).toBe(before + 1);
});

it('after five wrong ones the right one opens nothing', async () => {
  await story.pass('PT2H');
  const code = await askForCode();
  for (const _try of [1, 2, 3, 4, 5]) await open(link, { code: wrong(code) });
  expect(await (await open(link, { code })).text()).toContain('That code does not work any more.');
});

it('a link that was changed, or is of somebody whom the chair lets read it no more, says nothing', async () => {
  for (const forged of [`${link}x`, link.replace('.record.', '.reply.'), link.replace('/record/read/', '/reply/')]) {
    const gone = await open(forged);
    expect(gone.status).toBe(410);
    expect(await gone.text()).not.toContain(story.reference);
  }
  await story.pass('PT2H');
  const code = await askForCode();
  await letRead('');
  expect((await open(link, { code })).status).toBe(410);
  expect((await open(link)).status).toBe(410);
});
