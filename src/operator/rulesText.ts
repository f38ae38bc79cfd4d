/** A standard as a document a council's policy lead can read from top to bottom. */
import { familyGuide } from '../documents/leaflet/texts.ts';
import { readingsTaken, type ReadingTaken } from '../practice/answers/readingsTaken.ts';
import type { Practice } from '../practice/practice.ts';
import type { Rule, Strength } from '../practice/language/rule.ts';
import { families } from './families.ts';
import { section, sentence, wrap } from './layout.ts';

const strengths: Readonly<Record<Strength, string>> = {
  must: 'must',
  should: 'should',
  consider: 'consider',
  info: 'for information',
};

const ruleText = (rule: Rule, home: string): string => {
  const { heading, document } = rule.source;
  const where = document === home ? heading : `${document}, ${heading}`;
  const fields =
    rule.asks === undefined ? '' : ` Asks: ${sentence(rule.asks.fields.map(({ words }) => words).join('; '))}`;
  const lead = `  ${rule.id.padEnd(8)}`;
  return [
    wrap(`${sentence(rule.text)}${fields}`, lead, ' '.repeat(10)),
    wrap(`${strengths[rule.strength]}; ${rule.bot.join(', ')}. ${where}`, ' '.repeat(10)),
  ].join('\n');
};

/** Which reading is in force, what else could be chosen, and the question that leaves it open. */
const readingLines = (practice: Practice): readonly string[] =>
  readingsTaken(practice).flatMap(({ rule, question, taken, others }) => {
    const line = (label: string, { choice, words }: ReadingTaken['taken']): string =>
      wrap(`${label}: ${words} (READINGS=${rule}:${choice}).`, '    ', '      ');
    return [
      wrap(`${rule}: ${question}`, '  ', '    '),
      line('In force', taken),
      ...others.map((other) => line('Otherwise', other)),
    ];
  });

const isOfFamily = (id: string): boolean => families.some(([family]) => id.split('-')[0] === family);

/** Every rule in force, by family, with its strength, what the bot does, and where it stands. */
export const rulesText = (practice: Practice): string => {
  const { title, version, source } = practice.standard;
  return [
    `${title}, version ${version}`,
    source,
    ...families.flatMap(([family, heading]) =>
      section(
        heading,
        practice.rules.filter(({ id }) => id.split('-')[0] === family).map((rule) => ruleText(rule, source)),
      ),
    ),
    ...section(
      'Rules of its own',
      practice.rules.filter(({ id }) => !isOfFamily(id)).map((rule) => ruleText(rule, source)),
    ),
    ...section('Readings of what the source leaves open', readingLines(practice)),
    '',
  ].join('\n');
};

/** The leaflet for families, as it stands before an authority's names are filled in. */
export const familyGuideText = (): string =>
  [
    'Leaflet for families',
    ...familyGuide().flatMap(({ id, heading, body }) =>
      section(
        `${heading} (${id})`,
        body.map((words) => wrap(words, '  ')),
      ),
    ),
    '',
  ].join('\n');
