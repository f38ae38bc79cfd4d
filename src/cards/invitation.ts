import { z } from 'zod';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Practice } from '../practice/practice.ts';
import { couldTakeSeat } from '../discussion/matter/standingIn.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Participant } from '../discussion/state/people.ts';
import { inPart, longestThatFits, plain, said, template, type Card } from './bind.ts';
import { identityLine } from '../words/childWords.ts';
import { foundBy } from '../words/searchWords.ts';
import { joinUrlOf, whereOnCard } from '../words/whereWords.ts';

const bind = template(
  'invitation',
  z.object({
    reference: plain,
    nonce: plain,
    title: said,
    lead: said,
    /** Blank where nobody joins by a link. */
    joinUrl: plain,
    facts: z.array(z.object({ title: said, value: said })),
    lines: z.array(said),
    /** A seat of the minimum could be theirs. */
    decides: z.boolean(),
  }),
);

/** How much of the concern is shown; for many children, less. All of it is behind “Read what was said”. */
const concernLengths = [4000, 1200, 400];

/**
 * The invitation in somebody's own chat with the bot, where the full name, date of birth and concern may stand (I-26). The first
 * of the lines is above them.
 */
export const invitationCard = (
  d: Discussion,
  practice: Practice,
  to: Participant,
  { title, lines: [lead = '', ...lines] }: { readonly title: string; readonly lines: readonly string[] },
): Card =>
  longestThatFits(concernLengths, (length) =>
    bind({
      reference: d.reference,
      nonce: `${d.reference}.${d.version}.${to.personId}`,
      title,
      lead,
      joinUrl: joinUrlOf(d),
      facts: [
        { title: 'When', value: formatLondon(d.meeting.startsAt) },
        { title: 'Where', value: whereOnCard(d) },
        { title: 'Chair', value: d.chair.name },
        ...d.children.map((child) => ({
          title: d.children.length === 1 ? 'Child' : `Child ${child.childId}`,
          value: [identityLine(child), ...foundBy(d, child.childId, to)].join('. '),
        })),
        { title: 'Concern', value: inPart(d.concern, length) },
      ],
      lines,
      decides: couldTakeSeat(d, practice, to),
    }),
  );
