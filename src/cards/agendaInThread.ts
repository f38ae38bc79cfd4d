/**
 * The card in the thread: what everybody in the place may see (docs/decisions/011). Reference, initials, age, time, and which
 * seats are filled, by role. All the rest is on the agenda, which those taking part have in their own view of this card.
 */
import { z } from 'zod';
import { formatLondon, londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { childrenLine } from '../words/childWords.ts';
import { seatLines } from '../words/seatLines.ts';
import { statusOf, statusStyles } from './agenda.ts';
import { plain, said, template, type Card } from './bind.ts';

const bind = template(
  'agenda-in-thread',
  z.object({
    reference: plain,
    verb: plain,
    /** Teams ids of those whose client shows the whole agenda by itself. */
    viewers: z.array(plain),
    status: said,
    statusStyle: z.enum(statusStyles),
    children: said,
    whenTitle: plain,
    when: said,
    seats: z.array(z.object({ mark: plain, words: said, state: said, colour: plain })),
  }),
);

/** `agenda.show` brings the buttons as well, for a thread that has them on no card of their own. */
export const agendaInThread = (
  d: Discussion,
  practice: Practice,
  seen: { readonly now: Instant; readonly viewers: readonly string[]; readonly verb: 'agenda.read' | 'agenda.show' },
): Card =>
  bind({
    reference: d.reference,
    verb: seen.verb,
    viewers: seen.viewers,
    ...statusOf(d, practice),
    children: childrenLine(d.children, londonDate(seen.now)),
    ...(d.stage === 'decided'
      ? { whenTitle: 'Ended', when: formatLondon(d.decision.meetingEndedAt) }
      : { whenTitle: 'When', when: formatLondon(d.meeting.startsAt) }),
    seats: seatLines(d, practice).map(({ mark, words, state, colour }) => ({ mark, words, state, colour })),
  });
