/**
 * How fast the rehearsal's page is, in Chromium: `node test/bench/page.ts`. A channel of 200 messages is opened, warm, and
 * a place with none as the floor, in turns; then the bot sends a card, and changes one, and the time is taken until it
 * can be read.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { sampleCard } from '../cards/everySample.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { fillChannel, startPageTenant, type PageTenant } from './pageTenant.ts';

const messages = 200;
const cards = 120;
/** Then nothing of what came before is still being drawn or asked for. */
const settleMs = 300;
const watch = readFileSync(new URL('pageWatch.js', import.meta.url), 'utf8');

interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}
interface PageTimes {
  /** Milliseconds from the start of the navigation: an empty place, 200 messages with the newest in sight, every card drawn. */
  readonly empty: Spread;
  readonly shown: Spread;
  readonly whole: Spread;
  /** Milliseconds from when the bot began to send a card, or to change one, until it can be read. */
  readonly sent: Spread;
  readonly changed: Spread;
  /** Of what the page asked for to show one new card: the number of requests, and the bytes of the answers. */
  readonly requests: Spread;
  readonly bytes: Spread;
}

const spread = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
  return { median: at(0.5), least: at(0), most: at(1) };
};

const ask = (page: Page, question: string): Promise<number> => page.evaluate(`pageWatch.${question}`);

/** Anew: an address that differs in what is behind the # alone would only be followed. */
const opened = async (page: Page, address: string): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
};

const clock = (): number => performance.timeOrigin + performance.now();

/** Until these words can be read, after `act`. */
const untilRead = async (page: Page, words: string, act: () => Promise<unknown>): Promise<number> => {
  const read = ask(page, `reads(${JSON.stringify(words)})`);
  const began = clock();
  await act();
  return (await read) - began;
};

/** What the page asks for during `act`. The stream of events stays open and is not among it. */
const asked = async (page: Page, act: () => Promise<unknown>): Promise<readonly number[]> => {
  const sizes: Promise<number>[] = [];
  const count = (request: { response(): Promise<{ body(): Promise<Buffer> } | null> }): void => {
    sizes.push(request.response().then(async (answer) => (await answer?.body())?.length ?? 0));
  };
  page.on('request', count);
  await act();
  await page.waitForTimeout(settleMs);
  page.off('request', count);
  return Promise.all(sizes);
};

const timesOfUpdates = async (page: Page, tenant: PageTenant, thread: string, rounds: number) => {
  const sent: number[] = [];
  const changed: number[] = [];
  const requests: number[] = [];
  const bytes: number[] = [];
  const news = (text: string) => ({ ...sampleCard('arrival'), body: [{ type: 'TextBlock', text }] });
  for (let i = 0; i < rounds; i += 1) {
    let id = '';
    const sizes = await asked(page, async () => {
      sent.push(
        await untilRead(page, `News ${i}`, async () => {
          id = await tenant.send(thread, news(`News ${i}`));
        }),
      );
    });
    requests.push(sizes.length);
    bytes.push(sizes.reduce((sum, size) => sum + size, 0));
    changed.push(await untilRead(page, `Changed ${i}`, () => tenant.change(thread, id, news(`Changed ${i}`))));
    await page.waitForTimeout(settleMs);
  }
  return { sent: spread(sent), changed: spread(changed), requests: spread(requests), bytes: spread(bytes) };
};

/** A full channel and an empty place, in turns. */
const timesOfOpening = async (page: Page, { origin }: PageTenant, rounds: number) => {
  const empty: number[] = [];
  const shown: number[] = [];
  const whole: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    await opened(page, `${origin}/rehearsal/#/priya-shah/group`);
    empty.push(await ask(page, 'empty()'));
    await page.waitForTimeout(settleMs);
    await opened(page, `${origin}/rehearsal/#/priya-shah/channel`);
    const [first, all] = await Promise.all([ask(page, `shown(${messages})`), ask(page, `whole(${cards})`)]);
    shown.push(first);
    whole.push(all);
    await page.waitForTimeout(settleMs);
  }
  return { empty: spread(empty), shown: spread(shown), whole: spread(whole) };
};

export const pageTimes = async (browser: Browser, rounds: number): Promise<PageTimes> => {
  const tenant = await startPageTenant();
  const threads = await fillChannel(tenant, messages);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.addInitScript(watch);
  // What is opened for the first time is not warm: that round is not among those that count.
  await timesOfOpening(page, tenant, 1);
  const opening = await timesOfOpening(page, tenant, rounds);
  const updates = await timesOfUpdates(page, tenant, threads.at(-1) ?? '', rounds);
  await page.close();
  await tenant.close();
  return { ...opening, ...updates };
};

const inWords = ({ median, least, most }: Spread): string =>
  `${Math.round(median)} (${Math.round(least)}-${Math.round(most)})`;

if (import.meta.main) {
  const browser = await launchBrowser();
  const times = await pageTimes(browser, 9);
  await browser.close();
  const lines: readonly (readonly [string, Spread, string])[] = [
    ['an empty place', times.empty, 'ms'],
    ['200 messages, the newest in sight', times.shown, 'ms'],
    ['every card of them drawn', times.whole, 'ms'],
    ['a new card can be read', times.sent, 'ms'],
    ['a changed card can be read', times.changed, 'ms'],
    ['asked for to show it', times.requests, 'requests'],
    ['answered', times.bytes, 'bytes'],
  ];
  for (const [what, values, unit] of lines) process.stdout.write(`${what.padEnd(36)}${inWords(values)} ${unit}\n`);
  process.stdout.write(
    `200 messages take ${(times.shown.median / times.empty.median).toFixed(2)} times an empty place\n`,
  );
}
