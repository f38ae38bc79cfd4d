import { formatLondon } from '../../practice/time/calendar.ts';
import { asNews } from '../families.ts';
import type { Message } from '../kind.ts';
import { letter, text, toAll } from '../letter.ts';
import { always } from '../wanted.ts';

const notGoingAhead = letter('stood-down', { convenor: text, authority: text, when: text }, ({ d }) => ({
  convenor: d.convenor.name,
  authority: d.authority,
  when: formatLondon(d.meeting.startsAt),
}));

export const stoodDown: Message = {
  wanted: always,
  inWriting: false,
  saysHowToJoin: false,
  letter: toAll(notGoingAhead),
  card: asNews,
  buttons: [],
  link: null,
  calendar: true,
  call: () => 'that the discussion is not going ahead',
  watch: false,
  proof: 'Stood down',
};
