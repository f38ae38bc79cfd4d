/** who has not answered, and for which seat, while there is time to find somebody else. */
import { z } from 'zod';
import { seatsNotPromised } from '../../discussion/matter/foreseen.ts';
import { invitationOf } from '../../discussion/state/discussion.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { reminder } from '../families.ts';
import type { Message } from '../kind.ts';
import { letter, text, toAll } from '../letter.ts';
import { isSameMeeting } from '../wanted.ts';

const shape = {
  when: text,
  seats: z.array(z.object({ words: text, rule: text })),
  silent: z.array(z.object({ name: text, agency: text })),
};

const whoIsMissing = letter('quorum-warning', shape, ({ d, practice }) => ({
  when: formatLondon(d.meeting.startsAt),
  seats: seatsNotPromised(d, practice).map(({ words, rule }) => ({ words, rule })),
  silent: d.invitations
    .filter(({ participant }) => invitationOf(d, participant.personId)?.reply.answer === 'awaited')
    .map(({ participant: { name, agency } }) => ({ name, agency })),
}));

export const quorumWarning: Message = {
  ...reminder,
  wanted: (view) =>
    view.d.stage === 'convened' && isSameMeeting(view) && seatsNotPromised(view.d, view.practice).length > 0,
  letter: toAll(whoIsMissing),
  buttons: ['invite', 'openDiscussion', 'inAnHour'],
  proof: 'Warning about who must be there',
};
