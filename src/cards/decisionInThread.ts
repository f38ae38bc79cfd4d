import { z } from 'zod';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Practice } from '../practice/practice.ts';
import type { Decided, Discussion } from '../discussion/state/discussion.ts';
import { plain, said, template, type Card } from './bind.ts';
import { decisionLines } from '../words/decisionLines.ts';
import { unreachable } from '../practice/language/unreachable.ts';

const bind = template(
  'decision-in-thread',
  z.object({
    reference: plain,
    nonce: plain,
    viewers: z.array(plain),
    lines: z.array(said),
    open: z.boolean(),
    decided: z.boolean(),
    /** Somebody’s own view, which has no need to offer itself. */
    isOwn: z.boolean(),
  }),
);

/**
 * The decision in the thread: that the chair has the form while it is open, and afterwards that it is decided. What was
 * decided is for the own view of those taking part, {@link decisionCard}.
 */
export const decisionInThread = (d: Discussion, viewers: readonly string[]): Card =>
  bind({ ...headerOf(d), viewers, isOwn: false, lines: [standing(d)] });

export const decisionCard = (d: Discussion, practice: Practice): Card => {
  const lines = d.stage === 'decided' ? decisionLines(d, practice) : [standing(d)];
  const { refresh: _shownAlready, ...card } = bind({ ...headerOf(d), viewers: [], isOwn: true, lines });
  return card;
};

const headerOf = (d: Discussion) => ({
  reference: d.reference,
  nonce: `${d.reference}.${d.version}`,
  open: d.stage === 'inSession',
  decided: d.stage === 'decided',
});

/** Whoever read it before knows to read it again. */
const correctedWords = ({ decision: { corrections } }: Decided): readonly string[] =>
  corrections.slice(-1).map(({ number, at }) => `Corrected since, ${formatLondon(at)} (correction ${number}).`);

const standing = (d: Discussion): string => {
  switch (d.stage) {
    case 'decided':
      return ['Decided. What was decided is for those taking part.', ...correctedWords(d)].join(' ');
    case 'stoodDown':
      return 'The discussion was stood down. No decision was made.';
    case 'convened':
      return `No decision yet. The discussion meets again ${formatLondon(d.meeting.startsAt)}.`;
    case 'inSession':
      return 'The chair is recording the decision. The form is the chair’s: nobody else sees what they type.';
    default:
      return unreachable('stage', d);
  }
};
