/** The same circumstances under every local standard, side by side. */
import { formatLondon } from '../practice/time/calendar.ts';
import type { Explanation } from '../practice/explain.ts';
import { rankWords } from '../practice/language/roles.ts';
import { citedRule } from '../words/ruleWords.ts';
import { row, section } from './layout.ts';

const column = 26;

const deadline = ({ timescale }: Explanation): string => {
  const due = timescale.dueAt === null ? 'As soon as possible, no figure' : formatLondon(timescale.dueAt);
  return `${due} (${timescale.governing})`;
};

const chair = ({ chair: found }: Explanation): string => {
  const ranks = found.ranks === null ? 'Any social care worker' : found.ranks.map(rankWords).join(', ');
  return `${ranks} (${found.rule})`;
};

const seats = (found: Explanation): string => found.seats.map(citedRule).join('; ');

const invited =
  (level: 'required' | 'consider') =>
  ({ invitees }: Explanation): string => {
    const some = invitees.entries.filter((one) => one.level === level);
    return some.length === 0 ? 'Nobody' : some.map(({ words, rules }) => `${words} (${rules.join(', ')})`).join('; ');
  };

const topics: readonly (readonly [string, (found: Explanation) => string])[] = [
  ['Deadline', deadline],
  ['Chair', chair],
  ['Seats that must be filled', seats],
  ['Invite', invited('required')],
  ['Consider inviting', invited('consider')],
];

/** One block a topic, one row a standard. */
export const compareText = (explanations: readonly Explanation[]): string =>
  [
    'The same circumstances under each standard',
    ...topics.flatMap(([heading, say]) =>
      section(
        heading,
        explanations.map((found) => row(found.standard.title, say(found), column)),
      ),
    ),
    '',
  ].join('\n');
