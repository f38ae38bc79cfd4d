import { describe, expect, it } from 'vitest';
import type { Installed } from '../../.ci/tools/deps/installed.ts';
import { checkLicences, type Licences } from '../../.ci/tools/deps/licences.ts';

const having = (licence: string | null, more: Partial<Installed> = {}): Installed => ({
  place: 'node_modules/some',
  name: 'some',
  version: '1.0.0',
  licence,
  description: null,
  isOurs: false,
  folder: '/some',
  bytes: 1,
  ...more,
});
const answers = (one: Installed, exceptions: Licences['exceptions'] = []) =>
  checkLicences([one], { allowed: ['MIT', 'ISC'], exceptions }).map(({ weight, says }) => [weight, says]);
const looked = (licence: string | null, name = 'some@1.0.0') => [
  { package: name, licence, reason: 'Somebody has read its LICENSE file.' },
];

describe('a licence', () => {
  it.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND ISC'])(
    '%s is allowed: by itself, by choice, in all its parts',
    (licence) => {
      expect(answers(having(licence))).toEqual([['fine', expect.stringContaining('all allowed')]]);
    },
  );

  it.each(['GPL-3.0-only', 'MIT AND CC-BY-SA-3.0', 'SEE LICENSE IN LICENSE', 'UNLICENSED', ''])(
    '“%s” is not, and whose it is is said',
    (licence) => {
      expect(answers(having(licence))).toEqual([
        ['fault', `some@1.0.0 has ${licence}, which is not on the list of allowed licences`],
      ]);
    },
  );

  it('is looked for in vain: that is said, too', () => {
    expect(answers(having(null))).toEqual([['fault', expect.stringMatching(/^some@1\.0\.0 names no licence/)]]);
  });

  it('of what stands in for a package here is nobody else’s', () => {
    expect(answers(having(null, { isOurs: true }))).toEqual([['fine', expect.any(String)]]);
  });
});

describe('what somebody has looked at', () => {
  it('is let through, as it was then', () => {
    expect(answers(having(null), looked(null))).toEqual([['fine', expect.stringContaining('1 of them one by one')]]);
  });

  it.each([
    ['of another version', having('GPL-3.0-only', { version: '2.0.0' })],
    ['with another licence', having('AGPL-3.0-only')],
  ])('is looked at anew where it is %s', (_what, one) => {
    expect(answers(one, looked('GPL-3.0-only'))).toContainEqual(['fault', expect.stringContaining('not on the list')]);
  });

  it('is taken off the list once nothing needs it', () => {
    expect(answers(having('MIT'), looked('GPL-3.0-only'))).toEqual([
      ['fault', 'the exception for some@1.0.0 is needed by nothing: delete it'],
    ]);
  });
});
