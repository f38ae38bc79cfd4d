/** Who may read the signed record on a page, and the codes that open it. A shape once stored is never edited. */
import { z } from 'zod';
import { personIdSchema } from './ids.ts';

export const recordReaderEvents = [
  z.strictObject({ type: z.literal('recordPageOpened'), personId: personIdSchema }),
  z.strictObject({ type: z.literal('recordPageClosed'), personId: personIdSchema }),
  /** By whoever it is for. */
  z.strictObject({ type: z.literal('recordCodeAsked') }),
  z.strictObject({ type: z.literal('recordCodeEntered'), right: z.boolean() }),
] as const;
