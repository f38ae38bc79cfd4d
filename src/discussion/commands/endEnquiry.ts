import { londonDate } from '../../practice/time/calendar.ts';
import { endedByHand } from '../matter/enquiryEnd.ts';
import { enquiredInto } from '../matter/gate.ts';
import { conferenceOf } from '../state/conference.ts';
import type { Decided } from '../state/discussion.ts';
import type { CommandOf } from './command.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

/** How and when an enquiry ended, of one child or several. GT-5: at a gate its result says so, and nobody else. */
export const endEnquiry = (
  state: Decided,
  { kind: _kind, ...end }: CommandOf<'endEnquiry'>,
  context: Context,
): Ruling => {
  const refusal =
    childrenFault(state, end.childIds, context) ?? timeFault(state, end.on, context) ?? wordsFault(state, end);
  return refusal === null ? accepted({ type: 'enquiryEnded', ...end }) : refused(refusal);
};

const childrenFault = (state: Decided, childIds: readonly string[], { practice }: Context): Refusal | null => {
  const isAmong = (children: readonly { readonly childId: string }[]): boolean =>
    childIds.every((id) => children.some(({ childId }) => childId === id));
  if (childIds.length === 0 || !isAmong(enquiredInto(state))) return { code: 'noSuchChild' };
  return isAmong(endedByHand(state, practice)) ? null : { code: 'notAskedHere' };
};

const timeFault = ({ decision: { meetingEndedAt } }: Decided, on: string, { at }: Context): Refusal | null => {
  if (on > londonDate(at)) return { code: 'timeInFuture', what: 'enquiryEnd' };
  return on < londonDate(meetingEndedAt) ? { code: 'enquiryEndedBeforeDecision', meetingEndedAt } : null;
};

/** DL-3: that no conference follows has its reason, and somebody who agreed, unless that has been recorded already. */
const wordsFault = (
  state: Decided,
  { childIds, how, reason, agreedBy }: Omit<CommandOf<'endEnquiry'>, 'kind'>,
): Refusal | null =>
  how === 'conference' ||
  (reason !== '' && agreedBy !== '') ||
  childIds.every((childId) => conferenceOf(state, childId)?.what === 'notNeeded')
    ? null
    : { code: 'whyNoConference' };
