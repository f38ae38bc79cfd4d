/** What a rule on how soon a discussion is held is made of. */
import { z } from 'zod';
import { anchorBeforehand, listOf, name, period, reading, roleList, ruleId, when } from './parts.ts';

/** What the rule says under another choice of a reading. */
const timescaleReading = z
  .strictObject({ reading, choice: name, limits: listOf(period).optional(), replaces: listOf(ruleId).optional() })
  .readonly();
export type TimescaleReading = z.output<typeof timescaleReading>;

export const timescaleShape = {
  when: when.optional(),
  from: anchorBeforehand,
  /** While the event it runs from is not known, the limit runs from here instead, and the card says so. */
  untilKnownFrom: anchorBeforehand.optional(),
  /** The earliest holds. Empty where the rule gives no figure: as soon as possible. */
  limits: listOf(period),
  /** A shorter limit for some circumstances. */
  sooner: z.strictObject({ when, limit: period }).readonly().optional(),
  /** What the rule says under another reading. */
  otherwise: listOf(timescaleReading).optional(),
  replaces: listOf(ruleId).optional(),
  /** Worth a warning from here on, though the limit is later. */
  warnAt: period.optional(),
  /** Advice where there is no limit, and what is advised instead in some circumstances. */
  adviseAt: period.optional(),
  adviseSooner: z.strictObject({ when, limit: period }).readonly().optional(),
  /** Where the rule itself does not apply, the same day deserves a thought (`considerSameDay`). */
  considerWhen: when.optional(),
  /** Roles to think of inviting to it. */
  invite: roleList.optional(),
};
