/** What has been answered to an invitation, and who is named to come instead (S-2, Q-11). */
import { z } from 'zod';
import { personIdSchema } from './ids.ts';
import { participantSchema } from './personShape.ts';

/** Whoever recorded it took it from them by telephone; left out where they answered themselves. */
export const byTelephone = z.literal(true).optional();

export const replyEvents = [
  z.strictObject({
    type: z.literal('invitationAccepted'),
    personId: personIdSchema,
    /** Null where another took the answer by telephone: nobody says for somebody else that they can decide. */
    hasAuthority: z.boolean().nullable(),
    /** To what else the standard asks, by field name; left out where nothing was answered. */
    answers: z.record(z.string(), z.string()).optional(),
    byTelephone,
  }),
  z.strictObject({
    type: z.literal('invitationDeclined'),
    personId: personIdSchema,
    reason: z.string(),
    /** Invited with it: named by the convenor or chair, or invited already. Null where nobody is, or one is proposed. */
    substitute: participantSchema.nullable(),
    byTelephone,
  }),
  /** Whoever declined names somebody to come in their place. It invites nobody until the convenor or chair confirms it. */
  z.strictObject({
    type: z.literal('substituteProposed'),
    personId: personIdSchema,
    substitute: participantSchema,
    /** What they are, as whoever named them says: `Detective Sergeant`. Blank for somebody in the directory. */
    statedRole: z.string(),
  }),
  /** `personId`: in whose place. From here on the substitute is invited. */
  z.strictObject({ type: z.literal('substituteConfirmed'), personId: personIdSchema }),
  z.strictObject({ type: z.literal('substituteTurnedDown'), personId: personIdSchema }),
] as const;
