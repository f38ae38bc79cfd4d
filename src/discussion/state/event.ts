/**
 * What has happened, in the past tense. Events are the truth: a discussion is the fold of them, and the stored stream is
 * the audit trail. A shape once stored is never edited; `src/store/stored.ts` upcasts an old one to today's.
 */
import { z } from 'zod';
import { agendaItemEntered } from './agendaEntry.ts';
import { actionEvents } from './actionEvents.ts';
import { actionWeighedSchema } from './actionWeighed.ts';
import { departureRecorded } from './departure.ts';
import { childDecisionSchema } from './childDecision.ts';
import { childrenChangedEvent } from './childrenChanged.ts';
import { decisionCorrectedEvent } from './correction.ts';
import { childSchema } from './childShape.ts';
import { closingEvents } from './closing.ts';
import { conferenceEvent } from './conference.ts';
import { deadlineSchema } from './deadlineShape.ts';
import { detailsRecordedEvent } from './details.ts';
import { enquiryEndedEvent } from './enquiryEnd.ts';
import { enquiryReportEvents } from './enquiryReportEvents.ts';
import { factsSchema } from './facts.ts';
import { filingRecordedEvent } from './filing.ts';
import { recordReaderEvents } from './recordReaderEvents.ts';
import { instantSchema, noticeIdSchema, personIdSchema, ruleIdSchema } from './ids.ts';
import { dutyKinds, noticeKinds } from './notice.ts';
import { identifiedSchema, participantSchema } from './personShape.ts';
import { byTelephone, replyEvents } from './replyEvents.ts';
import { handoverEvents } from './handoverEvents.ts';
import { transferEvents } from './transferEvents.ts';
import { signingEvents } from './signingEvents.ts';

