/** How far the enquiry into each child has come, where the standard has a gate (GT-*). */
import type { Gate } from '../../practice/answers/gate.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Child } from '../state/childShape.ts';
import type { Decided, Discussion } from '../state/discussion.ts';
import { reportOn } from '../state/enquiryReport.ts';
import { isTakenOver } from '../state/transfer.ts';
import { assessed } from './assessed.ts';

/** Those for whom an enquiry was started. */
export const startedFor = ({ children, decision }: Decided): readonly Child[] =>
  children.filter(({ childId }) => decision.children.some((each) => each.s47 && each.childId === childId));

/** Those whose enquiry is for this council to make: no other authority has taken them over since (H-3). */
export const enquiredInto = (d: Decided): readonly Child[] =>
  startedFor(d).filter(({ childId }) => !isTakenOver(d, childId));

/** Null where none was started, or the standard has no gate. */
export const gateFor = (d: Discussion, childId: string, practice: Practice): Gate | null =>
  d.stage === 'decided' && startedFor(d).some((child) => child.childId === childId)
    ? assessed(d, practice).child(childId).gate
    : null;

/** Those whose enquiry ends at a gate here. */
export const throughGate = (d: Discussion, practice: Practice): readonly Child[] =>
  d.stage === 'decided' ? enquiredInto(d).filter(({ childId }) => gateFor(d, childId, practice) !== null) : [];

export const isFinished = (d: Discussion, childId: string): boolean => reportOn(d, childId)?.standing.is === 'finished';
