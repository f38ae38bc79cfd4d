/** How the enquiry into one child ends, where a standard has a gate (GT-*). A shape once stored is never edited. */
import { z } from 'zod';
import { participantSchema } from './personShape.ts';

const answers = z.record(z.string(), z.string());

export const enquiryReportEvents = [
  /** By area and field name. A report replaces the one before it. */
  z.strictObject({
    type: z.literal('enquiryReported'),
    childId: z.string(),
    answers: z.strictObject({ s47Record: answers, gate: answers }),
  }),
  /** GT-5, GT-6: whoever commits it has checked it, and signs it as of then. `decider` is asked for the result. */
  z.strictObject({ type: z.literal('enquiryChecked'), childId: z.string(), decider: participantSchema }),
  /** Whoever was asked is in the directory no more. */
  z.strictObject({ type: z.literal('deciderReplaced'), childId: z.string(), decider: participantSchema }),
  /** At the check or instead of a result: it is not complete yet. */
  z.strictObject({ type: z.literal('enquirySentBack'), childId: z.string(), reason: z.string() }),
  /** `reason`: why it is another than was reported, or anything else; may be blank. */
  z.strictObject({
    type: z.literal('enquiryResultRecorded'),
    childId: z.string(),
    result: z.string(),
    reason: z.string(),
  }),
] as const;
