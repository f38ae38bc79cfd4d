/** What a decision makes of a discussion, and what is reported after it. */
import type { Decided, Discussion, InSession } from './discussion.ts';
import type { EventOf } from './event.ts';
import { ImpossibleEvent } from './impossibleEvent.ts';
import type { Stamp } from './stamp.ts';

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
      overrides,
      warnings,
      noticeDue,
    },
  };
};

/** Reported again, the first time stands: what is due counts from it. */
export const notReached = (state: Discussion, { type, what, since }: EventOf<'childNotReached'>): Decided => {
  if (state.stage !== 'decided') throw new ImpossibleEvent(`${type} came before ${state.reference} was decided`);
  const { decision } = state;
  return what === 'whereaboutsUnknown'
    ? { ...state, decision: { ...decision, whereaboutsUnknownAt: decision.whereaboutsUnknownAt ?? since } }
    : { ...state, decision: { ...decision, accessRefusedAt: decision.accessRefusedAt ?? since } };
};
