/** `preview`: the letters as they would be sent in a made-up case, from the same files that the product sends. */
import type { Command } from 'commander';
import { messageKinds, watcherKinds } from '../discussion/state/notice.ts';
import { letterFaults } from '../messages/letterFaults.ts';
import {
  decisionLateSamples,
  enquiryLateSamples,
  escalationSamples,
  heldLateSamples,
  recordLateSamples,
  standstillSamples,
} from '../messages/preview/escalationSamples.ts';
import { samplesOf, type Sample } from '../messages/preview/samples.ts';
import type { StandardKey } from '../practice/language/vocabulary.ts';
import { InputProblem } from './io.ts';
import { keysOf, practiceNamed, type PracticeEdges } from './practiceEdges.ts';
import { wrap } from './layout.ts';

const kinds = [...messageKinds, ...watcherKinds, 'standstill'] as const;
type Kind = (typeof kinds)[number];

const oneOf = <T extends string>(all: readonly T[], field: string, value: string): T => {
  const found = all.find((known) => known === value);
  if (found === undefined) throw new InputProblem(`${field}: "${value}" must be one of ${all.join(', ')}.`);
  return found;
};

type Standards = Pick<PracticeEdges, 'io' | 'library'>;

export const previewCommand = (program: Command, edges: Standards): void => {
  program
    .command('preview')
    .description('Read the letters of cards/letters as they would be sent in a made-up case')
    .argument('[kind]', `one of ${kinds.join(', ')}; all of them where none is named`, (value) =>
      oneOf(kinds, 'KIND', value),
    )
    .option('--standard <key>', 'the practice standard')
    .action((kind: Kind | undefined, { standard }: { readonly standard?: StandardKey }) => {
      const faults = letterFaults();
      if (faults.length > 0) throw new InputProblem(faults.join('\n'));
      for (const one of kind === undefined ? kinds : [kind]) edges.io.out(`${kindText(edges, one, standard)}\n`);
    });
};

const kindText = (edges: Standards, kind: Kind, standard: StandardKey | undefined): string => {
  const keys = standard === undefined ? usualFirst(edges) : [standard];
  const found = keys
    .map((key) => ({ key, samples: samplesUnder(edges, kind, key) }))
    .find(({ samples }) => samples.length > 0);
  if (found === undefined) return `${kind}\n\n${wrap('Nobody is sent this under that standard.', '  ')}\n`;
  const under = found.key === keys[0] ? '' : ` (under ${found.key})`;
  return [`${kind}${under}`, ...found.samples.map(sampleText)].join('\n\n');
};

/** Some messages are sent under some standards only. */
const usualFirst = (edges: Standards): readonly StandardKey[] => {
  const usual = 'practice-standards-2025';
  return [usual, ...keysOf(edges).filter((key) => key !== usual)];
};

const samplesUnder = (edges: Standards, kind: Kind, key: StandardKey): readonly Sample[] => {
  if (kind === 'escalation') return escalationSamples();
  if (kind === 'standstill') return standstillSamples();
  const practice = practiceNamed(edges, key);
  if (kind === 'decisionLate') return decisionLateSamples(practice);
  if (kind === 'enquiryLate') return enquiryLateSamples(practice);
  if (kind === 'recordLate') return recordLateSamples(practice);
  return kind === 'heldLate' ? heldLateSamples(practice) : samplesOf(kind, practice);
};

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
