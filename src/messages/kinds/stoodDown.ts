import { z } from 'zod';
import { assessed } from '../../discussion/matter/assessed.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { asNews } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, longestInTeams, text, toAll, yesNo } from '../letter.ts';
import { always } from '../wanted.ts';

const shape = {
  convenor: text,
  authority: text,
  when: text,
  /** to those who answer for the discussion, where nobody else reads it. */
  weighed: z.array(z.object({ factor: text, words: text })),
  /** It is left out because a card does not hold it. */
  tooLong: yesNo,
};

const notGoingAhead = letter('stood-down', shape, (view, reader) => {
  const weighed = reader.secure && answersForIt(view) ? weighedIn(view) : [];
  const tooLong = reader.inTeams && weighed.map(({ words }) => words).join('').length > longestInTeams;
  return {
    convenor: view.d.convenor.name,
    authority: view.d.authority,
    when: formatLondon(view.d.meeting.startsAt),
    weighed: tooLong ? [] : weighed,
    tooLong,
  };
});

const answersForIt = ({ d, notice: { recipient } }: View): boolean =>
  recipient.to === 'person' && [d.chair.personId, d.convenor.personId].includes(recipient.personId);

const weighedIn = ({ d, practice }: View): z.input<typeof shape.weighed> =>
  d.stage !== 'stoodDown'
    ? []
    : assessed(d, practice).factors.flatMap(({ name, words }) => {
        const written = d.weighed[name];
        return written === undefined ? [] : [{ factor: words, words: written }];
      });

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
