/** AC-1: what is past its time and nobody says is done, actions of the plan among it. */
import { z } from 'zod';
import { type Duty } from '../../discussion/matter/fallsDue.ts';
import { overdueDuties } from '../../discussion/debts/followUp.ts';
import { overdueActions } from '../../discussion/debts/oweActions.ts';
import { isBlocked, type AgreedAction } from '../../discussion/state/agreedAction.ts';
import { versionOf } from '../../discussion/state/noticeId.ts';
import { formatDate, formatLondon } from '../../practice/time/calendar.ts';
import { duties } from '../../words/dutyWords.ts';
import { sentenceCase } from '../../words/sentenceCase.ts';
import { reminder } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, maybe, oneOf, text, yesNo } from '../letter.ts';

const overdue = ({ d, practice, notice }: View): readonly Duty[] =>
  d.stage === 'decided' ? overdueDuties(d, practice, notice.owedAt) : [];

const actionsOverdue = ({ d, notice }: View): readonly AgreedAction[] => overdueActions(d, notice.owedAt);

const isAnythingOverdue = (view: View): boolean => overdue(view).length > 0 || actionsOverdue(view).length > 0;

/** Several things fall due at one time, each with its digest: the newest says them all. */
const isNewest = ({ notice, notices }: View): boolean =>
  !notices.some(
    ({ notice: other, version }) =>
      other.kind === notice.kind && other.owedAt === notice.owedAt && version > versionOf(notice.id),
  );

const shape = {
  duties: z.array(z.object({ what: text, due: text, rule: text, who: text })),
  /** `step` may say something of the child: null where others might read it. */
  actions: z.array(z.object({ number: text, step: maybe, due: text, who: text, blocked: yesNo })),
};

const notDone = letter('overdue-digest', shape, (view, { secure }) => ({
  duties: overdue(view).map(({ kind, to, rule, deadline }) => ({
    what: sentenceCase(duties[kind].name),
    due: formatLondon(deadline),
    rule,
    who: to.name,
  })),
  actions: actionsOverdue(view).map((action) => ({
    number: String(action.number),
    step: secure ? action.step : null,
    due: formatDate(action.dueOn),
    who: action.owner.name,
    blocked: isBlocked(action),
  })),
}));

const allDone = letter('overdue-digest-all-done', {}, () => ({}), { buttons: [], link: false });

export const overdueDigest: Message = {
  ...reminder,
  wanted: (view) => isNewest(view) && isAnythingOverdue(view),
  letter: oneOf({ notDone, allDone }, (view) => (isAnythingOverdue(view) ? 'notDone' : 'allDone')),
  buttons: ['eachDone', 'actionsOverdue', 'tomorrow'],
  proof: 'What is overdue',
};
