/** A form of several pages that somebody has in front of them: of a decision, or of a correction of one. */
import { z } from 'zod';
import type { Card } from '../../cards/bind.ts';
import type { DecidingDraft, Draft } from '../../conduct/drafts.ts';
import type { InSession } from '../../discussion/state/discussion.ts';
import type { Press } from '../edges.ts';
import { carriedBy } from '../press.ts';

export type Deciding = Draft<DecidingDraft>;

const carried = z.object({
  revision: z.number().int().optional(),
  childId: z.string().optional(),
  /** Which correction of a recorded decision; the cards of the decision itself carry none, or 0. */
  correction: z.number().int().default(0),
});

export const carriedByPage = (press: Press): z.output<typeof carried> => carriedBy(carried, press);

export interface OpenForm {
  /** As it stands, or as it stood when it was decided. */
  readonly d: InSession;
  readonly form: Deciding;
  /** The page to go on with. */
  readonly next: (form: Deciding) => Card;
}
