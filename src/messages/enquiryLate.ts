/** GT-5: what the service manager is told of an enquiry past its time: where it has stopped, and nothing about the child. */
import { z } from 'zod';
import { dutiesAfter } from '../discussion/matter/fallsDue.ts';
import { isClosed, unfinished } from '../discussion/matter/settled.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { deciderOf, reportOn } from '../discussion/state/enquiryReport.ts';
import { leadSocialWorker } from '../discussion/state/responsible.ts';
import type { Practice } from '../practice/practice.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { writeLetter, type Letter, type LetterFile } from './file/letterFile.ts';
import { maybe, text } from './letter.ts';

/** One of the three is not null. */
const schema = z.object({ reference: text, due: maybe, toReport: maybe, toCheck: maybe, toDecide: maybe });

export const enquiryLateFile: LetterFile = { name: 'enquiry-late', schema };

/** Of the first child whose enquiry is not finished; null where none is. */
export const enquiryLateLetter = (d: Discussion, practice: Practice): Letter | null => {
  const [child] = isClosed(d) ? [] : unfinished(d, practice);
  if (child === undefined || d.stage !== 'decided') return null;
  const report = reportOn(d, child.childId);
  const decider = report === null ? null : deciderOf(report);
  const isReported = report !== null && report.standing.is !== 'sentBack';
  const due = dutiesAfter(d, practice).find(({ kind }) => kind === 'enquiryDue')?.deadline;
  const data: z.input<typeof schema> = {
    reference: d.reference,
    due: due === undefined ? null : formatLondon(due),
    toReport: isReported ? null : leadSocialWorker(d).name,
    toCheck: isReported && decider === null ? d.chair.name : null,
    toDecide: decider?.name ?? null,
  };
  return writeLetter(enquiryLateFile, data);
};
