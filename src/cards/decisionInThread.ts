import { z } from 'zod';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Practice } from '../practice/practice.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { plain, said, template, type Card } from './bind.ts';
import { decisionLines } from '../words/decisionWords.ts';
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
  }),
);

/** The decision in the thread: whose form it is while it is open, and afterwards what was decided. */
export const decisionCard = (d: Discussion, practice: Practice, viewers: readonly string[]): Card =>
  bind({
    reference: d.reference,
    nonce: `${d.reference}.${d.version}`,
    viewers,
    decided: d.stage === 'decided',
    ...shown(d, practice),
  });

const shown = (d: Discussion, practice: Practice): { lines: readonly string[]; open: boolean } => {
  switch (d.stage) {
    case 'decided':
      return { lines: decisionLines(d, practice), open: false };
    case 'stoodDown':
      return { lines: ['The discussion was stood down. No decision was made.'], open: false };
    case 'convened':
      return {
        lines: [`No decision yet. The discussion meets again ${formatLondon(d.meeting.startsAt)}.`],
        open: false,
      };
    case 'inSession':
      return {
        lines: [`${d.chair.name} is recording the decision. The form is the chair’s: nobody else sees what they type.`],
        open: true,
      };
    default:
      return unreachable('stage', d);
  }
};
