/** How somebody takes part, and from when until when. */
import { formatTime } from '../practice/time/calendar.ts';
import type { Attendance } from '../discussion/state/people.ts';

/** `by telephone, joined 10:05am`; what nobody recorded is left out. */
export const presenceWords = ({ mode, joined, leftAt }: Attendance): string =>
  [
    modeWords[mode],
    ...(joined === undefined ? [] : [`joined ${formatTime(joined.at)}`]),
    ...(leftAt === undefined ? [] : [`left ${formatTime(leftAt)}`]),
  ].join(', ');

const modeWords: Readonly<Record<Attendance['mode'], string>> = {
  teams: 'in Teams',
  phone: 'by telephone',
  inPerson: 'in the room',
};

/** Whom the decision does not count on any more, and what to do where it was decided before that. */
export const goneLines = (gone: readonly Attendance[]): readonly string[] =>
  gone.flatMap(({ participant, leftAt }) =>
    leftAt === undefined
      ? []
      : [`${participant.name} left at ${formatTime(leftAt)}. If it was decided before that, say below when.`],
  );
