/**
 * The end of an enquiry (GT-*): it is reported, checked and signed, and its result recorded, by three different people.
 * Each step waits for what the standard asks of those before it.
 */
import type { GateStep } from '../../practice/answers/gate.ts';
import { assessed } from '../matter/assessed.ts';
import { gateFor } from '../matter/gate.ts';
import type { Decided, Discussion } from '../state/discussion.ts';
import { afterReport, reportOn, resultReported, type EnquiryReport } from '../state/enquiryReport.ts';
import type { EventOf } from '../state/event.ts';
import type { Participant, PersonId } from '../state/people.ts';
import { isTakenOver } from '../state/transfer.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Command, CommandOf } from './command.ts';
import type { GateCommand, ReplaceDecider } from './endingCommand.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';
import { unreachable } from '../../practice/language/unreachable.ts';

const kinds: Readonly<Record<GateCommand['kind'], true>> = {
  reportEnquiry: true,
  checkEnquiry: true,
  sendEnquiryBack: true,
  recordResult: true,
};
export const isAboutGate = (command: Command): command is GateCommand => Object.hasOwn(kinds, command.kind);

export const passGate = (state: Discussion, command: GateCommand, context: Context): Ruling => {
  if (state.stage !== 'decided') return refused({ code: 'notDecidedYet' });
  const { childId } = command;
  if (gateFor(state, childId, context.practice) === null) return refused({ code: 'notAskedHere' });
  // H-3: the enquiry is the other authority’s to finish.
  if (isTakenOver(state, childId)) return refused({ code: 'takenOverAlready' });
  const report = reportOn(state, childId);
  if (report?.standing.is === 'finished') return refused({ code: 'resultRecorded', at: report.standing.result.at });
  if (command.kind === 'reportEnquiry') {
    return through(state, 'report', { type: 'enquiryReported', childId, answers: command.answers }, context);
  }
  return report === null || report.standing.is === 'sentBack'
    ? refused({ code: 'notReportedYet' })
    : furtherStep(state, command, report, context);
};

/** They are in the directory no more. Reported again, it has been seen to. */
export const replaceDecider = (
  state: Discussion,
  { childId, leaver, decider }: ReplaceDecider,
  { practice }: Context,
): Ruling => {
  const report = reportOn(state, childId);
  const isTheirs = report?.standing.is === 'checked' && report.standing.check.decider.personId === leaver;
  if (state.stage !== 'decided' || !isTheirs) return refused({ code: 'notAskedHere' });
  const refusal = deciderFault(state, { childId, decider }, [report.by, report.standing.check.by], practice);
  return refusal === null ? accepted({ type: 'deciderReplaced', childId, decider }) : refused(refusal);
};

const furtherStep = (
  state: Decided,
  command: Exclude<GateCommand, { kind: 'reportEnquiry' }>,
  report: EnquiryReport,
  context: Context,
): Ruling => {
  const refusal = theSamePerson(report, command, context) ?? notYet(report, command);
  if (refusal !== null) return refused(refusal);
  const { childId } = command;
  switch (command.kind) {
    case 'checkEnquiry':
      return check(state, command, report, context);
    case 'sendEnquiryBack':
      return command.reason === ''
        ? refused({ code: 'reasonNeeded' })
        : accepted({ type: 'enquirySentBack', childId, reason: command.reason });
    case 'recordResult':
      return resultFrom(state, command, report, context);
    default:
      return unreachable('command', command);
  }
};

/** GT-5: nobody checks what they have written, nor records the result of what they have written or signed. */
const theSamePerson = (
  { by, standing }: EnquiryReport,
  { kind }: GateCommand,
  { actor: { personId } }: Context,
): Refusal | null => {
  if (personId === by) return { code: 'sameHand', rule: 'GT-5', did: 'reported' };
  return kind === 'recordResult' && standing.is === 'checked' && standing.check.by === personId
    ? { code: 'sameHand', rule: 'GT-5', did: 'checked' }
    : null;
};

const notYet = ({ standing }: EnquiryReport, { kind }: GateCommand): Refusal | null =>
  kind === 'recordResult' && standing.is !== 'checked' ? { code: 'notCheckedYet' } : null;

const check = (
  state: Decided,
  { childId, decider }: CommandOf<'checkEnquiry'>,
  { by }: EnquiryReport,
  context: Context,
): Ruling => {
  const refusal = deciderFault(state, { childId, decider }, [by, context.actor.personId], context.practice);
  return refusal === null
    ? through(state, 'check', { type: 'enquiryChecked', childId, decider }, context)
    : refused(refusal);
};

/** Whoever is asked is of the rank that the standard wants, and none of those before. */
export const deciderFault = (
  state: Discussion,
  { childId, decider }: { readonly childId: string; readonly decider: Participant },
  before: readonly PersonId[],
  practice: Practice,
): Refusal | null => {
  const gate = gateFor(state, childId, practice);
  if (gate === null) return { code: 'notAskedHere' };
  const { rule, decidedBy: rank } = gate;
  const { name } = decider;
  if (decider.rank !== rank) return { code: 'cannotDecideResult', rule, name, rank };
  return before.includes(decider.personId) ? { code: 'deciderTookPart', rule, name } : null;
};

const resultFrom = (
  state: Decided,
  { childId, result, reason }: CommandOf<'recordResult'>,
  report: EnquiryReport,
  context: Context,
): Ruling => {
  if (result !== resultReported(report) && reason === '') return refused({ code: 'reasonNeeded' });
  return through(state, 'result', { type: 'enquiryResultRecorded', childId, result, reason }, context);
};

/** Taken, unless something that the standard wants by then is missing. */
const through = (
  state: Decided,
  step: GateStep,
  event: EventOf<'enquiryReported' | 'enquiryChecked' | 'enquiryResultRecorded'>,
  { at, actor, practice }: Context,
): Ruling => {
  const stamp = { at, by: actor.personId, version: state.version + 1 };
  const after = { ...state, reports: afterReport(state.reports, event, stamp) };
  const faults = assessed(after, practice).child(event.childId).gate?.faultsAt(step) ?? [];
  const blocks = faults.map((fault) => ({ ...fault, reasonIn: null }));
  return blocks.length === 0 ? accepted(event) : refused({ code: 'barred', blocks });
};
