/**
 * who has not answered, for which seat, and who else could be asked, while there is time; Q-11: who comes unready.
 */
import { z } from 'zod';
import { otherThanAsked } from '../../discussion/matter/replyAsked.ts';
import { seatsNotPromised } from '../../discussion/matter/foreseen.ts';
import { invitationOf } from '../../discussion/state/discussion.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { notConfirmed } from '../../words/takenWords.ts';
import { otherThanAskedWords } from '../../words/otherThanAskedWords.ts';
import { reminder } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, maybe, text, toAll, yesNo } from '../letter.ts';
import { isSameMeeting } from '../wanted.ts';
import { couldBeAskedWords, whoCouldBeAsked, type CouldBeAsked } from '../whoCouldBeAsked.ts';

const person = { name: text, agency: text };
const shape = {
  when: text,
  /** Somebody is still needed; otherwise there is only something to say of those who come. */
  isShort: yesNo,
  /** `asked`: those who could be asked to come for it; null where there is nobody. */
  seats: z.array(z.object({ words: text, rule: text, asked: maybe })),
  silent: z.array(z.object(person)),
  unready: z.array(z.object({ ...person, said: text })),
};

const whoIsMissing = letter('quorum-warning', shape, (view) => {
  const { d, practice, now, available = [] } = view;
  const asked = whoCouldBeAsked(d, practice, available);
  const seats = seatsNotPromised(d, practice);
  return {
    when: formatLondon(d.meeting.startsAt),
    isShort: seats.length > 0,
    seats: seats.map(({ seat, words, rule }) => ({ words, rule, asked: askedFor(seat, asked, now) })),
    silent: d.invitations
      .filter(({ participant }) => invitationOf(d, participant.personId)?.reply.answer === 'awaited')
      .map(({ participant: { name, agency } }) => ({ name, agency })),
    unready: unready(view),
  };
});

const askedFor = (seat: string, asked: readonly CouldBeAsked[], now: Instant): string | null =>
  asked
    .filter((one) => one.seat === seat)
    .map((one) => couldBeAskedWords(one, now))
    .join('; ') || null;

const unready = ({ d, practice }: View) => [
  ...d.invitations
    .filter(({ reply }) => reply.answer === 'accepted' && reply.hasAuthority === null)
    .map(({ participant: { name, agency } }) => ({ name, agency, said: `coming, ${notConfirmed}` })),
  ...d.invitations.flatMap((invitation) =>
    otherThanAsked(d, practice, invitation).map((other) => ({
      name: invitation.participant.name,
      agency: invitation.participant.agency,
      said: otherThanAskedWords(other),
    })),
  ),
];

const hasSomethingToSay = (view: View): boolean =>
  seatsNotPromised(view.d, view.practice).length > 0 || unready(view).length > 0;

export const quorumWarning: Message = {
  ...reminder,
  wanted: (view) => view.d.stage === 'convened' && isSameMeeting(view) && hasSomethingToSay(view),
  letter: toAll(whoIsMissing),
  buttons: ['inviteAsked', 'invite', 'openDiscussion', 'inAnHour'],
  proof: 'Warning about who must be there',
};
