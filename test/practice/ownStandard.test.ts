import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/practice/assess.ts';
import type { FactName } from '../../src/practice/language/commonFacts.ts';
import { readStandard } from '../../src/practice/language/read.ts';
import { located } from '../../src/practice/language/locate.ts';
import { createLibrary } from '../../src/practice/library.ts';
import { emptyMatter, nothingEnquired, type Matter } from '../../src/practice/matter.ts';
import { builtInStandards } from '../../src/start/standards.ts';
import { library, practiceFor } from '../builders/standards.ts';
import { at, person } from './given.ts';

const text = readFileSync(new URL('exampleshire.yaml', import.meta.url), 'utf8');
const brought = { file: 'exampleshire.yaml', text, isFormer: false };
const [baseline] = library.current;
if (baseline === undefined) throw new Error('there is a baseline');

describe('a sixth standard, brought as a file', () => {
  const read = createLibrary([...builtInStandards(), brought]);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const practice = read.library.practice('exampleshire');
  if (practice === null) throw new Error('exampleshire was brought');

  const matter = (facts: readonly string[], more: Partial<Matter> = {}): Matter => ({
    ...emptyMatter,
    referral: { ...emptyMatter.referral, receivedAt: at('2026-06-12T16:00:00+01:00') },
    children: [
      {
        id: 'A',
        birth: null,
        said: new Set(facts as readonly FactName[]),
        answers: {},
        decision: null,
        enquired: nothingEnquired,
      },
      { id: 'B', birth: null, said: new Set(), answers: {}, decision: null, enquired: nothingEnquired },
    ],
    ...more,
  });

  it('has its own times, and its own fact makes them shorter', () => {
    expect(assess(practice, matter([])).timescale).toMatchObject({
      governing: 'T-100',
      dueAt: at('2026-06-16T23:59:59+01:00'),
    });
    const urgent = assess(practice, matter(['travelsTonight']));
    expect(urgent.timescale).toMatchObject({ governing: 'T-101', dueAt: at('2026-06-12T22:00:00+01:00') });
    expect(urgent.implied).toMatchObject([{ fact: 'immediateRisk', from: ['travelsTonight'], childIds: ['A'] }]);
  });

  it('has its own seats, filled by its own role, and its own rank in the chair', () => {
    const attendees = [
      person('p1', 'chair', { isChair: true, rank: 'serviceManager' }),
      person('p2', 'police'),
      person('p3', 'gangsWorker'),
    ];
    expect(assess(practice, matter([], { attendees })).quorum.canSaveDecision).toBe(true);
    expect(assess(practice, matter([], { attendees: attendees.slice(0, 2) })).quorum.missing).toEqual(['gangsWorker']);
    const found = assess(practice, matter([])).mayChair({ role: 'teamManager', rank: 'teamManager' });
    expect(found).toEqual({ eligible: false, rule: 'CH-100', ranksAllowed: ['serviceManager'] });
  });

  it('asks about its own facts, in its own words', () => {
    const { questions } = assess(practice, matter([]));
    expect(questions.find(({ fact }) => fact === 'countyLines')).toMatchObject({
      kind: 'concerns',
      of: 'child',
      words: 'The child is used by a drugs gang',
      rules: ['I-100'],
    });
  });

  it('invites whom it names, and names its own role in its words', () => {
    const { entries } = assess(practice, matter(['countyLines'])).invitees;
    expect(entries.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['Gangs worker', 'Youth services', 'Service Manager']),
    );
  });

  it('has its own agenda, and the baseline for what it does not answer', () => {
    const found = assess(practice, matter(['travelsTonight']));
    expect(found.agenda.map(({ id, prompted }) => [id, prompted])).toEqual([
      ['A-EX-1', false],
      ['A-EX-2', true],
    ]);
    expect(found.child('A').outcomes.map(({ code }) => code)).toContain('s47Joint');
  });

  it('counts as it reads what is open, unless the authority chooses otherwise', () => {
    const held = { ...emptyMatter.held, strategyDiscussionAt: at('2026-06-12T16:00:00+01:00') };
    const due = (of: typeof practice) => assess(of, matter([], { held })).later.find(({ name }) => name === 's47DueAt');
    expect(due(practice)?.dueAt).toBe(at('2026-06-26T23:59:59+01:00'));
    const otherwise = createLibrary([...builtInStandards(), brought], { readings: { s47Days: 'calendarDays' } });
    const chosen = otherwise.ok ? otherwise.library.practice('exampleshire') : null;
    expect(chosen === null ? null : due(chosen)?.dueAt).toBe(at('2026-06-22T23:59:59+01:00'));
  });
});

