import type { DiscussionFacts } from '../discussion/state/facts.ts';
import type { Assessment } from '../practice/assess.ts';
import { cite } from './citation.ts';

type Implied = Assessment['implied'][number];

/** What was taken from what, or would have been (T-2). */
export const impliedLine = ({ words, fromWords, rule, isSetAside }: Implied): string => {
  const because = `${words}: this follows from “${fromWords.join('”, “')}” ${cite(rule)}.`;
  return isSetAside ? `${because} Set aside with a reason.` : because;
};

/** The same with the reason, for whoever may read what somebody wrote. */
export const impliedInFull = (implied: Implied, { setAside }: DiscussionFacts): string => {
  const line = impliedLine(implied);
  const reason = setAside.find(({ fact }) => fact === implied.fact)?.reason;
  return implied.isSetAside && reason !== undefined ? `${line} ${reason}` : line;
};

/** For a card that everybody in a place sees: that there is something, and not what was said (docs/decisions/011). */
export const impliedInShort = (all: readonly Implied[]): readonly string[] => {
  const setAside = all.filter(({ isSetAside }) => isSetAside);
  const follow = all.length - setAside.length;
  return [
    ...(follow === 0
      ? []
      : [`${follow === 1 ? 'One thing follows' : `${follow} things follow`} from what was reported.`]),
    ...(setAside.length === 0
      ? []
      : [`An urgency was set aside, with a reason${setAside.map(({ rule }) => ` ${cite(rule)}`).join('')}.`]),
  ];
};
