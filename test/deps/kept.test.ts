import { describe, expect, it } from 'vitest';
import { checkKept, type Kept } from '../../.ci/tools/deps/kept.ts';
import type { LockEntry } from '../../.ci/tools/deps/lock.ts';

const entry = (more: Partial<LockEntry> = {}): LockEntry => ({
  version: '1.0.0',
  dev: false,
  optional: false,
  dependencies: {},
  optionalDependencies: {},
  peerDependencies: {},
  ...more,
});
const old: Kept[number] = {
  what: 'The old library',
  packages: ['old'],
  until: '2027-06-30',
  why: 'Everything here is built on it.',
  wayOff: 'Take the new library instead.',
};
const lock = { '': entry(), 'node_modules/old': entry() };
const weights = (kept: Kept, more: Parameters<typeof checkKept>[1] = {}, engines = '', on = '2026-11-27') =>
  checkKept(kept, { ...lock, ...more }, engines, on)
    .filter(({ weight }) => weight !== 'fine')
    .map(({ weight, says }) => `${weight}: ${says}`);

describe('what is kept though nobody maintains it', () => {
  it.each([
    ['2026-12-31', []],
    [
      '2027-01-01',
      ['warning: The old library only until 2027-06-30, 180 days from now. Take the new library instead.'],
    ],
    ['2027-06-30', ['warning: The old library only until 2027-06-30, 0 days from now. Take the new library instead.']],
    ['2027-07-01', ['fault: The old library was kept until 2027-06-30. Take the new library instead.']],
  ])('on %s', (on, expected) => {
    expect(weights([old], {}, '', on)).toEqual(expected);
  });

  it('is taken off the list once it is gone, also where only a development package needs it', () => {
    const dev = { 'node_modules/old': entry({ dev: true }) };
    expect(weights([old], dev)).toEqual(['fault: old is not installed any more: take it out of kept.json']);
  });

  it('is on the list wherever its authors have given it up', () => {
    const given = { 'node_modules/a/node_modules/b': entry({ deprecated: 'Use c.' }) };
    expect(weights([old], given)).toEqual([
      'fault: node_modules/a/node_modules/b is given up by its authors (Use c.): not in kept.json',
    ]);
  });

  it('each Node that package.json allows is on the list', () => {
    expect(weights([old, { ...old, packages: [], node: 24 }], {}, '^22.18.0 || ^24.0.0')).toEqual([
      'fault: package.json allows Node 22: kept.json does not say until when',
    ]);
  });
});
