/** `preview`: the letters as they would be sent in a made-up case, from the same files that the product sends. */
import { Option, type Command } from 'commander';
import { messageKinds } from '../discussion/state/notice.ts';
import { letterFaults } from '../messages/letterFaults.ts';
import { escalationSamples } from '../messages/preview/escalationSamples.ts';
import { samplesOf, type Sample } from '../messages/preview/samples.ts';
import { practiceFor } from '../practice/practice.ts';
import { standardKeys, type StandardKey } from '../practice/language/vocabulary.ts';
import { InputProblem, type Io } from './io.ts';
import { wrap } from './layout.ts';

/** The last is to whoever answers for the service. */
const kinds = [...messageKinds, 'escalation'] as const;
type Kind = (typeof kinds)[number];

const oneOf = <T extends string>(all: readonly T[], field: string, value: string): T => {
  const found = all.find((known) => known === value);
  if (found === undefined) throw new InputProblem(`${field}: "${value}" must be one of ${all.join(', ')}.`);
  return found;
};

export const previewCommand = (program: Command, io: Io): void => {
  program
    .command('preview')
    .description('Read the letters of cards/letters as they would be sent in a made-up case')
    .argument('[kind]', `one of ${kinds.join(', ')}; all of them where none is named`, (value) =>
      oneOf(kinds, 'KIND', value),
    )
    .addOption(
      new Option('--standard <key>', 'the practice standard')
        .choices([...standardKeys])
        .argParser((value) => oneOf(standardKeys, '--standard', value)),
    )
    .action((kind: Kind | undefined, { standard }: { readonly standard?: StandardKey }) => {
      const faults = letterFaults();
      if (faults.length > 0) throw new InputProblem(faults.join('\n'));
      for (const one of kind === undefined ? kinds : [kind]) io.out(`${kindText(one, standard)}\n`);
    });
};

const kindText = (kind: Kind, standard: StandardKey | undefined): string => {
  const keys = standard === undefined ? usualFirst : [standard];
  const found = keys
    .map((key) => ({ key, samples: samplesUnder(kind, key) }))
    .find(({ samples }) => samples.length > 0);
  if (found === undefined) return `${kind}\n\n${wrap('Nobody is sent this under that standard.', '  ')}\n`;
  const under = found.key === keys[0] ? '' : ` (under ${found.key})`;
  return [`${kind}${under}`, ...found.samples.map(sampleText)].join('\n\n');
};

/** Some messages are sent under some standards only. */
const usualFirst: readonly StandardKey[] = [
  'practice-standards-2025',
  ...standardKeys.filter((key) => key !== 'practice-standards-2025'),
];

const samplesUnder = (kind: Kind, key: StandardKey): readonly Sample[] =>
  kind === 'escalation' ? escalationSamples() : samplesOf(kind, practiceFor(key));

const sampleText = ({ file, readers, letter, buttons, link }: Sample): string =>
  [
    wrap(`cards/letters/${file}.md, read ${readers.join(', ')}`, '--- ', '    '),
    '',
    wrap(`Subject: ${letter.subject}`, '    '),
    '',
    wrap(letter.heading, '    '),
    ...letter.lines.flatMap((paragraph) => ['', ...paragraph.split('\n').map((line) => wrap(line, '    '))]),
    ...(buttons.length === 0 ? [] : ['', wrap(buttons.map(({ title }) => `[${title}]`).join(' '), '    ')]),
    ...(link === null ? [] : ['', wrap(`Link: ${link}`, '    ')]),
    '',
  ].join('\n');
