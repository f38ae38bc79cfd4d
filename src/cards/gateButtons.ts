/** Which of the buttons about the report on an enquiry are offered as it stands (GT-*). */
import { unfinished } from '../discussion/matter/settled.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { reportOn, type EnquiryReport } from '../discussion/state/enquiryReport.ts';
import type { Practice } from '../practice/practice.ts';

/** Where the enquiry of some child stands when each is offered; null: nothing is reported yet. */
const steps: Readonly<Record<string, readonly (EnquiryReport['standing']['is'] | null)[]>> = {
  'report.open': [null, 'reported', 'sentBack', 'checked'],
  'check.open': ['reported', 'checked'],
  'result.open': ['checked'],
};

/** True for every button that is not about the gate. */
export const fitsGate = (verb: string, d: Discussion, practice: Practice): boolean => {
  const offered = steps[verb];
  return (
    offered === undefined ||
    unfinished(d, practice).some(({ childId }) => offered.includes(reportOn(d, childId)?.standing.is ?? null))
  );
};
