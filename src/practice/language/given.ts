/**
 * The facts people give, parsed once at the edge. Unknown names are refused with one sentence naming the field, so a
 * misspelt circumstance never silently changes a deadline.
 */
import { z } from 'zod';
import { isLocalDate, londonDate } from '../time/calendar.ts';
import type { FactName } from './commonFacts.ts';
import { instant } from '../time/instant.ts';
import { areas } from './parts.ts';
import { formats, meetingTypes, modes, ranks } from './vocabulary.ts';

const isoWithOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
const isMoment = (text: string): boolean => isoWithOffset.test(text) && !Number.isNaN(Date.parse(text));

const momentSchema = z
  .string('must be a date and time, such as 2026-05-22T16:55:00+01:00')
  .refine(isMoment, 'must be a date and time with its offset, such as 2026-05-22T16:55:00+01:00')
  .transform((text) => instant(text));

const dateSchema = z
  .string('must be a date, such as 2026-05-22')
  .refine(isLocalDate, 'must be a date that exists, such as 2026-05-22');

/** A date, or a moment taken as its London date. */
const dateOrMomentSchema = z
  .string('must be a date, such as 2026-05-22')
  .refine((text) => isLocalDate(text) || isMoment(text), 'must be a date that exists, such as 2026-05-22')
  .transform((text) => (isLocalDate(text) ? text : londonDate(instant(text))));

const factListSchema = z
  .array(
    z.custom<FactName>((name) => typeof name === 'string' && name !== '', 'must be the name of a fact'),
    'must be a list of names',
  )
  .readonly();

const flag = z.boolean('must be true or false').nullish();
const text = z.string('must be text').nullish();

const whatIsKnown = {
  circumstances: factListSchema.optional(),
  concerns: factListSchema.optional(),
  complexReasons: factListSchema.optional(),
};

/** What is known about a referral: enough for timescales, chair, invitees, agenda and questions. */
export const situationSchema = z.strictObject({
  ...whatIsKnown,
  referralReceivedAt: momentSchema.nullish(),
  concernsIdentifiedAt: momentSchema.nullish(),
  emergencyActionAt: momentSchema.nullish(),
  forensicEvidenceNeeded: flag,
  likelyCareAndSupportNeeds: flag,
  childDateOfBirth: dateSchema.nullish(),
  meetingDate: dateOrMomentSchema.nullish(),
  homeAuthority: text,
  /** Roles somebody means to invite, or entries carrying one. */
  proposed: z
    .array(z.union([z.string(), z.looseObject({ role: z.string() }).transform((entry) => entry.role)]))
    .readonly()
    .optional(),
  /** What the referrer is: `school`, `gp`, `parent`, `public`... */
  referrer: text,
});
export type Situation = z.output<typeof situationSchema>;

const attendeeSchema = z.strictObject({
  personId: z.string('must be text').min(1, 'must not be empty'),
  role: z.string('must be text').min(1, 'must not be empty'),
  mode: z.enum(modes),
  hasDecisionAuthority: z.boolean('must be true or false'),
  isChair: z.boolean().optional(),
  rank: z.enum(ranks).nullish(),
  substituteFor: z.string().optional(),
});

/** Who takes part, and how: enough for quorum. */
export const attendanceSchema = z.strictObject({
  ...whatIsKnown,
  format: z.enum(formats).optional(),
  meetingType: z.enum(meetingTypes).optional(),
  immediateRisk: flag,
  attendees: z.array(attendeeSchema).readonly(),
});

/** One chosen outcome: its code, and its fields by name. */
const outcomeSchema = z.looseObject({ code: z.string('must be the name of an outcome') });

const childStates = ['cpPlan', 'childProtectionPlan', 'lookedAfter'] as const;

/** What the child already is (J-8), answer by answer or as a list of what holds. */
const childSchema = z
  .union([
    z.strictObject({ cpPlan: flag, childProtectionPlan: flag, lookedAfter: flag }),
    z.array(z.enum(childStates)).transform((states) => Object.fromEntries(states.map((state) => [state, true]))),
  ])
  .transform(({ cpPlan, childProtectionPlan, lookedAfter }) => ({
    cpPlan: cpPlan === true || childProtectionPlan === true,
    lookedAfter: lookedAfter === true,
  }));

