/** The leaflet for the family of one child, in a language, as a file: asked for, and handed to whoever asked (FG-*, F-1). */
import { z } from 'zod';
import type { Decided } from '../discussion/state/discussion.ts';
import { childLine } from '../words/childWords.ts';
import { choice, inPart, longestThatFits, plain, said, template, type Card, type Choice } from './bind.ts';
import { oneOf, optional, required } from './form.ts';

const bind = template(
  'leaflet',
  z.object({
    reference: plain,
    nonce: plain,
    /** What of the case can be printed, a line for each child. */
    told: z.array(said),
    /** Empty where there is only one child. */
    children: z.array(choice),
    languages: z.array(choice),
    files: z.array(choice),
    /** Empty where nothing of the case can be printed. */
    printed: z.array(choice),
    childId: plain,
    language: plain,
    file: plain,
    print: plain,
    /** The one just made; none before. */
    links: z.array(plain),
    worksFor: plain,
  }),
);

const files: readonly Choice[] = [
  { title: 'PDF, to print', value: 'pdf' },
  { title: 'Word, to change before you print it', value: 'docx' },
];
const printed: readonly Choice[] = [
  { title: 'Leave it out', value: 'no' },
  { title: 'Print it: I have read it, and others in the home may read it', value: 'yes' },
];

/** Of one child, as far as it goes in writing. */
export interface ToldOf {
  readonly childId: string;
  readonly is: 'allowed' | 'withheld' | 'named';
  /** What they are told, or the names that keep it out. */
  readonly words: string;
}

const lengths = [2000, 500, 120];

export const leafletCard = (
  d: Decided,
  about: {
    readonly nonce: string;
    /** A date in London. */
    readonly today: string;
    readonly languages: readonly Choice[];
    readonly told: readonly ToldOf[];
    readonly worksForMinutes: number;
  },
  made: { readonly typed?: Readonly<Record<string, string>>; readonly link?: string } = {},
): Card => {
  const { typed = {}, link } = made;
  const titles = new Map(d.children.map((child) => [child.childId, childLine(child, about.today)]));
  return longestThatFits(lengths, (length) =>
    bind({
      reference: d.reference,
      nonce: about.nonce,
      told: about.told.map((each) => `${titles.get(each.childId) ?? each.childId}: ${toldLine(each, length)}`),
      children: d.children.length === 1 ? [] : [...titles].map(([value, title]) => ({ title, value })),
      languages: [...about.languages],
      files: [...files],
      printed: about.told.some(({ is }) => is === 'allowed') ? [...printed] : [],
      childId: typed['childId'] ?? '',
      language: typed['language'] ?? about.languages[0]?.value ?? '',
      file: typed['file'] ?? 'pdf',
      print: typed['print'] ?? 'no',
      links: link === undefined ? [] : [link],
      worksFor: String(about.worksForMinutes),
    }),
  );
};

const toldLine = ({ is, words }: ToldOf, length: number): string => {
  switch (is) {
    case 'allowed':
      return `the family may be told: “${inPart(words, length)}”`;
    case 'withheld':
      return 'the family is told nothing for now. The leaflet does not say so.';
    case 'named':
      return `what the family is told has ${words} in it, so it is not printed. Say it to them.`;
  }
};

export const leafletForm = z.object({
  childId: optional('The child', 10),
  language: required('The language', 20, 'Choose the language.'),
  file: oneOf(['pdf', 'docx'], 'Choose the kind of file.'),
  print: optional('What the family is told', 10),
});
