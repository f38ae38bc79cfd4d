/** AC-1: what is past its time and nobody says is done. */
import { z } from 'zod';
import { overdueDuties, type Duty } from '../../discussion/debts/followUp.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { duties } from '../../words/dutyWords.ts';
import { reminder } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { decided, letter, oneOf, text } from '../letter.ts';

const overdue = (view: View): readonly Duty[] => overdueDuties(decided(view), view.practice, view.notice.owedAt);

const list = z.array(z.object({ what: text, due: text, rule: text, who: text }));

const notDone = letter('overdue-digest', { duties: list }, (view) => ({
  duties: overdue(view).map(({ kind, to, rule, deadline }) => ({
    what: sentenceCase(duties[kind].name),
    due: formatLondon(deadline),
    rule,
    who: to.name,
  })),
}));

const allDone = letter('overdue-digest-all-done', {}, () => ({}), { buttons: [], link: false });

const sentenceCase = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const overdueDigest: Message = {
  ...reminder,
  wanted: (view) => view.d.stage === 'decided' && overdue(view).length > 0,
  letter: oneOf({ notDone, allDone }, (view) => (overdue(view).length > 0 ? 'notDone' : 'allDone')),
  buttons: ['eachDone', 'tomorrow'],
  proof: 'What is overdue',
};
