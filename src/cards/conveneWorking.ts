/** The working behind a proposal of people: what called for the discussion, what follows, and whom else the standard names. */
import type { Assessment } from '../practice/assess.ts';
import { roleWordsIn } from '../practice/language/roles.ts';
import type { Practice } from '../practice/practice.ts';
import { cite } from '../words/citation.ts';
import { impliedLine } from '../words/impliedWords.ts';
import { citedRule } from '../words/ruleWords.ts';

export const workingWords = (found: Assessment, practice: Practice): readonly string[] => [
  ...found.triggers.map((trigger) => `Called for: ${citedRule(trigger)}`),
  ...found.implied.map(impliedLine),
  ...found.duties('convening').map(citedRule),
  ...notWeighed(found),
  ...suggestionWords(found, practice),
];

/** X-1: nobody has to write down what was weighed, but is told what was not. */
const notWeighed = ({ blankFactors, factors }: Assessment): readonly string[] => {
  const [first] = blankFactors;
  if (first === undefined) return [];
  const [blank, all] = [blankFactors.length, factors.length];
  return [
    `What was weighed is not written down for ${blank} of ${all} points${first.rules.map((rule) => ` ${cite(rule)}`).join('')}. Nobody has to.`,
  ];
};

const suggestionWords = ({ invitees }: Assessment, practice: Practice): readonly string[] => {
  const line = (lead: string, list: readonly string[]) => {
    const words = new Set(list.map((role) => roleWordsIn(practice, role)));
    return words.size === 0 ? [] : [`${lead}: ${[...words].join('; ')}.`];
  };
  return [...line('Required here', invitees.required), ...line('Consider', invitees.consider)];
};
