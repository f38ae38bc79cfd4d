import type { CommandOf } from './command.ts';
import { assessed } from '../matter/assessed.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import type { Discussion } from '../state/discussion.ts';
import { answersIn, type Entry } from '../state/enquired.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';

/** V-*, F-2: what was done about one child, before a decision or after it, and all that the rules ask of it. */
export const recordEnquiry = (
  state: Discussion,
  { childId, seen, answers }: CommandOf<'recordEnquiry'>,
  { at, practice }: Context,
): Ruling => {
  if (state.stage === 'stoodDown') return refused({ code: 'tooLate', command: 'recordEnquiry', stage: state.stage });
  if (!state.children.some((child) => child.childId === childId)) return refused({ code: 'noSuchChild' });
  const entry = { childId, seen, answers };
  const fault = timeFault(state, seen, at) ?? answersFault(state, entry, practice);
  return fault === null ? accepted({ type: 'enquiryRecorded', ...entry }) : refused(fault);
};

const timeFault = ({ referral: { receivedAt } }: Discussion, seen: Entry['seen'], at: Instant): Refusal | null => {
  if (seen === null) return null;
  if (seen.at > at) return { code: 'timeInFuture', what: 'childSeen' };
  return seen.at < receivedAt ? { code: 'seenBeforeReferral', receivedAt } : null;
};

const answersFault = (state: Discussion, entry: Entry, practice: Practice): Refusal | null => {
  const given = Object.keys(answersIn(entry));
  if (given.length === 0) return { code: 'nothingEntered' };
  const after = { ...state, enquired: [...state.enquired, entry] };
  const asked = assessed(after, practice).child(entry.childId).enquiry;
  if (given.some((area) => !asked.some((step) => step.area === area))) return { code: 'notAskedHere' };
  const faults = asked.filter(({ area }) => given.includes(area)).flatMap((step) => step.faults);
  // A parent's permission is asked with being seen, and by itself.
  const blocks = new Map(faults.map((fault) => [fault.code, { ...fault, reasonIn: null }]));
  return blocks.size === 0 ? null : { code: 'barred', blocks: [...blocks.values()] };
};