export const referrerSchema = z.strictObject({
  personId: personIdSchema,
  name: z.string(),
  agency: z.string().nullable(),
  standing: z.enum(['professional', 'public', 'family']),
  /** A professional of the child’s school, nursery or children’s centre, who is thereby known (I-2). */
  ofEducation: z.boolean().optional(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** Gave no name: there is nobody to be told anything. */
  anonymous: z.literal(true).optional(),
});
export type Referrer = z.infer<typeof referrerSchema>;

const referralSchema = z.strictObject({
  receivedAt: instantSchema,
  concernsIdentifiedAt: instantSchema,
  referrer: referrerSchema,
});
export type Referral = z.infer<typeof referralSchema>;

const meetingSchema = z.strictObject({
  startsAt: instantSchema,
  format: z.enum(['meeting', 'phone', 'video']),
  /** Venue, or how to join; blank where an online meeting is made. Never case data: it goes out in invitations. */
  where: z.string(),
  /** What this service makes for it in the calendar of the council; left out where that is nothing. */
  calendar: z.enum(['entry', 'onlineMeeting']).optional(),
});
export type Meeting = z.infer<typeof meetingSchema>;

export const placeSchema = z.strictObject({
  kind: z.enum(['channel', 'groupChat', 'personal']),
  /** The Teams conversation (a channel's thread), as the key under which its reference is kept. */
  conversation: z.string(),
});
export type Place = z.infer<typeof placeSchema>;

/** A discussion is about the same children as one before it: when those of the chain ended, the first one first. */
export const followsSchema = z.strictObject({
  reference: z.string(),
  discussions: z.array(z.strictObject({ at: instantSchema, decidedS47: z.boolean() })).min(1),
  /** What had been said by then, of whomever: what is said beside it is new. */
  said: z.array(z.string()),
  /** Since when a child has not been found, where that is why it is held (T-14). */
  whereaboutsUnknownAt: instantSchema.nullable(),
});
export type Follows = z.infer<typeof followsSchema>;

const areaAnswers = z.record(z.string(), z.string());

export const discussionEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('discussionConvened'),
    reference: z.string(),
    authority: z.string(),
    /** With the readings in force that day, by name, where they are not the usual ones. */
    standard: z.strictObject({
      key: z.string(),
      version: z.string(),
      readings: z.record(z.string(), z.string()).optional(),
    }),
    children: z.array(childSchema),
    referral: referralSchema,
    concern: z.string(),
    facts: factsSchema,
    follows: followsSchema.nullable(),
    deadline: deadlineSchema,
    convenor: participantSchema,
    chair: participantSchema,
    invitees: z.array(participantSchema),
    meeting: meetingSchema,
    place: placeSchema,
    restricted: z.literal(true).optional(),
  }),
  ...replyEvents,
  childrenChangedEvent,
  detailsRecordedEvent,
  ...handoverEvents,
  ...transferEvents,
  z.strictObject({
    type: z.literal('writtenInformationGiven'),
    personId: personIdSchema,
    information: z.string(),
    proposedActions: z.string(),
    byTelephone,
  }),
  z.strictObject({
    type: z.literal('attendanceRecorded'),
    participant: participantSchema,
    mode: z.enum(['inPerson', 'teams', 'phone']),
    hasAuthority: z.boolean().nullable(),
    substituteFor: z.string().nullable(),
    identified: identifiedSchema.optional(),
    /** Left out: nobody said when they came. */
    joinedAt: instantSchema.optional(),
  }),
  departureRecorded,
  z.strictObject({ type: z.literal('authorityConfirmed'), personId: personIdSchema, hasAuthority: z.boolean() }),
  z.strictObject({
    type: z.literal('informationShared'),
    personId: personIdSchema,
    text: z.string(),
    byTelephone,
    /** What their agency was asked under the agenda (A-DA-11, A-DA-12), by the name of the prompt; left out where nothing was answered. */
    answers: z.record(z.string(), z.string()).optional(),
  }),
  /** How safe somebody taking part judges a child to be, and why (SC-2, SC-3); `wouldRaise`: what would raise it (SC-4). */
  z.strictObject({
    type: z.literal('safetyScaled'),
    personId: personIdSchema,
    childId: z.string(),
    score: z.int(),
    analysis: z.string(),
    wouldRaise: z.string(),
  }),
  z.strictObject({
    type: z.literal('emergencyActionRecorded'),
    action: z.string(),
    takenAt: instantSchema,
    takenBy: z.string(),
    /** Left out where the standard asks nothing about it (E-2, E-3). */
    weighed: actionWeighedSchema.optional(),
    /** The deadline as it stands from now on (T-4, T-10 may be earlier than before). */
    deadline: deadlineSchema,
  }),
  z.strictObject({ type: z.literal('decisionOpened') }),
  z.strictObject({
    type: z.literal('decisionRecorded'),
    meetingEndedAt: instantSchema,
    /** Left out: when the meeting ended (P-4). */
    decidedAt: instantSchema.optional(),
    decisions: z.array(childDecisionSchema),
    /** Seats whose absence the chair overrode, with the recorded reason. */
    overrides: z.array(z.strictObject({ seat: z.string(), reason: z.string() })),
    /** In sentences, as the chair read them. */
    warnings: z.array(z.string()),
    /** When those owed the outcome must have it (N-1...), or null where the standard gives no figure. */
    noticeDue: z.strictObject({ rule: ruleIdSchema, dueAt: instantSchema.nullable() }),
  }),
  decisionCorrectedEvent,
  /** After a decision a child is not found (T-14), or access to one is refused (T-15). */
  z.strictObject({
    type: z.literal('childNotReached'),
    what: z.enum(['whereaboutsUnknown', 'accessRefused']),
    since: instantSchema,
  }),
  /** What was done about one child, as the standard asks it (V-*, F-2): answers by area and field name. */
  z.strictObject({
    type: z.literal('enquiryRecorded'),
    childId: z.string(),
    /** It was seen: when, and how. Null where something else is recorded. */
    seen: z.strictObject({ at: instantSchema, answers: areaAnswers }).nullable(),
    answers: z.partialRecord(z.enum(['parentalPermission', 'agencyChecks', 'familyAfterwards']), areaAnswers),
  }),
  agendaItemEntered,
  ...actionEvents,
  ...enquiryReportEvents,
  enquiryEndedEvent,
  ...signingEvents,
  conferenceEvent,
  filingRecordedEvent,
  ...recordReaderEvents,
  ...closingEvents,
  z.strictObject({
    type: z.literal('discussionReconvened'),
    meeting: meetingSchema,
    reason: z.string(),
    /** The meeting before ended short of its minimum: who is still to be heard, and what was agreed to keep the child safe. */
    inquorate: z
      .strictObject({
        missing: z.array(z.strictObject({ words: z.string(), rule: ruleIdSchema })),
        safetyActions: z.string(),
      })
      .nullable(),
    /** Why a telephone call alone has to do from now on (M-1, M-3); left out where nobody had to say. */
    phoneOnlyReason: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('discussionStoodDown'),
    reason: z.string(),
    /** A kind of reason that some rules do not accept (C-7); left out for any other. */
    because: z.enum(['recentlyAssessed', 'caseAlreadyOpen']).optional(),
    /** What a manager weighed, by factor; left out where nobody wrote anything. */
    weighed: z.record(z.string(), z.string()).optional(),
  }),
  /** The convenor invites one more, perhaps in the place of somebody who does not answer. */
  z.strictObject({
    type: z.literal('inviteeAdded'),
    participant: participantSchema,
    substituteFor: z.string().nullable(),
  }),
  z.strictObject({ type: z.literal('noticeAcknowledged'), noticeId: noticeIdSchema }),
  /** No machine can reach them any more: a person has to. */
  z.strictObject({ type: z.literal('telephoneNeeded'), noticeId: noticeIdSchema, deadline: instantSchema.nullable() }),
  z.strictObject({
    type: z.literal('toldByTelephone'),
    noticeId: noticeIdSchema,
    spokeTo: z.string(),
    toldAt: instantSchema,
  }),
  z.strictObject({ type: z.literal('disagreementRecorded'), reason: z.string() }),
  z.strictObject({ type: z.literal('nothingHeard'), message: z.string() }),
  /** The reminder comes again, as it was, at another time. */
  z.strictObject({
    type: z.literal('reminderSnoozed'),
    noticeId: noticeIdSchema,
    kind: z.enum(noticeKinds),
    rule: ruleIdSchema.nullable(),
    deadline: instantSchema.nullable(),
    until: instantSchema,
  }),
  z.strictObject({ type: z.literal('replyLinksStopped') }),
  z.strictObject({ type: z.literal('placeGone'), conversation: z.string() }),
  z.strictObject({ type: z.literal('onlineMeetingMade'), joinUrl: z.string() }),
  z.strictObject({ type: z.literal('meetingEventFailed'), why: z.string() }),
  z.strictObject({ type: z.literal('dutyDone'), duty: z.enum(dutyKinds) }),
]);
export type DiscussionEvent = z.infer<typeof discussionEvent>;
export type EventOf<T extends DiscussionEvent['type']> = Extract<DiscussionEvent, { type: T }>;
