/** A standard as a document a council's policy lead can read from top to bottom. */
import { familyGuideTexts } from '../practice/standards/family-guide.ts';
import type { Practice } from '../practice/practice.ts';
import { readings } from '../practice/language/readings.ts';
import type { Rule, Strength } from '../practice/language/rule.ts';
import { section, sentence, wrap } from './layout.ts';

const families: readonly (readonly [string, string])[] = [
  ['C', 'When a discussion is called for'],
  ['X', 'What to weigh'],
  ['T', 'How soon'],
  ['CH', 'Who chairs'],
  ['Q', 'Who must be there'],
  ['I', 'Who is invited'],
  ['S', 'Who is not, substitutes and written information'],
  ['M', 'How it is held'],
  ['A', 'Agenda'],
  ['P', 'What is decided'],
  ['O', 'Outcomes'],
  ['J', 'Joint investigation'],
  ['PL', 'Plan of the enquiry'],
  ['MD', 'Medical assessment'],
  ['G', 'Female genital mutilation'],
  ['V', 'Seeing the child'],
  ['F', 'The family'],
  ['H', 'Home and host authority'],
  ['E', 'Emergency action'],
  ['L', 'Legal advice and orders'],
  ['SC', 'Scaling'],
  ['D', 'Disagreement'],
  ['R', 'The record'],
  ['N', 'Telling people the outcome'],
  ['DL', 'Later deadlines'],
  ['AC', 'Following up actions'],
  ['GT', 'The gate at the end of the enquiry'],
];

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

const readingLines = (practice: Practice): readonly string[] =>
  Object.entries(readings)
    .filter(([, { rule }]) => practice.rules.some(({ id }) => id === rule))
    .map(([name, { rule, question, choices }]) => {
      const chosen = new Map(Object.entries(practice.readings)).get(name) ?? '';
      const answer = new Map<string, string>(Object.entries(choices)).get(chosen) ?? chosen;
      return wrap(`${rule}, setting ${name}: ${question} ${answer}.`, '  ', '    ');
    });

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
    ...section('Readings of what the source leaves open', readingLines(practice)),
    '',
  ].join('\n');
};

/** The leaflet for families, as it stands before an authority's names are filled in. */
export const familyGuideText = (): string =>
  [
    'Leaflet for families',
    ...familyGuideTexts.flatMap(({ id, heading, body }) => section(`${heading} (${id})`, [wrap(body, '  ')])),
    '',
  ].join('\n');
