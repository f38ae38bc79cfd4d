import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import { plain, said, template, type Card } from './bind.ts';
import { oneOf, yesOrNo } from './form.ts';

const bind = template('attend', z.object({ reference: plain, nonce: plain, as: said, mode: plain, authority: plain }));

/** `I am here`: how, and whether they can decide for their agency. */
export const attendCard = (
  d: Discussion,
  nonce: string,
  as: string,
  typed: { readonly mode?: string; readonly authority?: string } = {},
): Card => bind({ reference: d.reference, nonce, as, mode: typed.mode ?? 'teams', authority: typed.authority ?? '' });

/** How somebody takes part, and whether they can decide: asked of everybody who does. */
export const presence = {
  mode: oneOf(['teams', 'phone', 'inPerson'], 'Say how they take part.'),
  authority: yesOrNo('Say whether they can decide for their agency (Q-10).'),
};

export const attendForm = z.object(presence);
