import { z } from 'zod';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { plain, said, template, type Card } from './bind.ts';
import { oneOf, optional, yesOrNo } from './form.ts';
import { isEarly } from './takingPart.ts';
import { cite } from '../words/citation.ts';

const bind = template(
  'attend',
  z.object({
    reference: plain,
    nonce: plain,
    as: said,
    early: z.array(said),
    mode: plain,
    authority: plain,
    joined: plain,
  }),
);

/** `I am here`: whether that is so already, how, and whether they can decide for their agency. */
export const attendCard = (
  d: Discussion,
  nonce: string,
  as: string,
  now: Instant,
  typed: { readonly mode?: string; readonly authority?: string; readonly joined?: string } = {},
): Card =>
  bind({
    reference: d.reference,
    nonce,
    as,
    early: earlyWords(d, now),
    mode: typed.mode ?? 'teams',
    authority: typed.authority ?? '',
    joined: typed.joined ?? '',
  });

const earlyWords = (d: Discussion, now: Instant): readonly string[] =>
  isEarly(d, now)
    ? [
        `The meeting starts ${formatLondon(d.meeting.startsAt)}. Are you taking part now? If not, cancel, and come back then.`,
      ]
    : [];

/** How somebody takes part, and whether they can decide: asked of everybody who does. */
export const presence = {
  mode: oneOf(['teams', 'phone', 'inPerson'], 'Say how they take part.'),
  joined: optional('The time', 20),
  authority: yesOrNo(`Say whether they can decide for their agency ${cite('Q-10')}.`),
};

export const attendForm = z.object(presence);
