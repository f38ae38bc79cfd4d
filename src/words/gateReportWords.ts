/** What was reported of the enquiry into one child, and how far it has come through its gate (GT-*), field by field. */
import { gateFor } from '../discussion/matter/gate.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { reportOn, type EnquiryReport } from '../discussion/state/enquiryReport.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Practice } from '../practice/practice.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import { answered, answerWords, type Answered } from './answerWords.ts';
import { nameOf } from './whoTheyAre.ts';

export interface Reported {
  /** `Ellie Vaughan, Tuesday 1 December 2026, 10am`. */
  readonly by: string;
  /** All that the report was asked, as far as it was answered (GT-7). */
  readonly answers: readonly Answered[];
  /** What has become of it since. */
  readonly since: readonly Answered[];
}

/** Null where nothing has been reported, or nothing is. */
export const reportedOn = (d: Discussion, childId: string, practice: Practice): Reported | null => {
  const gate = gateFor(d, childId, practice);
  const report = reportOn(d, childId);
  if (gate === null || report === null) return null;
  return {
    by: whoAndWhen(d, report),
    answers: gate.asked.flatMap(({ area, fields }) => answered(fields, report.answers[area])),
    since: sinceThen(d, report, (value) => answerWords(gate.result, value)),
  };
};

const whoAndWhen = (d: Discussion, { by, at }: Pick<EnquiryReport, 'by' | 'at'>): string =>
  `${nameOf(d, by)}, ${formatLondon(at)}`;

const sinceThen = (
  d: Discussion,
  { standing }: EnquiryReport,
  resultWords: (value: string) => string,
): readonly Answered[] => {
  const signed = (check: Pick<EnquiryReport, 'by' | 'at'>): Answered => ({
    question: 'Checked and signed',
    answer: whoAndWhen(d, check),
  });
  switch (standing.is) {
    case 'reported':
      return [{ question: 'Checked and signed', answer: 'Not yet' }];
    case 'sentBack':
      return [{ question: `Sent back by ${whoAndWhen(d, standing)}`, answer: standing.reason }];
    case 'checked':
      return [signed(standing.check), { question: 'Asked for the result', answer: standing.check.decider.name }];
    case 'finished':
      return [
        signed(standing.check),
        { question: 'Result', answer: resultWords(standing.result.value) },
        { question: 'Recorded by', answer: whoAndWhen(d, standing.result) },
        ...(standing.result.reason === '' ? [] : [{ question: 'Reason', answer: standing.result.reason }]),
      ];
    default:
      return unreachable('standing', standing);
  }
};

/** A question that is one has its mark already. */
export const answerLine = ({ question, answer }: Answered): string =>
  `${question}${question.endsWith('?') ? '' : ':'} ${answer}`;
