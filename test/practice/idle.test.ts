import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factsNobodyCanEnter, idleRules } from '../../src/practice/idle.ts';
import { readStandard } from '../../src/practice/language/read.ts';
import { practiceOf, type Practice } from '../../src/practice/practice.ts';
import { unfillableSeats, type Listed } from '../../src/practice/unfillable.ts';
import { library, practiceFor, standardKeys } from '../builders/standards.ts';
import { under } from './given.ts';

const [baseline] = library.current;
if (baseline === undefined) throw new Error('there is a baseline');
const text = readFileSync(new URL('exampleshire.yaml', import.meta.url), 'utf8');

type Changes = readonly (readonly [string, string])[];

/** Exampleshire with some of its text replaced. */
const changed = (...changes: Changes): Practice => {
  const read = readStandard(
    changes.reduce((all, [from, to]) => all.replace(from, to), text),
    baseline,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return practiceOf(read.standard, baseline);
};
const idle = (...changes: Changes): readonly string[] => {
  const practice = changed(...changes);
  return idleRules(practice).map(({ path, words }) => {
    const rule = practice.standard.rules[Number(path[1])];
    return `${String(rule?.id)} ${path.slice(2).join('.')}: ${words}`;
  });
};

describe.each(standardKeys)('%s', (key) => {
  it('has no rule that can never apply, and turns on no fact that nobody can enter', () => {
    expect([idleRules(practiceFor(key)), factsNobodyCanEnter(practiceFor(key))]).toEqual([[], []]);
  });
});

describe('a rule that can never apply', () => {
  it.each<[string, readonly [string, string], string]>([
    [
      'wants a fact true and untrue',
      ['when: { anyOf: [countyLines] }', 'when: { allOf: [countyLines], noneOf: [countyLines] }'],
      'I-100 when: This never holds: “countyLines” has to be true and untrue.',
    ],
    [
      'wants any of the facts that must all be untrue',
      ['when: { anyOf: [countyLines] }', 'when: { anyOf: [countyLines, neglect], noneOf: [neglect, countyLines] }'],
      'I-100 when: This never holds: “noneOf” has every fact of “anyOf”.',
    ],
    [
      'wants a decision both ways',
      ['when: { anyOf: [countyLines] }', 'when: { allOf: [s47Yes, s47No] }'],
      'I-100 when: This never holds: “s47Yes” and “s47No” are never true together.',
    ],
    [
      'wants a complex meeting where nothing makes one',
      ['when: { anyOf: [countyLines] }', 'when: { anyOf: [complexMeeting] }'],
      'I-100 when: This never holds: nothing asks for “complexMeeting”, and nothing implies any of them.',
    ],
    [
      'has a seat for a type of meeting that never is',
      ['inviteAs: gangsWorker }', 'inviteAs: gangsWorker, meetingType: complex }'],
      'Q-100 seats.2.meetingType: No rule makes a meeting complex.',
    ],
    [
      'is always replaced by another',
      ['limits: [{ workingDays: 2 }]', 'limits: [{ workingDays: 2 }]\n    replaces: [T-101]'],
      'T-101 : T-100 always takes the place of T-101.',
    ],
    [
      'offers an outcome that another offers before it',
      [
        '  - id: DL-1\n',
        `${['O-100', 'O-101']
          .map(
            (id) =>
              `  - id: ${id}\n    text: Refer to the gangs team.\n    heading: Chapter 5\n    strength: must\n    bot: [block]\n    kind: outcome\n    outcomes: [{ code: gangsTeam, words: Gangs team, requires: [] }]\n`,
          )
          .join('')}  - id: DL-1\n`,
      ],
      'O-101 outcomes.0: O-100 offers “gangsTeam” already, and that one stands.',
    ],
  ])('%s', (_, change, words) => {
    expect(idle(change)).toEqual([words]);
  });

  it('is found through what follows: danger tonight is immediate risk, unless that may be set aside', () => {
    const condition = [
      'when: { anyOf: [countyLines] }',
      'when: { allOf: [travelsTonight], noneOf: [immediateRisk] }',
    ] as const;
    expect(idle(condition)).toEqual([]);
    expect(idle(condition, [', setAside: true', ''])).toEqual([
      'I-100 when: This never holds: “immediateRisk” has to be true and untrue.',
    ]);
  });
});

describe('a fact nobody can enter', () => {
  const found = (...changes: Changes) =>
    factsNobodyCanEnter(changed(...changes)).map(({ path, words }) => `${path.join('.')}: ${words}`);

  it('is one of the standard’s own that no rule turns on, so no form asks for it', () => {
    expect(found(['when: { anyOf: [countyLines] }', 'when: { anyOf: [neglect] }'])).toEqual([
      'facts.countyLines: No rule turns on “countyLines”, so no form asks for it.',
    ]);
  });

  it('is one that follows and changes nothing', () => {
    expect(found(['fact: immediateRisk', 'fact: radicalisation'])).toEqual([
      'implies.0.fact: No rule turns on “radicalisation”.',
    ]);
  });

  it('is a complex meeting where nothing makes one', () => {
    expect(found(['when: { anyOf: [countyLines] }', 'when: { anyOf: [countyLines, complexMeeting] }'])).toEqual([
      'rules: Rules turn on “complexMeeting”, and no form asks for it.',
    ]);
  });
});

describe('a seat nobody in the directory can fill', () => {
  const someone = (role: string, rank: Listed['rank'] = null): Listed => ({ roles: [role], rank });
  const four = [someone('teamManager', 'teamManager'), someone('policeDdm'), someone('socialWorker'), someone('gp')];
  const seats = (standard: Parameters<typeof under>[0], directory: readonly Listed[]) =>
    unfillableSeats(under(standard), directory).map(({ rule, seat }) => `${rule} ${seat}`);

  it('is named, with who is wanted', () => {
    expect(unfillableSeats(under('PS'), four)).toEqual([
      {
        rule: 'Q-3',
        seat: 'paediatrician',
        words: 'Paediatrician: the directory has nobody who is Paediatrician, Duty consultant paediatrician.',
        isAlways: false,
      },
    ]);
  });

  it('is the chair of a complex meeting where nobody has the rank (CH-4)', () => {
    const ordinary = [
      someone('socialWorkManager', 'socialWorkUnitManager'),
      someone('leadSocialWorker'),
      someone('police'),
      someone('school'),
      someone('gp'),
    ];
    // That CH-6 lets a trust manager chair for some reasons is no chair for the others.
    expect(seats('SA', ordinary)).toEqual(['Q-4 chair']);
    expect(seats('SA', ordinary.slice(1))).toEqual(['Q-4 chair', 'Q-4 chair', 'Q-4 socialWorkManager']);
  });

  it('is the chair of any social care worker where there is none (CH-10)', () => {
    expect(seats('DA', [someone('police'), someone('gp')])).toEqual(['Q-1 chair', 'Q-1 socialWorker']);
  });
});
