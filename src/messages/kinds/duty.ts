/** The reminders of what must be done after a decision: one letter, which names the duty and its rule. */
import { isDone } from '../../discussion/state/telling.ts';
import { dutyKinds, type DutyKind } from '../../discussion/state/notice.ts';
import { citedRule } from '../../words/ruleWords.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { duties as words } from '../../words/dutyWords.ts';
import { reminder } from '../families.ts';
import type { Message } from '../kind.ts';
import { letter, maybe, text, toAll } from '../letter.ts';

const duty = (kind: DutyKind): Message => ({
  ...reminder,
  wanted: ({ d }) => !isDone(d.telling, kind),
  letter: toAll(
    letter('duty', { heading: text, due: maybe, rule: maybe }, ({ d, notice: { rule, deadline }, practice }) => ({
      heading: words[kind].heading,
      due: deadline === null ? null : formatLondon(deadline),
      rule: citedRule(d, practice, rule),
    })),
  ),
  buttons: ['done', 'inAnHour', 'tomorrow'],
  proof: words[kind].proof,
});

export const duties = Object.fromEntries(dutyKinds.map((kind) => [kind, duty(kind)])) as Readonly<
  Record<DutyKind, Message>
>;
