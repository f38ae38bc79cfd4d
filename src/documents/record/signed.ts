/** Who signed the record, who authorised it, and by what anybody can tell; or that nobody has. */
import { assessed } from '../../discussion/matter/assessed.ts';
import { recordInForce } from '../../discussion/state/signing.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { answered } from '../../words/answerWords.ts';
import { facts, paragraph, section, type Block } from '../paper/paper.ts';
import type { Source } from './source.ts';

export const draftWords = 'Draft, not signed';

export const isDraft = ({ d }: Source): boolean => recordInForce(d) === null;

export const signed = ({ d }: Source): readonly Block[] => {
  const inForce = recordInForce(d);
  if (inForce === null) return [paragraph(`${draftWords}. It may still be put right.`)];
  const { number, by, at, statement, authorisation, seal } = inForce;
  return facts([
    { term: 'Version', words: String(number) },
    { term: 'Signed by', words: `${by.name}, ${formatLondon(at)}: ${statement}` },
    {
      term: 'Authorised by',
      words:
        authorisation.is === 'given'
          ? `${authorisation.by.name}, ${formatLondon(authorisation.at)}: ${authorisation.statement}`
          : '',
    },
    { term: 'Fingerprint of the key', words: seal.key },
    { term: 'Signed over', words: seal.head },
  ]);
};

/** what nobody had entered, and the chair wrote down in signing it. */
export const added = ({ d, practice }: Source): readonly Block[] =>
  section(
    'Added by the chair in signing',
    facts(
      answered(assessed(d, practice).signOff.holds, recordInForce(d)?.answers.holds ?? {}).map(
        ({ question, answer }) => ({ term: question, words: answer }),
      ),
    ),
  );
