/** What Teams says of who came to the meeting or left it: for whoever chairs to record, or not. Nothing is assumed. */
import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Participant } from '../discussion/state/people.ts';
import { formatTime } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { plain, said, template, type Card } from './bind.ts';

const bind = template(
  'arrival',
  z.object({
    reference: plain,
    title: said,
    lines: z.array(said),
    button: plain,
    /** Blank for somebody who is none of those taking part. */
    person: plain,
    what: plain,
    at: plain,
  }),
);

export const movements = ['joined', 'left'] as const;
export interface Movement {
  readonly what: (typeof movements)[number];
  readonly at: Instant;
}

export const arrivalCard = (
  { reference }: Discussion,
  who: Pick<Participant, 'personId' | 'name' | 'agency'>,
  { what, at }: Movement,
): Card =>
  bind({
    ...frame(reference, { what, at }),
    lines: [
      `Teams says that ${who.name}, ${who.agency}, ${what} at ${formatTime(at)}. Nothing is recorded until you do.`,
      ...(what === 'joined' ? ['They say for themselves whether they can decide for their agency.'] : []),
    ],
    person: who.personId,
  });

/** `name`: as Teams has it, which anybody may have chosen for themselves. */
export const unknownArrivalCard = ({ reference }: Discussion, name: string, movement: Movement): Card =>
  bind({
    ...frame(reference, movement),
    lines: [
      `Teams says that somebody called “${name}” ${movement.what} at ${formatTime(movement.at)}. They are none of those taking part, as far as we can tell.`,
      'Find out who they are. If they take part, record it.',
    ],
    person: '',
  });

const frame = (reference: string, { what, at }: Movement) => ({
  reference,
  title: `Strategy discussion ${reference}: who is in the meeting`,
  button: what === 'joined' ? 'Record that they joined' : 'Record that they left',
  what,
  at,
});
