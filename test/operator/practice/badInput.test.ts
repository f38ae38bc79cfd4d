import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { facts, file, folder, strategy, withFolder } from './strategy.ts';

withFolder();

describe('bad input is one sentence naming the field, and exit code 2', () => {
  it.each<[string, string[], string]>([
    [
      'a misspelt circumstance',
      ['explain', '--standard', 'sandwell', '--facts', file('a.json', { circumstances: ['seriusRisk'] })],
      '"circumstances[0]": "seriusRisk" is not a fact the rules know.',
    ],
    [
      'an unknown field',
      ['check', '--standard', 'sandwell', '--facts', file('b.json', { referal: 1 })],
      '"referal" is not a field the rules know.',
    ],
    [
      'a time without its offset',
      ['explain', '--standard', 'sandwell', '--facts', file('c.json', { referralReceivedAt: '2026-05-22T16:55' })],
      '"referralReceivedAt": must be a date and time with its offset, such as 2026-05-22T16:55:00+01:00.',
    ],
    [
      'a standard that is none',
      ['rules', '--standard', 'narnia'],
      '--standard: "narnia" must be one of working-together-2023, darlington, liverpool, practice-standards-2025, sandwell, family-guide.',
    ],
    [
      'no standard at all',
      ['explain', '--facts', facts],
      '--standard is missing: name one of working-together-2023, darlington, liverpool, practice-standards-2025, sandwell.',
    ],
    [
      'a standard in the facts that is none',
      ['check', '--facts', file('g.json', { standard: 'narnia' })],
      '--standard: "narnia" must be one of working-together-2023, darlington, liverpool, practice-standards-2025, sandwell.',
    ],
    ['neither a file nor facts', ['check'], 'Name either a standard’s file to check, or facts with --facts.'],
    ['no facts', ['explain', '--standard', 'sandwell'], "error: required option '--facts <file>' not specified"],
    [
      'a file that is not there',
      ['explain', '--standard', 'sandwell', '--facts', '/nowhere/f.json'],
      '--facts: the file /nowhere/f.json cannot be read.',
    ],
    [
      'a file that is not JSON',
      ['scenarios', file('d.json', '{')],
      `FILE: the file ${join(folder, 'd.json')} is not JSON.`,
    ],
    ['scenarios that are no list', ['scenarios', file('e.json', {})], 'The facts: must be a list of scenarios.'],
    [
      'a kind of scenario that is none',
      ['scenarios', file('f.json', [{ id: 'X', standard: 'sandwell', kind: 'weather', given: {}, expect: {} }])],
      '"[0].kind": must be one of timescale, quorum, invitees, outcome, deadline.',
    ],
  ])('%s', async (_, args, sentence) => {
    const { code, out, err } = await strategy('practice', ...args);
    expect([code, out, err.trim()]).toEqual([2, '', sentence]);
  });

  it('help is no error', async () => {
    const { code, out } = await strategy('practice', 'explain', '--help');
    expect(code).toBe(0);
    expect(out).toContain('--facts <file>');
  });
});
