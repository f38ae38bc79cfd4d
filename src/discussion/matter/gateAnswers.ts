/** What the gate of one child’s enquiry may look at (GT-*). */
import type { Answers } from '../../practice/answers/answers.ts';
import { resultField } from '../../practice/language/vocabulary.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import { openActions, type AgreedAction } from '../state/agreedAction.ts';
import type { Child } from '../state/childShape.ts';
import type { Discussion } from '../state/discussion.ts';
import { reportOn, type EnquiryReport } from '../state/enquiryReport.ts';

/** What was reported, and what is known without being asked, by area. Empty while nothing is reported. */
export const gateAnswers = (
  d: Discussion,
  child: Child,
  { isSeen }: { readonly isSeen: boolean },
): Readonly<Record<string, Answers>> => {
  const report = reportOn(d, child.childId);
  if (report === null) return {};
  const known = {
    actionsComplete: openActionsOn(d, child.childId).length === 0,
    // V-1: nobody sees a child who is not born.
    childSeen: isSeen || child.birth.kind === 'unborn',
    ...signed(report),
  };
  return { s47Record: report.answers.s47Record, gate: { ...report.answers.gate, ...known } };
};

/** GT-5, GT-6: who did it and when is on the record already. */
const signed = ({ standing }: EnquiryReport): Answers => {
  if (standing.is !== 'checked' && standing.is !== 'finished') return {};
  const { by, at, decider } = standing.check;
  const checked = { teamManagerChecked: true, signedBy: by, signedOn: londonDate(at) };
  return standing.is === 'checked'
    ? checked
    : { ...checked, decidedBy: decider.rank, [resultField]: standing.result.value };
};

/** GT-1: an action that names no child is about all of them. */
export const isOn =
  (childId: string) =>
  ({ childIds }: AgreedAction): boolean =>
    childIds.length === 0 || childIds.includes(childId);

export const openActionsOn = (d: Discussion, childId: string): readonly AgreedAction[] =>
  openActions(d).filter(isOn(childId));
