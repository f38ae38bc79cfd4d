import type { Message } from '../kind.ts';
import { invitationLetters } from '../meetingLetters.ts';
import { invitation } from './invitation.ts';

/** Everybody answers anew: it is an invitation to another time. */
export const meetingMoved: Message = {
  ...invitation,
  letter: invitationLetters('meeting-moved'),
  call: () => 'the new time',
  proof: 'New time',
};
