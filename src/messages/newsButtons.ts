import type { Button } from '../cards/news.ts';
import { dutiesDone } from '../words/dutyWords.ts';
import { isDuty, type DutyKind, type MessageKind } from '../discussion/state/notice.ts';
import { londonDate, londonTimeToInstant, plusDays } from '../practice/time/calendar.ts';
import { plusMillis, type Instant, hour } from '../practice/time/instant.ts';
import { unreachable } from '../practice/language/unreachable.ts';

const seen: Button = { title: 'I have seen this', verb: 'notice.seen', choice: '' };
const inAnHour: Button = { title: 'Remind me in an hour', verb: 'notice.snooze', choice: 'hour' };
const tomorrow: Button = { title: 'Remind me tomorrow', verb: 'notice.snooze', choice: 'morning' };
const openIt: Button = { title: 'Open the discussion', verb: 'agenda.show', choice: '' };
const done = (duty: DutyKind, title: string): Button => ({ title, verb: 'duty.done', choice: duty });
const told: Button = { title: 'I have told them', verb: 'told.open', choice: '' };

/** A card shows six buttons at most. */
const mostDone = 5;

/** What a reminder is put off until: nine o'clock tomorrow (the clocks never change at that hour), or an hour from now. */
export const putOffUntil = (choice: string, now: Instant): Instant => {
  if (choice !== tomorrow.choice) return plusMillis(now, hour);
  const found = londonTimeToInstant(plusDays(londonDate(now), 1), '09:00');
  return 'at' in found ? found.at : plusMillis(now, 24 * hour);
};

/**
 * What the reader of a message in Teams can do about it, the likeliest first: without the verbs in `used`, and without
 * putting it off beyond its deadline. `overdue` is what a digest names.
 */
export const buttonsFor = (
  { kind, deadline }: { readonly kind: MessageKind; readonly deadline: Instant | null },
  now: Instant,
  around: { readonly overdue: readonly DutyKind[]; readonly used: readonly string[] },
): readonly Button[] =>
  allButtons(kind, around.overdue)
    .filter(({ verb }) => !around.used.includes(verb))
    .filter(({ verb, choice }) => verb !== inAnHour.verb || deadline === null || putOffUntil(choice, now) <= deadline);

const allButtons = (kind: MessageKind, overdue: readonly DutyKind[]): readonly Button[] => {
  if (isDuty(kind)) return [done(kind, 'It is done'), inAnHour, tomorrow];
  switch (kind) {
    case 'replyChaser':
      return [{ title: 'Reply to the invitation', verb: 'reply.open', choice: '' }, inAnHour];
    case 'quorumWarning':
      return [{ title: 'Invite somebody else', verb: 'invite.open', choice: '' }, openIt, inAnHour];
    case 'decisionOverdue':
      return [openIt, inAnHour, tomorrow];
    case 'telephoneTask':
    case 'tellReferrer':
      return [told, openIt];
    case 'outcome':
    case 'record':
      return [
        { ...seen, title: 'I have read this' },
        { title: 'I disagree', verb: 'disagreement.open', choice: 'disagrees' },
      ];
    case 'howToChase':
      return [{ title: 'I have heard nothing', verb: 'disagreement.open', choice: 'heardNothing' }];
    case 'followUp':
    case 'disagreement':
    case 'nothingHeard':
    case 'tellOthers':
      return [seen, openIt];
    case 'overdueDigest':
      return overdue.length === 0
        ? []
        : [...overdue.slice(0, mostDone).map((duty) => done(duty, `Done: ${dutiesDone[duty]}`)), tomorrow];
    case 'onlineMeetingFailed':
      return [{ title: 'Say how to join', verb: 'reconvene.open', choice: '' }, openIt];
    case 'joiningDetails':
    case 'stoodDown':
    case 'invitation':
    case 'meetingMoved':
      return [];
    default:
      return unreachable('message', kind);
  }
};
