import { describe, expect, it } from 'vitest';
import { lineTyped } from '../../src/typed/text.ts';

const bot = '<at>Strategy bot</at>';

describe('a line of text, freed of what Teams and keyboards wrap round it', () => {
  it.each<[string, string, readonly string[], string]>([
    ['a mention, named by its entity', `${bot} /strategy`, [bot], '/strategy'],
    ['a mention without its entity', `${bot} /strategy`, [], '/strategy'],
    ['a mention in other case, with attributes', '<AT id="0">Strategy bot</AT> /strategy', [], '/strategy'],
    ['a mention after the command', `/strategy list ${bot}`, [bot], '/strategy list'],
    ['a mention of somebody else', `${bot} /strategy <at>Tom</at>`, [bot, '<at>Tom</at>'], '/strategy'],
    ['an empty mention', '/strategy list', [''], '/strategy list'],
    ['a quoted reply', '<quoted messageId="1700000000000"/> /strategy list', [], '/strategy list'],
    ['a no-break space after a mention', `${bot}&nbsp;/strategy`, [bot], '/strategy'],
    ['a no-break space as a character', `${bot}\u00a0/strategy\u00a0list`, [bot], '/strategy list'],
    ['a paragraph', `<p>${bot} /strategy list</p>\n`, [bot], '/strategy list'],
    ['a paragraph with attributes, in bold', '<p class="x"><b>/strategy</b></p>', [], '/strategy'],
    ['line breaks and divisions', '<div>/strategy<br/>show<br>SD-ABC234</div>', [], '/strategy show SD-ABC234'],
    ['character entities', '/strategy show SD&#45;1 &amp; &lt;more&gt;', [], '/strategy show SD&#45;1 & <more>'],
    ['white space of every kind', '  /strategy \t\n  list\u200b ', [], '/strategy list'],
    ['marks that nobody sees', '\ufeff/stra\u00adtegy\u200e li\u2060st', [], '/strategy list'],
    ['half a character', '/strategy \ud83d', [], '/strategy \ufffd'],
    ['nothing at all', '', [], ''],
  ])('%s', (_name, text, mentions, expected) => {
    expect(lineTyped(text, mentions)).toBe(expected);
  });

  it.each<[string, (size: number) => string]>([
    ['tags that never end', (size) => '<p '.repeat(size)],
    ['mentions that never end', (size) => '<at>'.repeat(size)],
    ['mentions', (size) => `${bot} `.repeat(size)],
  ])('%s, however many, are cut before they are looked at', (_name, text) => {
    const mentions = Array.from({ length: 5_000 }, () => bot);
    // What is beyond the cut makes no difference: not to the answer, and so not to the time.
    expect(lineTyped(text(100_000), mentions)).toBe(lineTyped(text(200_000), mentions));
    expect(lineTyped(text(100_000), mentions).length).toBeLessThanOrEqual(2_000);
  });
});