describe('versions', () => {
  it.each(['working-together-2023', 'liverpool', 'sandwell', 'darlington', 'practice-standards-2025'])(
    'of %s are there for old discussions, read under the baseline of their day',
    (key) => {
      const version = { 'working-together-2023': '2023.1', liverpool: '2020.9', sandwell: '2023.1' }[key] ?? '2025.1';
      const then = library.practice(key, version);
      expect(then?.standard.version).toBe(version);
      expect(library.practice(key, practiceFor(key).standard.version)).not.toBeNull();
      expect(library.practice(key, '1066.1')).toBeNull();
    },
  );

  it('keep their old answers (T-2, DL-6, Q-4)', () => {
    const then = library.practice('practice-standards-2025', '2025.1');
    const liverpool = library.practice('liverpool', '2020.9');
    const sandwell = library.practice('sandwell', '2023.1');
    if (then === null || liverpool === null || sandwell === null) throw new Error('former versions are there');
    const urgent: Matter = {
      ...emptyMatter,
      referral: { ...emptyMatter.referral, receivedAt: at('2026-06-12T16:00:00+01:00') },
      children: [
        {
          id: 'A',
          birth: null,
          said: new Set(['criminalPhysicalInjury']),
          answers: {},
          decision: null,
          enquired: nothingEnquired,
        },
      ],
    };
    expect(assess(then, urgent).timescale.governing).toBe('T-1');
    expect(assess(practiceFor('practice-standards-2025'), urgent).timescale.governing).toBe('T-2');
    expect(assess(liverpool, urgent).later.map(({ rule }) => rule)).not.toContain('DL-6');
    expect(assess(sandwell, urgent).seats.map(({ seat }) => seat)).not.toContain('socialWorkManager');
  });

  it('of a council’s own file stand in the place of the one whose key it takes, and leave the other readable', () => {
    const own = builtInStandards().find(({ file }) => file === 'sandwell.yaml');
    if (own === undefined) throw new Error('Sandwell is built in');
    const ours = {
      file: 'ours.yaml',
      text: own.text.replace("version: '2026.1'", "version: '2026.2'"),
      isFormer: false,
    };
    const read = createLibrary([...builtInStandards(), ours]);
    expect(read.ok && read.library.practice('sandwell')?.standard.version).toBe('2026.2');
    expect(read.ok && read.library.practice('sandwell', '2026.1')?.standard.version).toBe('2026.1');
    expect(read.ok && read.library.current.filter(({ key }) => key === 'sandwell')).toHaveLength(1);
    const twice = createLibrary([...builtInStandards(), { ...ours, text: own.text }]);
    expect(twice.ok ? [] : twice.faults.map(({ file, words }) => `${file}: ${words}`)).toEqual([
      'ours.yaml: sandwell 2026.1 is in sandwell.yaml already. Give this one a version of its own.',
    ]);
  });
});

