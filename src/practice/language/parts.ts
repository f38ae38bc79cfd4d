/**
 * The parts rules are made of: conditions, periods, seats, fields to fill in, outcomes, deadlines. Schemas: the types,
 * the errors a council reads and the JSON Schema its editor completes from all come from them.
 */
import { z } from 'zod';
import { agencyKinds } from './agencies.ts';
import type { DataCode } from './codes.ts';
import type { RuleFact } from './commonFacts.ts';
import { readingNames } from './readings.ts';
import { isRuleId, meetingTypes, ranks } from './vocabulary.ts';

export const words = z.string('must be text').trim().min(1, 'must not be blank');
export const name = z
  .string('must be a name')
  .regex(/^[a-z][A-Za-z0-9]*$/, 'must be a name: letters and digits, no spaces');
/** What a finding is called by whoever asks for it by name; a person reads the rule's sentence. */
export const code = name.transform((text) => text as DataCode);
export const listOf = <S extends z.ZodType>(item: S) => z.array(item, 'must be a list').readonly();

/** The name of a fact. Whether the standard has such a fact is asked once the whole file has been read. */
const fact = name.transform((text) => text as RuleFact).meta({ fact: true });
export const facts = z.array(fact, 'must be a list of facts').min(1, 'must not be empty').readonly();

export const ruleId = z
  .string('must be a rule id, such as Q-2')
  .refine(isRuleId, 'must be a rule id: capital letters, a hyphen and a number, such as Q-2 or A-PS-5');

/** When a rule applies: every list it gives must hold; with none, always. */
export const when = z
  .strictObject({ anyOf: facts.optional(), allOf: facts.optional(), noneOf: facts.optional() })
  .readonly();
export type When = z.output<typeof when>;

const count = z.int('must be a whole number').positive('must be more than 0');
/** How long a rule allows. Every kind but `hours` ends at 23:59:59 London time. */
export const period = z.union(
  [
    z.strictObject({ workingDays: count }),
    z.strictObject({ sameDay: z.literal(true) }),
    z.strictObject({ hours: count }),
    z.strictObject({ calendarDays: count }),
    z.strictObject({ months: count }),
  ],
  'must be one of workingDays, sameDay, hours, calendarDays or months, such as {workingDays: 3}',
);

/** The event a time is counted from. */
const anchors = [
  'referralReceivedAt',
  'concernsIdentifiedAt',
  'earliestOfReferralAndConcern',
  'emergencyActionAt',
  'whereaboutsUnknownAt',
  'meetingEndAt',
  's47DecidedAt',
  'strategyDiscussionAt',
  'cpDecisionConcludedAt',
  'decidingDiscussionAt',
  'lastDiscussionAt',
  'previousDiscussionAt',
  'firstDiscussionAt',
] as const;
const anchor = z.enum(anchors, `must be one of ${anchors.join(', ')}`);
export type Anchor = z.output<typeof anchor>;

/** What the time to hold a discussion can be counted from: nothing that comes after it. */
const beforehand = anchors.slice(0, 4) as [
  'referralReceivedAt',
  'concernsIdentifiedAt',
  'earliestOfReferralAndConcern',
  'emergencyActionAt',
];
export const anchorBeforehand = z.enum(beforehand, `must be one of ${beforehand.join(', ')}`);
export type AnchorBeforehand = z.output<typeof anchorBeforehand>;

export const reading = z.enum(readingNames, `must be one of ${readingNames.join(', ')}`);
/** Applies only under this choice of a reading. */
export const under = z.strictObject({ reading, is: name }).readonly();

export const rank = z.enum(ranks, `must be one of ${ranks.join(', ')}`);
export const meetingType = z.enum(meetingTypes, 'must be ordinary or complex');
const role = name;
export const roleList = z.array(name, 'must be a list of roles').readonly();

/** A place at the table that must be taken for the decision to count. */
export const seat = z
  .strictObject({
    seat: name,
    words,
    /** Roles that can take the seat, the best first. Empty for the chair, who is judged by the chair rules. */
    roles: roleList,
    /** Ranks in children's social care that take it, whatever the role they come in. */
    ranks: listOf(rank).optional(),
    /** The role invited to take it; null where the chair rules do not name one. */
    inviteAs: role.nullable(),
    /** The chair may go ahead without it, with a recorded reason. */
    overridable: z.literal(true).optional(),
    /** Only in a meeting of this type. */
    meetingType: meetingType.optional(),
    /** Only in these circumstances. */
    when: when.optional(),
    under: under.optional(),
    /** Listed before that seat, though another rule names it. */
    before: name.optional(),
    /** Whoever takes this seat may take that one as well. */
    alsoFills: name.optional(),
    /** Filled by anybody but its best role, the seat brings this warning. */
    warnUnlessBest: z.literal('policeNotDdm').optional(),
  })
  .readonly();
