/** What falls to one person now (V-1, DL-*, F-1, J-11; R-4 to the chair): one message instead of many. */
import { z } from 'zod';
import { followingDeadlines } from '../../discussion/matter/fallsDue.ts';
import { duties } from '../../discussion/debts/oweDecision.ts';
import { assessed } from '../../discussion/matter/assessed.ts';
import { stillToRecord } from '../../discussion/matter/enquiry.ts';
import { leadSocialWorker } from '../../discussion/state/responsible.ts';
import type { Decided } from '../../discussion/state/discussion.ts';
import type { Practice } from '../../practice/practice.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { withheldWords } from '../../words/decisionWords.ts';
import { task } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { correctedAt, decided, letter, maybe, text, toAll, yesNo } from '../letter.ts';
import { isLastWord } from '../wanted.ts';

const shape = {
  corrected: maybe,
  now: z.array(z.object({ words: text, rule: text })),
  /** `otherwise`: the date another reading of the source would give. */
  later: z.array(z.object({ words: text, rule: text, due: text, otherwise: maybe })),
  /** What else the standard asks of an enquiry and afterwards. */
  also: z.array(z.object({ words: text, rule: text, tasks: z.array(text) })),
  /** What is to be recorded of each child, and is not yet. */
  record: z.array(z.object({ words: text, rule: text })),
  /** To the social worker. What the family is told is left out where others might read it. */
  saysFamily: yesNo,
  families: z.array(z.object({ childId: text, told: maybe, notTold: maybe })),
};

const whatFollows = letter('follow-up', shape, (view, reader) => {
  const d = decided(view);
  const forSocialWorker = isTo(view, leadSocialWorker(d).personId);
  return {
    corrected: correctedAt(d),
    now: dueNow(view, d),
    later: forSocialWorker ? later(d, view.practice) : [],
    also: forSocialWorker ? also(d, view.practice) : [],
    record: forSocialWorker ? toRecord(d, view.practice) : [],
    saysFamily: forSocialWorker,
    families: forSocialWorker && reader.secure ? families(d, view.practice) : [],
  };
});

const isTo = ({ notice: { recipient } }: View, personId: string): boolean =>
  recipient.to === 'person' && recipient.personId === personId;

/** What a rule asks of the chair goes to the chair, and the rest to the social worker. Somebody may be both. */
const dueNow = (view: View, d: Decided) => {
  const all = duties(d, view.practice);
  const toChair = isTo(view, d.chair.personId) ? all.filter(({ to }) => to === 'chair') : [];
  const others = isTo(view, leadSocialWorker(d).personId) ? all.filter(({ to }) => to !== 'chair') : [];
  return distinct([...toChair, ...others].map(({ words, rule }) => ({ words, rule })));
};

const later = (d: Decided, practice: Practice) =>
  distinct(
    followingDeadlines(d, practice).map(({ words, rule, dueAt, alternative }) => ({
      words,
      rule,
      due: formatLondon(dueAt),
      otherwise: alternative === null || alternative === dueAt ? null : formatLondon(alternative),
    })),
  );

/** Whoever carries the case on sees to it, or to it that somebody does; what the chair or convenor owes is theirs. */
const also = (d: Decided, practice: Practice) => {
  const { duties: asked } = assessed(d, practice);
  const isEnquiry = d.decision.children.some(({ s47 }) => s47);
  return [...(isEnquiry ? asked('enquiry') : []), ...asked('afterwards')]
    .filter(({ by }) => by !== 'chair' && by !== 'convenor')
    .map(({ words, rule, tasks }) => ({ words, rule, tasks: [...tasks] }));
};

const toRecord = (d: Decided, practice: Practice) =>
  stillToRecord(d, practice).map((rule) => ({ rule, words: assessed(d, practice).ruleWords(rule) ?? '' }));

/** One rule may set two times that are the same. */
const distinct = <T extends object>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

const families = (d: Decided, practice: Practice) =>
  d.decision.children.map(({ childId, familyTold }) => ({
    childId,
    told: familyTold.decision === 'told' ? familyTold.what : null,
    notTold: familyTold.decision === 'told' ? null : withheldWords(practice, d, { childId, familyTold }),
  }));

export const followUp: Message = {
  ...task,
  wanted: isLastWord,
  letter: toAll(whatFollows),
  buttons: ['seen', 'recordEnquiry', 'openDiscussion'],
  proof: 'What follows from the decision',
};
