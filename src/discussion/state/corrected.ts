/** What a correction makes of a decision, and the discussion that it is held against. */
import type { Decided, InSession } from './discussion.ts';
import type { EventOf } from './event.ts';
import { ImpossibleEvent } from './impossibleEvent.ts';
import type { Stamp } from './stamp.ts';

/** As it stood when it was decided, with what has been entered since: a correction is held to the rules of recording. */
export const whenDeciding = (d: Decided): InSession => {
  const { decision, reports: _r, signings: _s, conferences: _c, next: _n, nextCalledOff: _o, closed: _e, ...known } = d;
  return {
    ...known,
    stage: 'inSession',
    chair: decision.chair,
    startedAt: decision.meetingEndedAt,
    decisionOpenedAt: decision.at,
  };
};

export const corrected = (
  state: Decided,
  { type, number, decision: is, reason, warnings, noticeDue }: EventOf<'decisionCorrected'>,
  { at, version }: Stamp,
): Decided => {
  const { reference, chair, decision } = state;
  const { childId } = is;
  const was = decision.children.find((child) => child.childId === childId);
  if (was === undefined) throw new ImpossibleEvent(`${type} on ${reference} of no child of its decision`);
  const correction = { number, childId, was, is, reason, warnings, at, chair, version };
  return {
    ...state,
    decision: {
      ...decision,
      children: decision.children.map((child) => (child === was ? is : child)),
      corrections: [...decision.corrections, correction],
      noticeDue,
    },
  };
};
