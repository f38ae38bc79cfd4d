import { invitationOf, participants } from '../../discussion/state/discussion.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { reminder } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, text, toAll, yesNo } from '../letter.ts';
import { madeReferral } from '../meetingLetters.ts';
import { isSameMeeting } from '../wanted.ts';

const pleaseReply = letter('reply-chaser', { when: text, madeReferral: yesNo }, (view) => ({
  when: formatLondon(view.d.meeting.startsAt),
  madeReferral: madeReferral(view),
}));

/** Whoever named a substitute has answered; the chair's coming is taken for granted unless they are invited as well. */
const owesReply = ({ notice: { recipient }, d }: View): boolean => {
  const who = participants(d).find((p) => recipient.to === 'person' && p.personId === recipient.personId);
  return who !== undefined && invitationOf(d, who.personId)?.reply.answer === 'awaited';
};

export const replyChaser: Message = {
  ...reminder,
  wanted: (view) => view.d.stage === 'convened' && isSameMeeting(view) && owesReply(view),
  letter: toAll(pleaseReply),
  buttons: ['reply', 'inAnHour'],
  link: 'reply',
  call: () => 'that we need their reply',
  proof: 'Reminder to reply',
};
