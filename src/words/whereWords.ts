import type { Discussion } from '../discussion/state/discussion.ts';

/** Where the meeting is or how to join it, in letters and calendars. */
export const whereWords = ({ meeting, arrangement, convenor }: Discussion): string => {
  if (meeting.where !== '') return meeting.where;
  const url = arrangement.onlineMeeting?.joinUrl;
  return url === undefined ? `In Teams. ${convenor.name} will send you the joining details.` : `In Teams: ${url}`;
};

/** An address in what the convenor typed, without the mark that ends its sentence; no other than https. Blank where there is none. */
const linkIn = (where: string): string => {
  const found = /https:\/\/[^\s<>"]+/.exec(where)?.[0].replace(/[.,;:!?)\]]+$/, '') ?? '';
  return URL.canParse(found) ? found : '';
};

/** The link behind a button; blank where there is none, or the convenor has given another way to join. */
export const joinUrlOf = ({ meeting, arrangement, stage }: Discussion): string => {
  const isOpen = stage === 'convened' || stage === 'inSession';
  if (!isOpen) return '';
  return linkIn(meeting.where === '' ? (arrangement.onlineMeeting?.joinUrl ?? '') : meeting.where);
};

/** The same on a card, which has a button for the link. */
export const whereOnCard = (d: Discussion): string =>
  d.meeting.where !== '' || joinUrlOf(d) === '' ? whereWords(d) : 'In Teams: press “Join the meeting”';
