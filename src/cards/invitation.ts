import { z } from 'zod';
import { formatLondon } from '../practice/time/calendar.ts';
import { roleWords } from '../practice/language/roles.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Participant } from '../discussion/state/people.ts';
import { plain, said, template, type Card } from './bind.ts';
import { identityLine } from '../words/childWords.ts';
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
  }),
);

/** The invitation in somebody's own chat with the bot, where the full name and date of birth may stand (I-26). */
export const invitationCard = (d: Discussion, to: Participant, kind: keyof typeof titles): Card =>
  bind({
    reference: d.reference,
    nonce: `${d.reference}.${d.version}.${to.personId}`,
    title: `${titles[kind]} ${d.reference}`,
    lead: leadOf(d, to, kind),
    joinUrl: joinUrlOf(d),
    facts: [
      { title: 'When', value: formatLondon(d.meeting.startsAt) },
      { title: 'Where', value: whereOnCard(d) },
      { title: 'Chair', value: d.chair.name },
      ...d.children.map((child) => ({
        title: d.children.length === 1 ? 'Child' : `Child ${child.childId}`,
        value: identityLine(child),
      })),
    ],
    lines: [
      'Bring what your agency knows about the child, and be ready to decide for your agency, or send somebody who can.',
      'Parents, carers and family are not invited to strategy discussions (S-1).',
    ],
  });

const titles = {
  invitation: 'Strategy discussion',
  meetingMoved: 'New time for',
  joiningDetails: 'How to join',
} as const;

const leadOf = (d: Discussion, to: Participant, kind: keyof typeof titles): string => {
  if (kind === 'joiningDetails') return 'This is how to join. The time is the same as before.';
  return kind === 'invitation'
    ? `${d.convenor.name} asks you to take part as ${inRole(d, to)}.`
    : `${d.convenor.name} has set a new time. Please reply again.`;
};

const inRole = (d: Discussion, to: Participant): string =>
  to.personId === d.chair.personId
    ? 'the chair'
    : roleWords(to.role).replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase());
