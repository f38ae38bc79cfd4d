/** Every card with its sample, drawn by Microsoft’s renderer in a browser; `npm run -s cards` draws pictures of the same. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCardPage, type CardPage } from '../cards/drawn/cardPage.ts';
import { findingsOf } from '../cards/drawn/findings.ts';
import { sampleCard, sampleNames } from '../cards/everySample.ts';
import { browserReadyMs, launchBrowser } from './browser.ts';

let browser: Browser;
let shown: CardPage;

beforeAll(async () => {
  browser = await launchBrowser();
  shown = await openCardPage(browser);
}, browserReadyMs);
afterAll(async () => {
  await shown.close();
  await browser.close();
});

describe('is whole on a telephone, says what each field is, and needs no mouse and no sharp eye', () => {
  it.each(sampleNames)('cards/%s.json', async (name) => {
    expect(await findingsOf(sampleCard(name), shown)).toEqual([]);
  });
});

const text = (words: string, more: object = {}) => ({ type: 'TextBlock', text: words, wrap: true, ...more });
const input = (more: object = {}) => ({ type: 'Input.Text', id: 'field', label: 'Reason', ...more });
const button = (more: object = {}) => ({ type: 'Action.Execute', title: 'Send', verb: 'send', ...more });
const column = (width: string, words: string) => ({ type: 'Column', width, items: [text(words)] });
const long = 'Everything that has to be said about this on one line of a telephone';

describe('finds', () => {
  it.each<[string, object, RegExp]>([
    ['a line that is cut', { body: [text(long, { wrap: false })] }, /^phone: “Everything .*” is cut off/],
    ['lines that are left out', { body: [text(long, { maxLines: 1 })] }, /^phone: “Everything .*” is cut off/],
    [
      'a word torn in two',
      { body: [{ type: 'ColumnSet', columns: [column('40px', 'Safeguarding'), column('stretch', 'Yes')] }] },
      /^desktop: “Safeguarding” is broken/,
    ],
    ['an example too long for its field', { body: [input({ placeholder: long })] }, /^phone: .* field .* does not fit/],
    ['a field without a label', { body: [input({ label: '' })] }, /^field has no label$/],
    ['what axe-core finds', { body: [input({ label: '' })] }, /^as it is: label: /],
    [
      'a button that keys do not press',
      { body: [], actions: [button({ isEnabled: false })] },
      /^Enter does not press Send$/,
    ],
    [
      'a button in a menu',
      { body: [], actions: [button(), button({ title: 'Stop', mode: 'secondary' })] },
      /^Stop has no button of its own$/,
    ],
  ])('%s', async (_name, card, finding) => {
    const found = await findingsOf({ type: 'AdaptiveCard', version: '1.5', ...card }, shown);
    expect(found).toContainEqual(expect.stringMatching(finding));
  });
});
