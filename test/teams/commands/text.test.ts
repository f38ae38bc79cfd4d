import { describe, expect, it } from 'vitest';
import { normalise, readCommand } from '../../../src/teams/commands/text.ts';

const bot = '<at>Strategy bot</at>';

describe('what Teams wraps round a command is taken off', () => {
  it.each<[string, string, readonly string[], string]>([
    ['a mention, named by its entity', `${bot} /strategy`, [bot], '/strategy'],
    ['a mention after the command', `/strategy list ${bot}`, [bot], '/strategy list'],
    ['a no-break space after a mention', `${bot}&nbsp;/strategy`, [bot], '/strategy'],
    ['a no-break space as a character', `${bot}\u00a0/strategy\u00a0list`, [bot], '/strategy list'],
    ['a paragraph', `<p>${bot} /strategy list</p>\n`, [bot], '/strategy list'],
    ['a paragraph with attributes', '<p class="x">/strategy</p>', [], '/strategy'],
    ['line breaks and divisions', '<div>/strategy<br/>show<br>SD-ABC234</div>', [], '/strategy show SD-ABC234'],
    ['character entities', '/strategy show SD&#45;1 &amp; &lt;more&gt;', [], '/strategy show SD&#45;1 & <more>'],
    ['white space of every kind', '  /strategy \t\n  list\u200b ', [], '/strategy list'],
    ['a mention of somebody else', `${bot} /strategy <at>Tom</at>`, [bot, '<at>Tom</at>'], '/strategy'],
    ['nothing at all', '', [], ''],
  ])('%s', (_name, text, mentions, expected) => {
    expect(normalise(text, mentions)).toBe(expected);
  });

  it('a mention is not guessed from the text: without its entity it stays', () => {
    expect(normalise(`${bot} /strategy`, [])).toBe(`${bot} /strategy`);
  });

  it('an empty mention changes nothing', () => {
    expect(normalise('/strategy list', [''])).toBe('/strategy list');
  });
});

describe('a command is read', () => {
  it.each([
    ['/strategy', { name: 'convene' }],
    ['strategy', { name: 'convene' }],
    ['/Strategy', { name: 'convene' }],
    ['/strategy help', { name: 'help', unknown: null }],
    ['/strategy list', { name: 'list' }],
    ['/strategy LIST', { name: 'list' }],
    ['/strategy show SD-ABC234', { name: 'show', reference: 'SD-ABC234' }],
    ['/strategy show sd-abc234', { name: 'show', reference: 'SD-ABC234' }],
    ['/strategy cancel SD-ABC234 please', { name: 'cancel', reference: 'SD-ABC234' }],
  ])('%s', (text, command) => {
    expect(readCommand(text)).toEqual(command);
  });

  it.each([
    ['an unknown sub-command', '/strategy convene', 'convene'],
    ['a misspelt one', '/strategy lsit', 'lsit'],
    ['show without a reference', '/strategy show', 'show without a reference'],
    ['cancel without a reference', '/strategy cancel', 'cancel without a reference'],
  ])('%s gets help, not silence', (_name, text, unknown) => {
    expect(readCommand(text)).toEqual({ name: 'help', unknown });
  });

  it.each(['hello', '', '/strategyx', 'please /strategy'])('“%s” is not addressed to it', (text) => {
    expect(readCommand(text)).toBeNull();
  });
});
