/**
 * What those who took part receive: what was recorded, child by child. Reasons, plan, emergency action
 * and what the family is told go only where nobody else reads them.
 */
import { z } from 'zod';
import { assessed } from '../../discussion/matter/assessed.ts';
import type { Decided } from '../../discussion/state/discussion.ts';
import type { ChildDecision } from '../../discussion/state/childDecision.ts';
import type { Practice } from '../../practice/practice.ts';
import { formatDate, formatLondon } from '../../practice/time/calendar.ts';
import { entryWords, itemLines } from '../../words/agendaWords.ts';
import { answered } from '../../words/answerWords.ts';
import { correctionTitle, correctionWords } from '../../words/correctionWords.ts';
import { outcomesWords, withheldWords } from '../../words/decisionWords.ts';
import { asNews } from '../families.ts';
import { writeLetter } from '../file/letterFile.ts';
import type { Message, Reader, View } from '../kind.ts';
import { correctedAt, decided, letter, longestInTeams, maybe, text, toAll, yesNo } from '../letter.ts';
import { nameOf } from '../outcomeLetters.ts';
import { answersOf } from '../../words/recordAnswers.ts';
import { dissentsOf } from '../../words/dissentWords.ts';
import { emergencyActionsOf } from '../../words/emergencyWords.ts';
import { isHere, isLastWord } from '../wanted.ts';

const answers = z.array(z.object({ question: text, answer: text }));
const inFull = z.object({
  reasons: text,
  answers,
  /** One of the two is null. */
  familyTold: maybe,
  familyNotTold: maybe,
});

const shape = {
  when: text,
  /** Who chaired it, and who has the chair now: they may be two. */
  chair: text,
  chairNow: text,
  recordedAt: text,
  children: z.array(z.object({ who: text, isEnquiry: yesNo, outcomes: text, inFull: inFull.nullable() })),
  corrected: maybe,
  /** What was put right since, the oldest first; what was and why only where nobody else reads it. */
  corrections: z.array(z.object({ title: text, words: maybe })),
  /** D-1: by whom, and in their words where nobody else reads it. */
  dissents: z.array(z.object({ who: text, words: maybe })),
  /** */
  actions: z.array(z.object({ number: text, step: text, who: text, due: text, answers })),
  /** What was entered under the items of the agenda. */
  agenda: z.array(z.object({ item: text, entry: text })),
  /** Whoever was absent and carries it on, or has an action, has it too. */
  tookPart: yesNo,
  emergencyActions: z.array(z.object({ what: text, by: text, at: text, answers, toWeigh: z.array(text) })),
  /** The reasons and the plan are left out because a card does not hold them. */
  tooLong: yesNo,
};

const dataOf = (view: View, isInFull: boolean, tooLong: boolean) => {
  const d = decided(view);
  return {
    when: formatLondon(d.decision.meetingEndedAt),
    chair: d.decision.chair.name,
    chairNow: d.chair.name,
    recordedAt: formatLondon(d.decision.at),
    children: d.decision.children.map((child) => ({
      who: nameOf(d, child.childId, isInFull),
      isEnquiry: child.s47,
      outcomes: outcomesWords(view.practice, d, child),
      inFull: isInFull ? inFullOf(d, view.practice, child) : null,
    })),
    corrected: correctedAt(d),
    corrections: d.decision.corrections.map((each) => ({
      title: correctionTitle(each),
      words: isInFull ? correctionWords(d, view.practice, each) : null,
    })),
    dissents: isInFull ? dissentsOf(d).map(({ who, words }) => ({ who, words })) : [],
    actions: isInFull ? actionsIn(d, view.practice) : [],
    agenda: isInFull ? agendaIn(d, view.practice) : [],
    tookPart: isHere(view.notice, d),
    emergencyActions: isInFull ? emergencyIn(d, view.practice) : [],
    tooLong,
  };
};

const actionsIn = (d: Decided, practice: Practice) =>
  d.actions.map(({ number, step, owner, dueOn, answers: given }) => ({
    number: String(number),
    step,
    who: `${owner.name}, ${owner.agency}`,
    due: formatDate(dueOn),
    answers: [...answered(assessed(d, practice).asked('action'), given)],
  }));

const agendaIn = (d: Decided, practice: Practice) =>
  itemLines(d, practice).flatMap(({ item, entry }) =>
    entry === null ? [] : [{ item: item.words, entry: entryWords(d, entry) }],
  );

const emergencyIn = (d: Decided, practice: Practice) =>
  emergencyActionsOf(d, practice).map((action) => ({
    ...action,
    answers: [...action.answers],
    toWeigh: [...action.toWeigh],
  }));

const inFullOf = (d: Decided, practice: Practice, child: ChildDecision) => {
  const { decision, what } = child.familyTold;
  return {
    reasons: child.reasons,
    answers: [...answersOf(d, practice, child)],
    familyTold: decision === 'told' ? what : null,
    familyNotTold: decision === 'told' ? null : withheldWords(practice, d, child),
  };
};

const recorded = letter('record', shape, (view, reader) => {
  const whole = dataOf(view, reader.secure, false);
  return reader.inTeams && isTooLong(view, reader, whole) ? dataOf(view, false, true) : whole;
});

const isTooLong = (view: View, reader: Reader, whole: ReturnType<typeof dataOf>): boolean =>
  writeLetter(recorded.file, { reference: view.d.reference, reader, ...whole }).lines.join('').length > longestInTeams;

export const record: Message = {
  wanted: isLastWord,
  inWriting: true,
  saysHowToJoin: false,
  letter: toAll(recorded),
  card: asNews,
  buttons: ['seen', 'disagree'],
  link: 'outcome',
  calendar: false,
  call: ({ d }) => (correctedAt(d) === null ? 'what was recorded' : 'what was recorded, as it was corrected'),
  watch: true,
  proof: 'What was recorded',
};
