/**
 * A matter read under one standard: what is true of the discussion and of each child, with all that follows. A rule
 * applies to a discussion where its condition holds of one and the same child; what it bars, it bars for that child.
 */
import { factWords, isYesNoFact, type FactName, type RuleFact } from '../language/commonFacts.ts';
import type { When } from '../language/parts.ts';
import type { RuleOf } from '../language/rule.ts';
import { withImplied, type Implication } from '../language/standard.ts';
import type { MeetingType } from '../language/vocabulary.ts';
import type { ChildMatter, Matter } from '../matter.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import { londonDate } from '../time/calendar.ts';
import { ageFacts } from './age.ts';
import { referrerFacts } from './referrer.ts';

export type FactSet = ReadonlySet<RuleFact>;

export interface ChildReading {
  readonly child: ChildMatter;
  /** What is true of the child: its own facts, the discussion's, and what follows. */
  readonly facts: FactSet;
}

export interface Reading {
  readonly practice: Practice;
  readonly matter: Matter;
  readonly meetingType: MeetingType;
  /** What is true of the discussion as a whole. */
  readonly facts: FactSet;
  readonly children: readonly ChildReading[];
  /** Whether a condition holds, of the discussion or of one of its children. */
  readonly holds: (when: When | undefined) => boolean;
}

/** Whether a condition holds of these facts: every list it gives. */
export const holds = (when: When | undefined, facts: FactSet): boolean =>
  (when?.allOf ?? []).every((name) => facts.has(name)) &&
  !(when?.noneOf ?? []).some((name) => facts.has(name)) &&
  (when?.anyOf === undefined || when.anyOf.some((name) => facts.has(name)));

export const readMatter = (practice: Practice, matter: Matter): Reading => {
  const said = saidOf(matter);
  const whole = followed(practice, matter, said);
  const children = matter.children.map((child) => {
    const own = new Set<RuleFact>([...said, ...child.said, ...ofChild(matter, child), ...yesAnswers(child.answers)]);
    return { child, facts: followed(practice, matter, own) };
  });
  const sets = children.length === 0 ? [whole] : children.map(({ facts }) => facts);
  const all = new Set([...whole, ...sets.flatMap((facts) => [...facts])]);
  const meetingType = typeOf(practice, matter, all);
  const complex = (facts: FactSet): FactSet =>
    meetingType === 'complex' ? new Set([...facts, 'complexMeeting' as const]) : facts;
  const read = children.map(({ child, facts }) => ({ child, facts: complex(facts) }));
  const tested = read.length === 0 ? [complex(whole)] : read.map(({ facts }) => facts);
  return {
    practice,
    matter,
    meetingType,
    facts: complex(all),
    children: read,
    holds: (when) => when === undefined || tested.some((facts) => holds(when, facts)),
  };
};

const saidOf = (matter: Matter): ReadonlySet<RuleFact> =>
  new Set<RuleFact>([
    ...matter.said,
    ...yesAnswers(matter.answers),
    ...referrerFacts(matter.referral.referrer),
    ...(matter.emergencyActionAt === null ? [] : ['emergencyActionTaken' as const]),
    ...(matter.held.referrerInvolved === false ? ['referrerNotInvolved' as const] : []),
  ]);

const yesAnswers = (answers: Matter['answers']): readonly RuleFact[] =>
  Object.entries(answers).flatMap(([name, answer]) => (answer === true && isYesNoFact(name) ? [name] : []));

/** Taken from what is there: never asked again. */
const ofChild = (matter: Matter, { birth, decision, answers }: ChildMatter): readonly RuleFact[] => {
  const { startsAt } = matter.meeting;
  return [
    ...(birth === null ? [] : ageFacts(birth, startsAt === null ? null : londonDate(startsAt))),
    ...(decision?.s47 === true ? ['s47Yes' as const] : []),
    ...(decision?.s47 === false ? ['s47No' as const] : []),
    ...(answers.safeguardingConcerns === true ? ['concernsRemain' as const] : []),
  ];
};

const followed = (practice: Practice, matter: Matter, said: ReadonlySet<RuleFact>): FactSet =>
  withImplied(practice.implies, said, matter.setAside);

/** CH-5 and CH-6: each standard's list, in its order. */
export const reasonsForComplex = (practice: Practice): readonly RuleFact[] => [
  ...rulesOfKind(practice, 'complexMeeting').flatMap((rule: RuleOf<'complexMeeting'>) => rule.reasons),
  ...rulesOfKind(practice, 'chair').flatMap((rule: RuleOf<'chair'>) => rule.onlyFor ?? []),
];

/** Whether the standard treats the meeting as complex: because it is said to be, or because of what is alleged. */
const typeOf = (practice: Practice, matter: Matter, facts: FactSet): MeetingType => {
  if (matter.meeting.type === 'complex' || facts.has('complex')) return 'complex';
  return reasonsForComplex(practice).some((reason) => facts.has(reason)) ? 'complex' : 'ordinary';
};

/** What was taken from what, for the form and the card to say. */
export interface Implied {
  readonly fact: FactName;
  readonly words: string;
  readonly from: readonly RuleFact[];
  readonly fromWords: readonly string[];
  readonly rule: Implication['rule'];
  /** A manager may set it aside, with a reason. */
  readonly mayBeSetAside: boolean;
  readonly isSetAside: boolean;
  /** The children it is true of; empty where it is said of the discussion. */
  readonly childIds: readonly string[];
}

/** Everything that follows here without having been said, and what would but was set aside. */
export const impliedFacts = ({ practice, matter, facts, children }: Reading): readonly Implied[] => {
  const saidBySomebody = new Set<string>([...matter.said, ...matter.children.flatMap((child) => [...child.said])]);
  const inWords = (name: RuleFact): string => factWords(practice.facts, name);
  return practice.implies.flatMap(({ fact, from, rule, setAside }): readonly Implied[] => {
    const present = from.filter((name) => facts.has(name));
    if (present.length === 0 || saidBySomebody.has(fact)) return [];
    const childIds = children
      .filter((each) => present.some((name) => each.facts.has(name)))
      .map(({ child }) => child.id);
    const isSetAside = matter.setAside.has(fact);
    const [words, fromWords] = [inWords(fact), present.map(inWords)];
    return [{ fact, words, from: present, fromWords, rule, mayBeSetAside: setAside === true, isSetAside, childIds }];
  });
};
