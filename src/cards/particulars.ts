/**
 * What follows from what was said of a discussion being prepared, and what there is still to say: which children it
 * concerns, what is taken from what, and what the standard asks before this meeting can be convened.
 */
import { draftAssessed } from '../conduct/draftAssessed.ts';
import type { ConveningDraft } from '../conduct/drafts.ts';
import type { Assessment } from '../practice/assess.ts';
import type { Practice } from '../practice/practice.ts';
import type { Instant } from '../practice/time/instant.ts';
import { citedRule } from '../words/ruleWords.ts';
import { field, type Section } from './askedFields.ts';
import { whatIsWeighed } from './whatIsWeighed.ts';

const titles: Readonly<Record<Assessment['convening'][number]['area'], string>> = {
  urgency: 'How urgent it is',
  chairing: 'Who chairs',
  complexBooking: 'Before it is booked',
  extension: 'If it is to be held beyond the limit on all the discussions',
};

export interface Particulars {
  /** Each fact of a child that was ticked, where there is more than one child. */
  readonly concerns: readonly { readonly fact: string; readonly words: string; readonly of: readonly string[] }[];
  /** How many more there are than a card can hold: they stay said of whom they are said. */
  readonly moreConcerns: number;
  readonly implied: Assessment['implied'];
  readonly sections: readonly Section[];
  /** What one of them asks has to be answered before it can be convened. */
  readonly isBarred: boolean;
  /** What may be weighed; nobody has to. */
  readonly factors: Section;
}

export const particularsOf = (body: ConveningDraft, practice: Practice, now: Instant): Particulars => {
  const found = draftAssessed(body, practice, now);
  const concerns = body.children.length < 2 ? [] : concernsOf(body, found);
  const most = mostConcerns(body.children.length);
  return {
    concerns: concerns.slice(0, most),
    moreConcerns: Math.max(0, concerns.length - most),
    implied: found.implied,
    sections: found.convening.map(({ area, fields }) => ({
      title: titles[area],
      fields: fields.map((f) => field(f, `asked.${area}`)),
    })),
    isBarred: found.convening.some(({ fields }) => fields.some(({ blocks }) => blocks)),
    factors: whatIsWeighed(found),
  };
};

/** Each has all the children to choose from, and a card has an end: twelve children leave room for twenty or so. */
const mostConcerns = (children: number): number => Math.floor(19_000 / (330 + 45 * children));

const concernsOf = ({ facts, children }: ConveningDraft, { questions }: Assessment): Particulars['concerns'] => {
  const all = children.map(({ childId }) => childId);
  return questions
    .filter(({ of }) => of === 'child')
    .flatMap(({ fact, words }) => {
      const said = facts.said.find((each) => each.fact === fact);
      if (said !== undefined) return [{ fact, words, of: said.of === 'discussion' ? all : said.of }];
      if (facts.answers[fact] === true) return [{ fact, words, of: all }];
      const some = all.filter((childId) => facts.ofChild[childId]?.[fact] === true);
      return some.length === 0 ? [] : [{ fact, words, of: some }];
    });
};

/** CH-8: what an answer of this page asks in its turn, and is left out where that bars convening: said where it can be put right. */
export const leftOutOf = (body: ConveningDraft, practice: Practice, now: Instant): readonly string[] => {
  const found = draftAssessed(body, practice, now);
  return found.convening.flatMap(({ area, fields }) => {
    const inTheirTurn = fields.filter(({ onlyIf }) => onlyIf !== undefined).map(({ name }) => name);
    return found
      .findings(area, body.facts.answers)
      .faults.filter(({ field: of = '' }) => inTheirTurn.includes(of))
      .map(citedRule);
  });
};

/** There is something to see or to answer. */
export const hasParticulars = ({ concerns, implied, sections }: Particulars): boolean =>
  concerns.length > 0 || sections.length > 0 || implied.some(({ mayBeSetAside }) => mayBeSetAside);

/** It cannot wait: whom it concerns, an urgency to be seen before it sets the date, or what bars convening if left out. */
export const mustAsk = ({ concerns, implied, isBarred }: Particulars): boolean =>
  concerns.length > 0 || isBarred || implied.some(({ mayBeSetAside }) => mayBeSetAside);
