/** The place where a discussion lived has vanished, or takes nothing more: it goes on in the convenor's own chat. */
import type { CommandOf } from './command.ts';
import { livesIn, type Discussion } from '../state/discussion.ts';
import { accepted, refused, type Ruling } from './ruling.ts';

/** Of another place than today's, or said before, it is no news. */
export const reportPlaceGone = (state: Discussion, { conversation }: CommandOf<'reportPlaceGone'>): Ruling =>
  livesIn(state) === conversation ? accepted({ type: 'placeGone', conversation }) : refused({ code: 'notAskedHere' });
