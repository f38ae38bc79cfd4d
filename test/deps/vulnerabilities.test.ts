import { describe, expect, it } from 'vitest';
import { weigh } from '../../.ci/tools/deps/vulnerabilities.ts';

const known = (severity: string) => ({
  id: 'GHSA-aaaa-bbbb-cccc',
  name: 'some',
  severity,
  title: 'Anybody can take it over',
});
const answer = {
  advisory: 'GHSA-aaaa-bbbb-cccc',
  package: 'some',
  reason: 'What it is about is never loaded.',
  until: '2026-12-31',
};

describe('a known vulnerability', () => {
  it.each([
    ['critical', 'fault'],
    ['high', 'fault'],
    ['moderate', 'warning'],
    ['low', 'warning'],
  ])('that is %s is a %s', (severity, weight) => {
    expect(weigh([known(severity)], [], '2026-11-27').map((one) => one.weight)).toEqual([weight]);
  });

  it('that was looked at stops nothing until the day that was set, and is still told', () => {
    const on = (day: string) => weigh([known('critical')], [answer], day).map(({ weight }) => weight);
    expect(on('2026-12-31')).toEqual(['warning']);
    expect(on('2027-01-01')).toEqual(['fault']);
  });

  it('that is gone leaves an answer to delete', () => {
    expect(weigh([], [answer], '2026-11-27')).toEqual([
      {
        part: 'known vulnerabilities',
        weight: 'fault',
        says: 'the exception for GHSA-aaaa-bbbb-cccc in some is needed by nothing: delete it',
      },
    ]);
  });
});
