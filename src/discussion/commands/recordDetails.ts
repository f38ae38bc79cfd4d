import type { Discussion } from '../state/discussion.ts';
import { detailsOf, isDescribed, nextMember, type DetailName, type Details } from '../state/details.ts';
import { isRecordClosed } from '../state/signing.ts';
import type { CommandOf } from './command.ts';
import { accepted, refused, type Ruling } from './ruling.ts';

/** What is known of a child or of its household, until it is stood down. Only what is other than the form showed is kept. */
export const recordDetails = (state: Discussion, { of, details, basedOn }: CommandOf<'recordDetails'>): Ruling => {
  if (state.stage === 'stoodDown') return refused({ code: 'tooLate', command: 'recordDetails', stage: state.stage });
  if (isRecordClosed(state)) return refused({ code: 'recordClosed', chair: state.chair.name });
  if (of !== null && !isDescribed(state, of)) return refused({ code: 'noSuchChild' });
  const subject = of ?? nextMember(state.entered);
  const shown = detailsOf(state.entered, subject, basedOn);
  const now = detailsOf(state.entered, subject);
  const changed = differing(details, shown);
  const other = changed.filter((name) => (now[name] ?? '') !== (shown[name] ?? '') && now[name] !== details[name]);
  if (other.length > 0) return refused({ code: 'detailsChangedMeanwhile', now: only(now, other) });
  const left = changed.filter((name) => now[name] !== details[name]);
  if (left.length === 0) return refused({ code: 'nothingEntered' });
  return accepted({ type: 'detailsRecorded', of: subject, details: only(details, left) });
};

const differing = (details: Details, from: Details): readonly DetailName[] =>
  (Object.keys(details) as DetailName[]).filter((name) => (details[name] ?? '') !== (from[name] ?? ''));

const only = (details: Details, names: readonly DetailName[]): Details =>
  Object.fromEntries(names.map((name) => [name, details[name] ?? '']));
