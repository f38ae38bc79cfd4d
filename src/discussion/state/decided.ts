/** What a decision makes of a discussion, and what is reported after it. */
import type { NextDiscussion } from './closing.ts';
import { corrected } from './corrected.ts';
import type { Decided, Discussion, InSession } from './discussion.ts';
import type { DiscussionEvent, EventOf } from './event.ts';
import { afterReport } from './enquiryReport.ts';
import { afterReading } from './recordReaders.ts';
import { afterSigning } from './signing.ts';
import { ImpossibleEvent } from './impossibleEvent.ts';
import type { Stamp } from './stamp.ts';
import { unreachable } from '../../practice/language/unreachable.ts';

export const decided = (before: InSession, event: EventOf<'decisionRecorded'>, { at, by }: Stamp): Decided => {
  const { decisionOpenedAt: _d, startedAt: _s, ...session } = before;
  const { decisions, overrides, warnings, noticeDue, meetingEndedAt, decidedAt = meetingEndedAt } = event;
  return {
    ...session,
    stage: 'decided',
    decision: {
      at,
      by,
      chair: before.chair,
      meetingEndedAt,
      decidedAt,
      whereaboutsUnknownAt: null,
      accessRefusedAt: null,
      children: decisions,
      corrections: [],
      overrides,
      warnings,
      noticeDue,
    },
    reports: [],
    ends: [],
    signings: [],
    reopenings: [],
    conferences: [],
    filing: [],
    recordReaders: [],
    next: [],
    nextCalledOff: null,
    closed: null,
  };
};

/** Reported again, the first time stands: what is due counts from it. */
const notReached = (state: Decided, { what, since }: EventOf<'childNotReached'>): Decided => {
  const { decision } = state;
  const asked = { ...state, nextCalledOff: null };
  return what === 'whereaboutsUnknown'
    ? { ...asked, decision: { ...decision, whereaboutsUnknownAt: decision.whereaboutsUnknownAt ?? since } }
    : { ...asked, decision: { ...decision, accessRefusedAt: decision.accessRefusedAt ?? since } };
};

type Afterwards = EventOf<
  | 'decisionCorrected'
  | 'childNotReached'
  | 'enquiryReported'
  | 'enquiryChecked'
  | 'deciderReplaced'
  | 'enquirySentBack'
  | 'enquiryResultRecorded'
  | 'enquiryEnded'
  | 'recordSigned'
  | 'recordAuthorised'
  | 'recordSentBack'
  | 'recordReopened'
  | 'authoriserReplaced'
  | 'conferenceRecorded'
  | 'filingRecorded'
  | 'recordPageOpened'
  | 'recordPageClosed'
  | 'recordCodeAsked'
  | 'recordCodeEntered'
  | 'nextDiscussionKnown'
  | 'nextDiscussionCalledOff'
  | 'discussionClosed'
>;

const afterDeciding: Readonly<Record<Afterwards['type'], true>> = {
  decisionCorrected: true,
  childNotReached: true,
  enquiryReported: true,
  enquiryChecked: true,
  deciderReplaced: true,
  enquirySentBack: true,
  enquiryResultRecorded: true,
  enquiryEnded: true,
  recordSigned: true,
  recordAuthorised: true,
  recordSentBack: true,
  recordReopened: true,
  authoriserReplaced: true,
  conferenceRecorded: true,
  filingRecorded: true,
  recordPageOpened: true,
  recordPageClosed: true,
  recordCodeAsked: true,
  recordCodeEntered: true,
  nextDiscussionKnown: true,
  nextDiscussionCalledOff: true,
  discussionClosed: true,
};
export const isAfterwards = (event: DiscussionEvent): event is Afterwards => Object.hasOwn(afterDeciding, event.type);

/** What happens to a discussion that has been decided, and to no other. */
export const afterwards = (state: Discussion, event: Afterwards, stamp: Stamp): Decided => {
  if (state.stage !== 'decided') throw new ImpossibleEvent(`${event.type} came before ${state.reference} was decided`);
  switch (event.type) {
    case 'decisionCorrected':
      return corrected(state, event, stamp);
    case 'childNotReached':
      return notReached(state, event);
    case 'enquiryReported':
    case 'enquiryChecked':
    case 'deciderReplaced':
    case 'enquirySentBack':
    case 'enquiryResultRecorded':
      return { ...state, reports: afterReport(state.reports, event, stamp) };
    case 'recordReopened': {
      const { number, reason } = event;
      const { at, version } = stamp;
      return { ...state, reopenings: [...state.reopenings, { number, reason, by: state.chair, at, version }] };
    }
    case 'enquiryEnded': {
      const { type: _type, ...end } = event;
      return { ...state, ends: [...state.ends, { ...end, at: stamp.at, by: stamp.by }] };
    }
    case 'recordSigned':
    case 'recordAuthorised':
    case 'recordSentBack':
    case 'authoriserReplaced':
      return { ...state, signings: afterSigning(state.signings, event, { chair: state.chair, stamp }) };
    case 'conferenceRecorded': {
      const { childIds, outcome } = event;
      const { at, by } = stamp;
      return { ...state, conferences: [...state.conferences, { childIds, outcome, at, by }] };
    }
    case 'filingRecorded': {
      const { step, where } = event;
      return { ...state, filing: [...state.filing, { step, where, ...stamp }] };
    }
    case 'recordPageOpened':
    case 'recordPageClosed':
    case 'recordCodeAsked':
    case 'recordCodeEntered':
      return { ...state, recordReaders: afterReading(state.recordReaders, event, stamp) };
    case 'nextDiscussionKnown':
      return { ...state, next: afterNext(state.next, event) };
    case 'nextDiscussionCalledOff':
      return { ...state, nextCalledOff: event.reason };
    case 'discussionClosed': {
      const { reason, left } = event;
      return { ...state, closed: { at: stamp.at, by: stamp.by, reason, left } };
    }
    default:
      return unreachable('event', event);
  }
};

/** One line for each discussion, as it stands now. */
const afterNext = (
  before: readonly NextDiscussion[],
  { reference, stands }: EventOf<'nextDiscussionKnown'>,
): readonly NextDiscussion[] => [...before.filter((each) => each.reference !== reference), { reference, stands }];
