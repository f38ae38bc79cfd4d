import { formatLondon } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Assessment } from '../practice/assess.ts';
import type { ConveningDraft } from '../conduct/drafts.ts';
import { deadlineOf } from '../discussion/matter/deadline.ts';
import type { Deadline } from '../discussion/state/deadlineShape.ts';
import { cite } from '../words/citation.ts';
import { otherReadings } from '../words/readingWords.ts';
import { citedRule } from '../words/ruleWords.ts';
import { warningWords } from '../words/warningWords.ts';

/** The deadline as far as the draft knows; convening computes it again from what was finally entered. */
export const draftDeadline = ({ referral }: ConveningDraft, found: Assessment): Deadline => {
  if (referral === null) throw new Error('the deadline was asked for before the referral was known');
  return deadlineOf(found);
};

export const deadlineWords = ({ dueAt, rule }: Deadline, now: Instant): string => {
  if (dueAt === null)
    return `No fixed deadline ${cite(rule)}: hold it as soon as possible. The time you choose becomes the target.`;
  return dueAt < now
    ? `Overdue: it was due by ${formatLondon(dueAt)} ${cite(rule)}. Hold it as soon as possible.`
    : `Hold it by ${formatLondon(dueAt)} ${cite(rule)}, and as soon as possible.`;
};

export const deadlineWhy = ({ rule }: Deadline, found: Assessment): string =>
  citedRule({ words: found.ruleWords(rule) ?? '', rule });

export const deadlineWarnings = (deadline: Deadline, { timescale }: Assessment): readonly string[] => [
  ...deadline.warnings.map((warning) => warningWords(warning, deadline)),
  ...otherReadings(timescale, deadline),
];
