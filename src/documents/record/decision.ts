/** What was decided for each child, on what grounds, and what follows from it (R-1, R-2, P-5). */
import { deadlinesAfter } from '../../discussion/matter/fallsDue.ts';
import type { AgreedAction } from '../../discussion/state/agreedAction.ts';
import type { ChildDecision } from '../../discussion/state/childDecision.ts';
import { assessed } from '../../discussion/matter/assessed.ts';
import { formatDate, formatLondon } from '../../practice/time/calendar.ts';
import { settledWords } from '../../words/actionWords.ts';
import { answered } from '../../words/answerWords.ts';
import { identityTitle } from '../../words/childWords.ts';
import { correctionTitle, correctionWords } from '../../words/correctionWords.ts';
import { outcomesWords, withheldWords } from '../../words/decisionWords.ts';
import { answersOf } from '../../words/recordAnswers.ts';
import { facts, list, section, table, type Block, type Fact } from '../paper/paper.ts';
import type { Source } from './source.ts';

const decided = ({ d, practice }: Source, child: ChildDecision): readonly Fact[] => [
  { term: 'A section 47 enquiry starts', words: child.s47 ? 'Yes' : 'No' },
  { term: 'Outcome', words: outcomesWords(practice, d, child) },
];

const grounds = ({ d, practice }: Source, child: ChildDecision): readonly Fact[] => [
  { term: 'Reasons', words: child.reasons },
  ...answersOf(d, practice, child).map(({ question, answer }) => ({ term: question, words: answer })),
];

const family = ({ d, practice }: Source, child: ChildDecision): Fact =>
  child.familyTold.decision === 'told'
    ? { term: 'The family is told', words: child.familyTold.what }
    : { term: 'The family is told nothing for now', words: withheldWords(practice, d, child) };

const decisions = (
  source: Source,
  of: (child: ChildDecision) => boolean,
  said: (child: ChildDecision) => readonly Fact[],
): readonly Block[] =>
  section(
    'The decision',
    source.d.decision.children.filter(of).flatMap((child) => {
      const who = source.d.children.find(({ childId }) => childId === child.childId);
      const words = who === undefined ? `Child ${child.childId}` : identityTitle(who);
      return section(words, facts(said(child)), 3);
    }),
  );

const everyChild = (): boolean => true;

export const inFull = (source: Source, of: (child: ChildDecision) => boolean = everyChild): readonly Block[] =>
  decisions(source, of, (child) => [...decided(source, child), ...grounds(source, child), family(source, child)]);

/** For those who were not there: what was decided and what the family knows, without the grounds. */
export const inBrief = (source: Source): readonly Block[] =>
  decisions(source, everyChild, (child) => [...decided(source, child), family(source, child)]);

/** What was put right since, why and by whom: the decision above is as it stands now. */
export const corrections = (
  { d, practice }: Source,
  of: (child: ChildDecision) => boolean = everyChild,
): readonly Block[] =>
  section(
    'What was corrected in the decision',
    facts(
      d.decision.corrections
        .filter(({ is }) => of(is))
        .map((each) => ({ term: correctionTitle(each), words: correctionWords(d, practice, each) })),
    ),
  );

/** For those who are not told what was wrong: that it was put right, and when. */
export const correctionsInBrief = ({ d }: Source): readonly Block[] =>
  section(
    'What was corrected in the decision',
    list(d.decision.corrections.map((each) => `${correctionTitle(each)}.`)),
  );

/** Without whom, and on what warning, the chair went on. */
export const howDecided = ({ d }: Source): readonly Block[] =>
  section('How it was decided', [
    ...facts(d.decision.overrides.map(({ seat, reason }) => ({ term: `Without ${seat}`, words: reason }))),
    ...list(d.decision.warnings),
  ]);

const aboutWords = (childIds: readonly string[]): string =>
  childIds.length === 0 ? 'All' : childIds.map((id) => `Child ${id}`).join(', ');

export const actions = (
  { d, practice }: Source,
  of: (action: AgreedAction) => boolean = () => true,
): readonly Block[] => {
  const all = d.actions.filter(of);
  const about = d.children.length > 1;
  return section('The plan', [
    ...table(
      'Actions agreed',
      ['No.', 'What', ...(about ? ['About'] : []), 'Who', 'By the end of', 'To what end'],
      all.map(({ number, step, owner, dueOn, outcome, childIds }) => [
        String(number),
        step,
        ...(about ? [aboutWords(childIds)] : []),
        `${owner.name}, ${owner.agency}`,
        formatDate(dueOn),
        outcome,
      ]),
    ),
    ...facts(
      all.flatMap((action) => [
        { term: `Why action ${action.number}`, words: action.reason },
        { term: `What came of action ${action.number}`, words: settledWords(action) ?? '' },
        ...answered(assessed(d, practice).asked('action'), action.answers).map(({ question, answer }) => ({
          term: `Action ${action.number}: ${question}`,
          words: answer,
        })),
      ]),
    ),
  ]);
};

/** Where the source can be read in two ways, how it was read here. */
export const readings = ({ d, practice }: Source): readonly Block[] =>
  section(
    'How the procedure was read',
    list(
      assessed(d, practice).readings.map(({ rule, question, taken, others }) => {
        const otherwise = others.map(({ words }) => words).join('; ');
        return `${rule}: ${question} Here: ${taken.words}. Otherwise: ${otherwise}.`;
      }),
    ),
  );

export const dates = ({ d, practice }: Source): readonly Block[] =>
  section(
    'What falls due',
    list([
      // One rule may set the same limit for two things.
      ...new Set(
        deadlinesAfter(d, practice).map(({ rule, words, dueAt, alternative }) => {
          const otherwise =
            alternative === null || alternative === dueAt ? '' : ` Read otherwise, by ${formatLondon(alternative)}.`;
          return `By ${formatLondon(dueAt)}: ${words} (${rule})${otherwise}`;
        }),
      ),
    ]),
  );
