/** For those who were told of the meeting before it had its link, or of another place. */
import { formatLondon } from '../../practice/time/calendar.ts';
import { awaitsLink } from '../../discussion/state/onlineMeeting.ts';
import { whereWords } from '../../words/whereWords.ts';
import { isNewsOfJoining } from '../joining.ts';
import type { Message } from '../kind.ts';
import { letter, oneOf, text, yesNo } from '../letter.ts';
import { asInvitation, madeReferral } from '../meetingLetters.ts';
import { isHere, isOpen, isSameMeeting } from '../wanted.ts';

const mail = letter('joining-details', { convenor: text, authority: text, when: text, where: text }, ({ d }) => ({
  convenor: d.convenor.name,
  authority: d.authority,
  when: formatLondon(d.meeting.startsAt),
  where: whereWords(d),
}));

const card = letter('joining-details-teams', { madeReferral: yesNo }, (view) => ({ madeReferral: madeReferral(view) }));

export const joiningDetails: Message = {
  wanted: (view) => {
    const { notice, d } = view;
    const isLatest = isOpen(d) && isSameMeeting(view) && notice.owedAt >= d.arrangement.setAt;
    return isLatest && !awaitsLink(d) && !isHere(notice, d) && isNewsOfJoining(view);
  },
  inWriting: false,
  saysHowToJoin: false,
  letter: oneOf({ mail, card }, (_, reader) => (reader.inTeams ? 'card' : 'mail')),
  card: asInvitation,
  buttons: [],
  link: null,
  calendar: true,
  call: () => 'how to join the meeting',
  watch: false,
  proof: 'How to join',
};
