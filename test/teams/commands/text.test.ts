import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/teams/commands/text.ts';

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
    ['/strategy actions', { name: 'actions', reference: null }],
    ['/strategy actions sd-abc234', { name: 'actions', reference: 'SD-ABC234' }],
    ['/strategy SD-ABC234', { name: 'show', reference: 'SD-ABC234' }],
    ['/strategy “sd‑abc234”.', { name: 'show', reference: 'SD-ABC234' }],
    ['/strategy show SDABC234', { name: 'show', reference: 'SD-ABC234' }],
    ['/strategy show sd–abc234.', { name: 'show', reference: 'SD-ABC234' }],
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