describe('a faulty file', () => {
  const faultsOf = (faulty: string): readonly string[] => {
    const read = readStandard(faulty, baseline);
    return read.ok
      ? []
      : located(read.faults, faulty).map(
          ({ line, column, rule, words }) => `${line}:${column} (${String(rule)}) ${words}`,
        );
  };
  const lineOf = (faulty: string, part: string): number =>
    faulty.split('\n').findIndex((line) => line.includes(part)) + 1;

  it('is sound as it stands', () => {
    expect(faultsOf(text)).toEqual([]);
  });

  it('with ten different mistakes has ten faults, each at its line', () => {
    const faulty = text
      .replace('extends: ', 'colour: blue\nextends: ')
      .replace('T-13, ', 'T-99, ')
      .replace('{ DL-1: workingDays }', '{ DL-1: fortnights }')
      .replace('of: child, words: The child is used', 'of: kid, words: The child is used')
      .replace('{ workingDays: 2 }', '{ workingDays: two }')
      .replace('when: { anyOf: [immediateRisk] }', 'when: { anyOf: [imediateRisk] }')
      .replace('ranks: [serviceManager]', 'ranks: [boss]')
      .replace('inviteAs: gangsWorker', 'inviteAs: gangWorker')
      .replace('level: required', 'level: perhaps')
      .replace('id: A-EX-2', 'id: A-EX-1');
    const at = (part: string): number => lineOf(faulty, part);
    expect(faultsOf(faulty)).toEqual([
      `${at('colour')}:1 (null) “colour” is not a word of the rule language here.`,
      `${at('T-99')}:24 (null) The baseline has no rule T-99 to replace.`,
      `${at('fortnights')}:13 (null) DL-1: fortnights is no reading of it. Choose calendarDays or workingDays.`,
      `${at('of: kid')}:35 (null) “of” must be child or discussion: found “kid”.`,
      `${at('workingDays: two')}:14 (T-100) “0” must be one of workingDays, sameDay, hours, calendarDays or months, such as {workingDays: 3}: found {"workingDays":"two"}.`,
      `${at('imediateRisk')}:21 (T-101) “imediateRisk” is no fact. Choose one of the facts every standard knows, or add it under “facts”.`,
      `${at('[boss]')}:13 (CH-100) “0” must be one of teamManager, serviceManager, socialWorkUnitManager, safeguardingUnitChair, seniorManager, childrensTeamLeader, deputyTeamLeader, headOfService: found “boss”.`,
      `${at('gangWorker')}:73 (Q-100) “gangWorker” is no role. Choose one that every standard knows, or add it under “roles”.`,
      `${at('level: perhaps')}:5 (I-100) “level” must be required or consider: found “perhaps”.`,
      `${at('Where the child sleeps') - 1}:5 (A-EX-1) A-EX-1 appears twice. Each rule has an id of its own.`,
    ]);
  });

  it.each<[string, string, string]>([
    ['that is not YAML', 'rules: [', 'This is not YAML: '],
    [
      'with the same key twice',
      text.replace('title: Ex', 'title: Other\ntitle: Ex'),
      '4:1 (null) The same key stands twice in one place.',
    ],
    [
      'with an unquoted colon',
      text.replace('text: A Service Manager chairs.', 'text: Chairs: a manager.'),
      'A text with a colon in it needs quotes.',
    ],
    ['that is empty', '', '1:1 (null) There is nothing in the file.'],
    [
      'without a rule on who chairs',
      text.replace(/ {2}- id: CH-100[\s\S]*?(?= {2}- id: Q-100)/, ''),
      'No rule says who chairs an ordinary meeting (kind: chair).',
    ],
    [
      'with a reading that does not exist',
      text.replace('reading: s47Days', 'reading: s48Days'),
      '(DL-1) “reading” must be one of emergencyActionLimit',
    ],
    [
      'with a kind of rule that is none',
      text.replace('kind: chair', 'kind: throne'),
      '(CH-100) “kind” is no kind of rule: found “throne”.',
    ],
    [
      'with a seat that is none',
      text.replace('inviteAs: police }', 'inviteAs: police, alsoFills: sofa }'),
      'There is no seat “sofa”. There are: chair, police, gangsWorker.',
    ],
  ])('%s says so', (_, faulty, words) => {
    expect(faultsOf(faulty).join('\n')).toContain(words);
  });

  it('without its baseline is no library', () => {
    const read = createLibrary([brought]);
    expect(read.ok ? [] : read.faults.map(({ words }) => words)).toEqual([
      'There is no text of working-together-2023, which every standard extends.',
    ]);
  });
});
