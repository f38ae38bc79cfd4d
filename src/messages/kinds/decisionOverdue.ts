import { decisionExpectedBy } from '../../discussion/debts/reminders.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { reminder } from '../families.ts';
import type { Message } from '../kind.ts';
import { letter, maybe, text, toAll } from '../letter.ts';
import { isOpen } from '../wanted.ts';

const noDecision = letter('decision-overdue', { when: text, heldBy: maybe, rule: text }, ({ d }) => ({
  when: formatLondon(d.meeting.startsAt),
  heldBy: d.deadline.dueAt === null ? null : formatLondon(d.deadline.dueAt),
  rule: d.deadline.rule,
}));

export const decisionOverdue: Message = {
  ...reminder,
  wanted: ({ d, notice }) => isOpen(d) && notice.owedAt >= decisionExpectedBy(d),
  letter: toAll(noDecision),
  buttons: ['openDiscussion', 'inAnHour', 'tomorrow'],
  proof: 'Reminder of the decision',
};
