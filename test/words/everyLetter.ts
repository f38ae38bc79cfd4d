/** The words of every letter as it is sent in the made-up case, to each reader and under each standard. */
import { messageKinds } from '../../src/discussion/state/notice.ts';
import {
  decisionLateSamples,
  enquiryLateSamples,
  recordLateSamples,
  escalationSamples,
  heldLateSamples,
  standstillSamples,
} from '../../src/messages/preview/escalationSamples.ts';
import { samplesOf, type Sample } from '../../src/messages/preview/samples.ts';
import { practiceFor, standardKeys } from '../builders/standards.ts';

const samples = (): readonly Sample[] =>
  standardKeys.flatMap((key) => {
    const practice = practiceFor(key);
    const toEverybody = messageKinds.flatMap((kind) => samplesOf(kind, practice));
    return [
      ...toEverybody,
      ...heldLateSamples(practice),
      ...decisionLateSamples(practice),
      ...enquiryLateSamples(practice),
      ...recordLateSamples(practice),
      ...escalationSamples(),
      ...standstillSamples(),
    ];
  });

const wordsOf = ({ letter, buttons, link }: Sample): string =>
  [letter.subject, letter.heading, ...letter.lines, ...buttons.map(({ title }) => title), link ?? ''].join('\n');

/** By the name of its file; one text for each way in which it may be put together. */
export const everyLetter = (): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const sample of samples()) found.set(sample.file, [...(found.get(sample.file) ?? []), wordsOf(sample)]);
  return found;
};
