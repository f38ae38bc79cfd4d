import { practiceFor, standardKeys } from '../builders/standards.ts';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CaseFile } from '../../src/practice/caseFile.ts';
import {
  derivedFacts,
  commonFacts,
  type DerivedFact,
  type FactName,
  type RuleFact,
} from '../../src/practice/language/commonFacts.ts';
import { type Practice } from '../../src/practice/practice.ts';
import { factsNamedBy } from '../../src/practice/language/places.ts';
import type { Rule } from '../../src/practice/language/rule.ts';
import { familyGuide } from '../../src/documents/leaflet/texts.ts';
import { explain } from './given.ts';

/** Every rule of the catalogue, with the standards it stands under. */
const catalogue = z
  .array(z.object({ id: z.string(), standards: z.array(z.enum([...standardKeys, 'family-guide'])) }))
  .parse(JSON.parse(readFileSync(new URL('catalogue.json', import.meta.url), 'utf8')))
  .map(({ id, standards }) => ({ id: id as Rule['id'], standards }));

const used = new Set<string>();
const inFamilyGuide = new Set<string>(familyGuide().flatMap(({ id, covers }) => [id, ...covers]));

/** How a derived fact comes to be true. */
const derivedFrom: Readonly<Record<DerivedFact, CaseFile>> = {
  referredByProfessional: { referrer: 'gp' },
  inEducationSetting: { referrer: 'school' },
  nearly18: { childDateOfBirth: '2008-09-10', meetingDate: '2026-04-10' },
  complexMeeting: { circumstances: ['complex'] },
  s47Yes: { s47Decision: true },
  s47No: { s47Decision: false },
  concernsRemain: { safeguardingConcerns: true },
  referrerNotInvolved: { referrerInvolved: false },
};
const isFactName = (fact: RuleFact): fact is FactName => Object.hasOwn(commonFacts, fact);
const isDerived = (fact: RuleFact): fact is DerivedFact => (derivedFacts as readonly string[]).includes(fact);

/** The facts under which a rule holds: all it needs, and the first of those any one of which will do. */
const neededBy = (rule: Rule): readonly RuleFact[] => {
  const when = 'when' in rule ? rule.when : undefined;
  const any = when?.anyOf?.[0];
  return [...(when?.allOf ?? []), ...(any === undefined ? [] : [any])];
};

const complexFacts = (rule: Rule): readonly RuleFact[] => {
  if (rule.kind === 'complexMeeting') return [...rule.reasons].slice(0, 1);
  if (rule.kind === 'jointInvestigation') return [rule.concern];
  if (rule.kind !== 'chair')
    return rule.kind === 'deadline' && rule.due[0]?.meetingType === 'complex' ? ['complex'] : [];
  return rule.onlyFor?.slice(0, 1) ?? (rule.meetingType === 'complex' ? ['complex'] : []);
};

const caseFor = (rule: Rule): CaseFile => {
  const needed = neededBy(rule);
  const names = [...needed, ...complexFacts(rule)].filter(isFactName);
  const derived = Object.assign({}, ...needed.filter(isDerived).map((fact) => derivedFrom[fact])) as CaseFile;
  return {
    ...derived,
    circumstances: [...names, ...(derived.circumstances ?? [])],
    forensicEvidenceNeeded: needed.includes('forensicEvidenceNeeded'),
    likelyCareAndSupportNeeds: needed.includes('likelyCareAndSupportNeeds'),
  };
};

const isInformational = (rule: Rule): boolean => rule.kind === 'information';

describe.each(standardKeys)('%s', (key) => {
  const practice: Practice = practiceFor(key);

  it('has every rule the catalogue gives it, and no other', () => {
    const expected = catalogue.filter(({ standards }) => standards.includes(key)).map(({ id }) => id);
    const own = practice.rules.map(({ id }) => id);
    expect(expected.filter((id) => !own.includes(id))).toEqual([]);
    const known = catalogue.map(({ id }) => id);
    expect(own.filter((id) => !known.includes(id))).toEqual([]);
  });

  it.each(practice.rules.filter((rule) => !isInformational(rule)).map((rule) => [rule.id, rule] as const))(
    '%s acts where its circumstances hold',
    (id, rule) => {
      expect(Object.keys(explain(practice, caseFor(rule)).sources)).toContain(id);
      used.add(id);
    },
  );

  it.each(practice.rules.filter(isInformational).map((rule) => [rule.id, rule] as const))(
    '%s is deliberately informational: it turns on nothing and asks nothing',
    (id, rule) => {
      expect([rule.bot, rule.asks, factsNamedBy(rule).size]).toEqual([['inform'], undefined, 0]);
      used.add(id);
    },
  );
});

describe('the leaflet for families', () => {
  it('has every text the catalogue gives it', () => {
    const expected = catalogue.filter(({ standards }) => standards.includes('family-guide')).map(({ id }) => id);
    expect(expected.filter((id) => !inFamilyGuide.has(id))).toEqual([]);
    for (const id of inFamilyGuide) used.add(id);
  });
});

describe('rules that are no more than information', () => {
  it('are these', () => {
    const ids = standardKeys.flatMap((key) =>
      practiceFor(key)
        .rules.filter(isInformational)
        .map(({ id }) => id),
    );
    expect([...new Set(ids)].sort()).toEqual(
      ['F-8', 'G-3', 'H-5', 'J-7', 'M-6', 'O-10', 'Q-6', 'SC-5', 'T-12', 'V-5'].sort(),
    );
  });
});

afterAll(() => {
  const missing = catalogue.filter(({ id }) => !used.has(id)).map(({ id }) => id);
  process.stdout.write(`rules: ${catalogue.length - missing.length} of ${catalogue.length}\n`);
  expect(missing).toEqual([]);
});
