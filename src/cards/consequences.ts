/** What would follow if this were recorded now: the core itself says so, and nothing is recorded. */
import { z } from 'zod';
import { carryOut } from '../conduct/carryOut.ts';
import type { CommandOf } from '../discussion/commands/command.ts';
import { followingDeadlines } from '../discussion/matter/fallsDue.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Notice, NoticeKind } from '../discussion/state/notice.ts';
import type { Practice } from '../practice/practice.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { cite } from '../words/citation.ts';
import { recipientName } from '../words/recipients.ts';
import { citedRule } from '../words/ruleWords.ts';
import { said } from './bind.ts';

export const consequences = z.object({ due: z.array(said), told: z.array(said) });
export type Consequences = Readonly<Record<'due' | 'told', readonly string[]>>;

const nothing: Consequences = { due: [], told: [] };

/** Nothing where it cannot be recorded as it stands: the page says why. */
export const consequencesOf = (
  d: Discussion,
  command: CommandOf<'recordDecision' | 'correctDecision'>,
  { practice, now }: { readonly practice: Practice; readonly now: Instant },
): Consequences => {
  const actor = { ...d.chair, via: 'teams' } as const;
  const { reference } = d;
  const carried = carryOut(d, command, { actor, at: now, practice, reference });
  if (carried.result === 'refused' || carried.after.stage !== 'decided') return nothing;
  const { after, notices } = carried;
  return {
    due: [...new Set(followingDeadlines(after, practice).map((each) => dueLine(each, now)))],
    told: toldWords.flatMap(([kind, words]) => {
      const owed = notices.filter((notice) => notice.kind === kind);
      return owed.length === 0 ? [] : [`${words}: ${namesOf(after, owed)}${byWhen(owed)}.`];
    }),
  };
};

/** Where a source can be read in two ways, the other date too. */
const dueLine = (
  { words, rule, dueAt, alternative }: ReturnType<typeof followingDeadlines>[number],
  now: Instant,
): string => {
  const otherwise =
    alternative === null || alternative === dueAt ? '' : ` (read otherwise, by ${formatLondon(alternative)})`;
  return `${dueAt < now ? 'Past since' : 'By'} ${formatLondon(dueAt)}: ${citedRule({ words, rule })}${otherwise}`;
};

const toldWords: readonly (readonly [NoticeKind, string])[] = [
  ['outcome', 'The outcome goes to'],
  ['record', 'What was recorded goes to'],
  ['tellReferrer', 'Asked to tell the referrer in person'],
  ['followUp', 'What comes next goes to'],
];

/** Where there are very many, the rest is counted. */
const mostNames = 15;

const namesOf = (d: Discussion, owed: readonly Notice[]): string => {
  const names = [...new Set(owed.map(({ recipient }) => recipientName(d, recipient)))];
  const more = names.length - mostNames;
  return [...names.slice(0, mostNames), ...(more > 0 ? [`${more} more`] : [])].join('; ');
};

/** The first of them: the others have as long, or longer. */
const byWhen = (owed: readonly Notice[]): string => {
  const [first] = owed
    .flatMap(({ deadline, rule }) => (deadline === null || rule === null ? [] : [{ deadline, rule }]))
    .toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1));
  return first === undefined ? '' : `, by ${formatLondon(first.deadline)} ${cite(first.rule)}`;
};
