import type { Message } from '../kind.ts';
import { asInvitation, invitationLetters } from '../meetingLetters.ts';
import { isHere, isOpen, isSameMeeting } from '../wanted.ts';

export const invitation: Message = {
  wanted: (view) => isOpen(view.d) && isSameMeeting(view) && !isHere(view.notice, view.d),
  inWriting: false,
  saysHowToJoin: true,
  letter: invitationLetters('invitation'),
  card: asInvitation,
  buttons: [],
  link: 'reply',
  calendar: true,
  call: () => 'that they are invited',
  watch: false,
  proof: 'Invitation',
};
