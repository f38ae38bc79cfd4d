/** What was recorded as somebody's answer when another took it by telephone. Their own answer takes its place. */
import { invitationOf } from '../../discussion/state/discussion.ts';
import type { Taken } from '../../discussion/state/invitation.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { whoTook } from '../../words/takenWords.ts';
import { task } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, participantOf, text, toAll, yesNo } from '../letter.ts';
import { isOpen } from '../wanted.ts';

const shape = { by: text, at: text, when: text, isComing: yesNo, readOut: yesNo };

const recordedForYou = letter('reply-taken', shape, (view) => {
  const { d } = view;
  const { personId } = participantOf(view);
  const found = taken(view);
  return {
    by: found === null ? '' : whoTook(d, found),
    at: found === null ? '' : formatLondon(found.at),
    when: formatLondon(d.meeting.startsAt),
    isComing: invitationOf(d, personId)?.reply.answer === 'accepted',
    readOut: d.information.some((one) => one.personId === personId && one.taken !== undefined),
  };
});

/** Null where they have answered themselves since. */
const taken = (view: View): Taken | null => {
  const reply = invitationOf(view.d, participantOf(view).personId)?.reply;
  return reply === undefined || reply.answer === 'awaited' ? null : (reply.taken ?? null);
};

export const replyTaken: Message = {
  ...task,
  watch: false,
  wanted: (view) => isOpen(view.d) && taken(view) !== null,
  letter: toAll(recordedForYou),
  buttons: ['reply'],
  link: 'reply',
  proof: 'What was recorded as their answer',
};
