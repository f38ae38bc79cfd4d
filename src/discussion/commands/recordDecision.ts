import { assess } from '../../practice/assess.ts';
import type { RuleId } from '../../practice/language/vocabulary.ts';
import type { Practice } from '../../practice/practice.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { wholeMinute, type Instant } from '../../practice/time/instant.ts';
import { assessed } from '../matter/assessed.ts';
import { matterIfDecided } from '../matter/matterOf.ts';
import { checkChild } from '../matter/childCheck.ts';
import { leftOpen } from '../matter/leftOpen.ts';
import { missingSeats, quorumAt, type MissingSeat } from '../matter/quorumNow.ts';
import type { Discussion, InSession, OpenDiscussion } from '../state/discussion.ts';
import type { ChildDecision } from '../state/childDecision.ts';
import { comeSince } from '../state/seen.ts';
import type { CommandOf } from './command.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

/** Opens the form. It may be opened while inquorate, to prepare; only recording it needs the minimum. */
export const openDecision = (state: OpenDiscussion): Ruling =>
  state.stage === 'inSession'
    ? accepted({ type: 'decisionOpened' })
    : refused({ code: 'notInSession', command: 'openDecision' });

/** Q-1..Q-10: a decision counts only when the minimum is there; P-*, O-*, J-*...: and only when it is complete. */
export const recordDecision = (
  state: OpenDiscussion,
  command: CommandOf<'recordDecision'>,
  context: Context,
): Ruling => {
  if (state.stage !== 'inSession') return refused({ code: 'notInSession', command: 'recordDecision' });
  const { practice, at } = context;
  const { decisions, meetingEndedAt, decidedAt } = command;
  const short = quorumFault(state, practice, command) ?? timesFault(state, command, at) ?? newsFault(state, command);
  if (short !== null) return refused(short);
  const uneven = childrenFault(state, decisions);
  if (uneven !== null) return refused(uneven);
  const checked = decisions.map((decision) => checkChild(state, decision, practice));
  const faults = checked.flatMap((found) => found.faults);
  if (faults.length > 0) return refused({ code: 'decisionIncomplete', faults });
  const due = noticeDue(state, command, context);
  return accepted({
    type: 'decisionRecorded',
    meetingEndedAt,
    ...(decidedAt === undefined ? {} : { decidedAt }),
    decisions: [...decisions],
    overrides: command.overrides.filter(({ reason }) => reason.trim() !== ''),
    warnings: [
      ...new Set([
        ...lateWarning(due, at),
        ...leftOpen(state, decisions, practice).map(({ words, id }) => `No entry under “${words}” (${id})`),
        ...assessed(state, practice).cautions.map(({ words, rule }) => `${words} (${rule})`),
        ...checked.flatMap(({ warnings }) => warnings.map(({ words }) => words)),
      ]),
    ],
    noticeDue: due,
  });
};

/** After a meeting, clocks run from the meeting: when it ended, never before it began nor in the future. */
const timesFault = (
  state: InSession,
  { meetingEndedAt, decidedAt }: CommandOf<'recordDecision'>,
  at: Instant,
): Refusal | null => {
  if (meetingEndedAt > at) return { code: 'timeInFuture', what: 'meetingEnd' };
  if (decidedAt !== undefined && decidedAt > at) return { code: 'timeInFuture', what: 'decision' };
  // A meeting may end in the minute it began.
  const planned = state.meeting.startsAt;
  const beganAt = wholeMinute(state.startedAt < planned ? state.startedAt : planned);
  if (meetingEndedAt < beganAt) return { code: 'endedBeforeItBegan', beganAt };
  return decidedAt !== undefined && decidedAt < beganAt ? { code: 'decidedBeforeItBegan', beganAt } : null;
};

/** What others have added since the chair looked it all over is looked at first. */
const newsFault = (state: InSession, { seen }: CommandOf<'recordDecision'>): Refusal | null => {
  const what = seen === undefined ? [] : comeSince(state, seen);
  return what.length === 0 ? null : { code: 'comeSince', what };
};

const childrenFault = (state: Discussion, decisions: readonly ChildDecision[]): Refusal | null => {
  const undecided = state.children
    .map((c) => c.childId)
    .filter((id) => !decisions.some((decision) => decision.childId === id));
  if (undecided.length > 0) return { code: 'childrenNotAllDecided', childIds: undecided };
  const extra = decisions.find(
    (decision, i) => decisions.findIndex((other) => other.childId === decision.childId) !== i || !has(state, decision),
  );
  return extra === undefined ? null : { code: 'notOneDecisionEach', childId: extra.childId };
};

/** N-1, N-3: by when the referrer must have the outcome; no figure where the standard gives none (N-6). */
export const noticeDue = (
  state: InSession,
  {
    decisions,
    meetingEndedAt,
    decidedAt = meetingEndedAt,
  }: Pick<CommandOf<'recordDecision'>, 'decisions' | 'meetingEndedAt' | 'decidedAt'>,
  { practice }: Context,
): { readonly rule: RuleId; readonly dueAt: Instant | null } => {
  const { due } = assess(practice, matterIfDecided(state, decisions, { meetingEndedAt, decidedAt }));
  const found = due('referrerNoticeDueAt') ?? due('writtenNoticeDueAt');
  return found === null ? { rule: 'N-6', dueAt: null } : { rule: found.rule, dueAt: found.dueAt };
};

/** Recorded so long after the meeting that what had to follow is late at once: whoever answers for the service is told. */
const lateWarning = ({ rule, dueAt }: ReturnType<typeof noticeDue>, at: Instant): readonly string[] =>
  dueAt === null || dueAt >= at
    ? []
    : [`Late: the outcome was due by ${formatLondon(dueAt)} (${rule}). The service manager is told.`];

const has = (state: Discussion, { childId }: ChildDecision): boolean =>
  state.children.some((child) => child.childId === childId);

export const quorumFault = (
  state: Discussion,
  practice: Practice,
  {
    overrides,
    meetingEndedAt,
    decidedAt = meetingEndedAt,
  }: Pick<CommandOf<'recordDecision'>, 'overrides' | 'meetingEndedAt' | 'decidedAt'>,
): Refusal | null => {
  const reasoned = (seat: MissingSeat) =>
    seat.overridable && overrides.some((o) => o.seat === seat.seat && o.reason.trim() !== '');
  const missing = missingSeats(quorumAt(state, practice, decidedAt)).filter((seat) => !reasoned(seat));
  return missing.length === 0 ? null : { code: 'inquorate', rule: missing[0]?.rule ?? 'Q-1', missing };
};
