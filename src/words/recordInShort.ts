/** What the record holds, in short: for whoever is to sign or authorise it. All of it is among what was said. */
import { blankOf, heldFields } from '../discussion/matter/recordHolds.ts';
import type { ChildDecision } from '../discussion/state/childDecision.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import { formatDate } from '../practice/time/calendar.ts';
import type { Practice } from '../practice/practice.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import { lastSigning } from '../discussion/state/signing.ts';
import { cite } from './citation.ts';
import { correctionTitle } from './correctionWords.ts';
import { decidedWords } from './decisionWords.ts';
import { dissentLine, dissentsOf } from './dissentWords.ts';
import { answersOf } from './recordAnswers.ts';
import { purposeWords, whereEntered } from './signingWords.ts';
import { nameAndAgency } from './whoTheyAre.ts';

export interface PartOfRecord {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Those with nothing in them are left out. */
export const recordInShort = (d: Decided, practice: Practice): readonly PartOfRecord[] =>
  [
    { title: 'Purpose', lines: [purposeWords(d)] },
    { title: 'Why it was held', lines: [d.concern] },
    { title: 'Who took part', lines: [d.attendance.map(({ participant }) => participant.name).join(', ')] },
    { title: 'Information from', lines: [[...heardFrom(d)].join('; ')] },
    ...d.decision.children.map((decision) => ofChild(d, practice, decision)),
    { title: 'Actions', lines: d.actions.map(actionLine) },
    { title: 'Added in signing', lines: Object.values(lastSigning(d)?.answers.holds ?? {}) },
    {
      title: 'Corrected since it was recorded',
      lines: d.decision.corrections.map((each) => `${correctionTitle(each)}.`),
    },
    { title: 'Disagreement', lines: dissentsOf(d).map(dissentLine) },
  ].filter(({ lines }) => lines.join('') !== '');

const heardFrom = (d: Decided): ReadonlySet<string> =>
  new Set(d.information.map(({ personId }) => nameAndAgency(d, personId)));

const actionLine = ({ number, step, owner, dueOn }: Decided['actions'][number]): string =>
  `${number}. ${step}: ${owner.name}, by ${formatDate(dueOn)}`;

const ofChild = (d: Decided, practice: Practice, decision: ChildDecision): PartOfRecord => {
  const initials = d.children.find(({ childId }) => childId === decision.childId)?.initials ?? '';
  return {
    title: `Child ${decision.childId}: ${initials}`,
    lines: [
      decidedWords(practice, d, decision),
      `Reasons: ${decision.reasons}`,
      ...answersOf(d, practice, decision).map(
        ({ question, answer }) => `${question}${question.endsWith('?') ? '' : ':'} ${answer}`,
      ),
    ],
  };
};

/** R-1: what a rule wants in it and is entered nowhere, and where it can be. */
export const blankLines = (d: Decided, practice: Practice): readonly string[] =>
  assessed(d, practice).signOff.holds.flatMap(({ name, words, rules: [rule] }) => {
    const field = heldFields.find((held) => held === name);
    const blank = field === undefined ? [] : blankOf(d, field);
    if (field === undefined || blank.length === 0) return [];
    const of = d.children.length === 1 ? '' : ` for child ${blank.join(' and ')}`;
    return [
      `${words}: nothing is entered${of}. Write it below, or enter it ${whereEntered[field]}${rule === undefined ? '' : ` ${cite(rule)}`}.`,
    ];
  });
