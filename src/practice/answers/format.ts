/** How a discussion may be held (M-*). */
import { nothingFound, type Fault, type Findings } from './findings.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { Reading } from './reading.ts';
import { formats, type Format } from '../language/vocabulary.ts';

/** The rule that says which ways there are. */
const allowing = (practice: Practice) => rulesOfKind(practice, 'format').find((rule) => rule.allowed !== undefined);

/** The formats the standard allows, and the usual venue if it names one. */
export const formatsAllowed = (practice: Practice): readonly Format[] => allowing(practice)?.allowed ?? formats;

/** M-2: a way to meet that the standard does not have. */
export const formatNotAllowed = ({ practice, matter }: Reading): Fault | null => {
  const rule = allowing(practice);
  if (rule === undefined || formatsAllowed(practice).includes(matter.meeting.format)) return null;
  return { code: 'formatNotAllowed', rule: rule.id, words: rule.text };
};

export const usualVenue = (practice: Practice): string | null =>
  rulesOfKind(practice, 'format').find((rule) => rule.venue !== undefined)?.venue ?? null;

/** What the standard says against holding this discussion by telephone alone. */
export const formatFindings = ({ practice, matter, holds }: Reading): Findings => {
  if (matter.meeting.format !== 'phone') return nothingFound;
  const rules = rulesOfKind(practice, 'format').filter(({ unless }) => unless === undefined || !holds(unless));
  const faults = rules
    .filter((rule) => rule.meetingRequiredIf?.some((when) => holds(when)))
    .map(({ id, text }): Fault => ({ code: 'meetingRequired', rule: id, words: text }));
  const warnings = rules
    .filter((rule) => rule.phoneOnlyIf !== undefined && !holds(rule.phoneOnlyIf))
    .map(({ id, text }): Fault => ({ code: 'phoneOnlyReason', rule: id, words: text }));
  return { faults, warnings };
};
