/** who has not answered, and for which seat, while there is time to find somebody else; Q-11: who comes unready. */
import { z } from 'zod';
import { otherThanAsked } from '../../discussion/matter/replyAsked.ts';
import { seatsNotPromised } from '../../discussion/matter/foreseen.ts';
import { invitationOf } from '../../discussion/state/discussion.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { otherThanAskedWords } from '../../words/otherThanAskedWords.ts';
import { reminder } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, text, toAll, yesNo } from '../letter.ts';
import { isSameMeeting } from '../wanted.ts';

const person = { name: text, agency: text };
const shape = {
  when: text,
  /** Somebody is still needed; otherwise there is only something to say of those who come. */
  isShort: yesNo,
  seats: z.array(z.object({ words: text, rule: text })),
  silent: z.array(z.object(person)),
  unready: z.array(z.object({ ...person, said: text })),
};

const whoIsMissing = letter('quorum-warning', shape, (view) => {
  const { d, practice } = view;
  const seats = seatsNotPromised(d, practice);
  return {
    when: formatLondon(d.meeting.startsAt),
    isShort: seats.length > 0,
    seats: seats.map(({ words, rule }) => ({ words, rule })),
    silent: d.invitations
      .filter(({ participant }) => invitationOf(d, participant.personId)?.reply.answer === 'awaited')
      .map(({ participant: { name, agency } }) => ({ name, agency })),
    unready: unready(view),
  };
});

const unready = ({ d, practice }: View) =>
  d.invitations.flatMap((invitation) =>
    otherThanAsked(d, practice, invitation).map((other) => ({
      name: invitation.participant.name,
      agency: invitation.participant.agency,
      said: otherThanAskedWords(other),
    })),
  );

const hasSomethingToSay = (view: View): boolean =>
  seatsNotPromised(view.d, view.practice).length > 0 || unready(view).length > 0;

export const quorumWarning: Message = {
  ...reminder,
  wanted: (view) => view.d.stage === 'convened' && isSameMeeting(view) && hasSomethingToSay(view),
  letter: toAll(whoIsMissing),
  buttons: ['invite', 'openDiscussion', 'inAnHour'],
  proof: 'Warning about who must be there',
};