export type SeatData = z.output<typeof seat>;

const fieldKinds = ['text', 'longText', 'date', 'yesNo', 'person', 'choice'] as const;
const choice = z.strictObject({ value: name, words }).readonly();
export type Choice = z.output<typeof choice>;

/** One thing to be filled in, as a form asks for it. */
export const field = z
  .strictObject({
    name,
    words,
    kind: z.enum(fieldKinds, `must be one of ${fieldKinds.join(', ')}`),
    hint: words.optional(),
    choices: listOf(choice).optional(),
    /** Only this answer will do. */
    mustBe: z.union([z.boolean(), z.string()]).optional(),
    /** Asked only where another field has one of these answers. */
    onlyIf: z
      .strictObject({ field: name, is: listOf(z.union([z.boolean(), z.string()])) })
      .readonly()
      .optional(),
    under: under.optional(),
    /** Filled in elsewhere: the plan has fields of its own. */
    answeredBy: z.literal('plan').optional(),
    /** May be left out. */
    optional: z.literal(true).optional(),
    /** Left out or answered otherwise, it warns and never blocks. */
    warnsOnly: z.literal(true).optional(),
    /** The code of the fault when it is missing; otherwise the field's name and `Required`. */
    fault: code.optional(),
    /** Answers that do not go with what is true otherwise. */
    refused: z
      .strictObject({ when, is: listOf(z.string()), fault: code })
      .readonly()
      .optional(),
  })
  .readonly();
export type Field = z.output<typeof field>;

/** What the people of an agency are asked to say under an item of the agenda; none has to be answered. */
export const prompt = z
  .strictObject({ of: z.enum(agencyKinds, `must be one of ${agencyKinds.join(', ')}`), name, words })
  .readonly();

/** What a set of answers is about: forms are built, and answers checked, one area at a time. */
export const areas = [
  'urgency',
  'chairing',
  'complexBooking',
  'invitation',
  'reply',
  'decline',
  'writtenInformation',
  'decision',
  'plan',
  'family',
  'familyAfterwards',
  'familyConcern',
  'minorInjury',
  'medical',
  'fgm',
  'childSeen',
  'parentalPermission',
  'agencyChecks',
  'emergencyAction',
  'thirdPartyDisclosure',
  'transfer',
  'record',
  'action',
  'signOff',
  'extension',
  'furtherDiscussion',
  'scaling',
  'gate',
  's47Record',
] as const;
export type Area = (typeof areas)[number];

export const asks = z
  .strictObject({ about: z.enum(areas, `must be one of ${areas.join(', ')}`), fields: listOf(field) })
  .readonly();

/** One thing a discussion may decide about a child. */
export const outcome = z
  .strictObject({
    code: name,
    words,
    /** Starts a section 47 enquiry. */
    s47: z.literal(true).optional(),
    requires: listOf(field),
    /** Days after the meeting within which the date it names must fall. */
    withinCalendarDays: count.optional(),
    /** Circumstances in which it is refused. */
    notWhen: z.strictObject({ when, fault: code }).readonly().optional(),
  })
  .readonly();
export type OutcomeData = z.output<typeof outcome>;

/** Names of the deadlines that follow a discussion. */
const deadlineNames = [
  'recordUploadDueAt',
  'recordCirculationDueAt',
  'decisionsDueAt',
  'minutesDueAt',
  'referrerNoticeDueAt',
  'absentAgencyNoticeDueAt',
  'writtenNoticeDueAt',
  'referrerMayChaseAfter',
  'childSeenDueAt',
  'flagUnseenFrom',
  's47DueAt',
  'urgentS47DueAt',
  'icpcDueAt',
  'assessmentDueAt',
  'latestNextAt',
  'concludeBy',
  'furtherDiscussionDueAt',
] as const;
export type DeadlineName = (typeof deadlineNames)[number];

/** One deadline a rule sets. */
export const due = z
  .strictObject({
    name: z.enum(deadlineNames, `must be one of ${deadlineNames.join(', ')}`),
    from: anchor,
    limit: period,
    meetingType: meetingType.optional(),
    /** How an ambiguous source can also be read; the reading, if set to that choice, makes it the deadline. */
    otherwise: z
      .strictObject({ reading, choice: name, limit: period.optional(), from: anchor.optional() })
      .readonly()
      .optional(),
  })
  .readonly();
export type DueData = z.output<typeof due>;