/** A decision proposed about one child. A missing answer is unanswered, never "no". */
export const decisionSchema = z.strictObject({
  ...whatIsKnown,
  s47Decision: z.boolean('must be true or false').nullish(),
  s47DecisionBy: text,
  decisionReason: text,
  outcomes: z.array(outcomeSchema).readonly().optional(),
  safeguardingConcerns: flag,
  child: childSchema.nullish(),
  cpPlanEndedOn: dateSchema.nullish(),
  referralDate: dateOrMomentSchema.nullish(),
  referralType: z.enum(['childProtection', 'cin']).nullish(),
  complainantIsAdult: flag,
  currentChildProtectionConcern: flag,
  /** `unknown` is an answer (J-12 then applies J-1); leaving it out is not. */
  childInContactWithAllegedOffender: z.union([z.boolean(), z.literal('unknown')]).nullish(),
  epoDecision: flag,
  legalAdviceAt: momentSchema.nullish(),
  designatedManagerApprovalAt: momentSchema.nullish(),
  scores: z
    .array(
      z.strictObject({
        personId: z.string(),
        score: z.number('must be a number').nullable(),
        analysis: z.string().nullish(),
      }),
    )
    .readonly()
    .optional(),
  /** When the discussion was held: what a follow-up's date is counted from. */
  meetingAt: momentSchema.nullish(),
  /** Plan fields by name, checked for blanks when given. */
  plan: z.record(z.string(), z.string()).optional(),
  familyTold: z
    .strictObject({ decision: z.enum(['told', 'withheld']), what: z.string(), withheldBecause: z.string().nullable() })
    .optional(),
  /** Answers to other areas the rules ask about (`medical`, `childSeen`...), by field name. */
  further: z.partialRecord(z.enum(areas), z.record(z.string(), z.unknown())).optional(),
});
export type Decision = z.output<typeof decisionSchema>;

/** When one thing was done: a moment, bare or under one name (`completedAt`). */
const completionSchema = z.union([
  momentSchema,
  z
    .record(z.string(), momentSchema)
    .refine((entry) => Object.keys(entry).length === 1, 'must hold exactly one time')
    .transform((entry) => Object.values(entry)[0] ?? instant(0)),
]);

/** What happened and when: enough for the deadlines that follow a discussion. */
export const progressSchema = z.strictObject({
  meetingEndAt: momentSchema.nullish(),
  meetingType: z.enum(meetingTypes).optional(),
  referralReceivedAt: momentSchema.nullish(),
  s47DecidedAt: momentSchema.nullish(),
  cpDecisionConcludedAt: momentSchema.nullish(),
  strategyDiscussionAt: momentSchema.nullish(),
  highConcern: flag,
  icpcDecided: flag,
  legalPlanningDecided: flag,
  discussions: z
    .array(z.strictObject({ at: momentSchema, decidedS47: z.boolean() }))
    .readonly()
    .optional(),
  firstDiscussionAt: momentSchema.nullish(),
  previousDiscussionAt: momentSchema.nullish(),
  proposedNextAt: momentSchema.nullish(),
  whereaboutsUnknownAt: momentSchema.nullish(),
  referrerPresent: flag,
  referrerInvolved: flag,
  absentAgencies: z.array(z.string()).readonly().optional(),
  now: momentSchema.nullish(),
  checks: z.array(completionSchema).readonly().optional(),
  cases: z
    .array(z.strictObject({ exceptional: z.boolean(), headOfServiceAuthorised: z.boolean() }))
    .readonly()
    .optional(),
});
export type Progress = z.output<typeof progressSchema>;

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

const fieldName = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${String(part)}`)).join('');

/** Parses with a schema; a problem is one sentence that names the field. */
export function parseGiven<T>(schema: z.ZodType<T>, given: unknown): Parsed<T> {
  const result = schema.safeParse(given);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  if (issue === undefined) return { ok: false, problem: 'The facts cannot be read.' };
  if (issue.code === 'unrecognized_keys') {
    const named = fieldName([...issue.path, issue.keys[0] ?? '']);
    return { ok: false, problem: `"${named}" is not a field the rules know.` };
  }
  const field = fieldName(issue.path);
  return { ok: false, problem: `${field === '' ? 'The facts' : `"${field}"`}: ${issue.message}.` };
}
