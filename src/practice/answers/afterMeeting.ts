/** Everything that follows from what has happened so far: deadlines, and answers to the questions about them. */
import { dueBy, type Due, type Events } from './deadlines.ts';
import { noticesOwed } from './duties.ts';
import type { Progress } from '../language/facts.ts';
import type { Instant } from '../time/instant.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import { requirementFindings } from './requirements.ts';
import type { DeadlineName } from '../language/ruleParts.ts';
import type { RuleId } from '../language/vocabulary.ts';

/** The deadlines and answers that follow from what has happened; a key is present only if the standard gives it. */
export interface AfterMeeting {
  readonly recordUploadDueAt?: Instant;
  readonly recordCirculationDueAt?: Instant;
  readonly decisionsDueAt?: Instant;
  readonly minutesDueAt?: Instant;
  readonly referrerNoticeDueAt?: Instant;
  readonly absentAgencyNoticeDueAt?: Instant;
  readonly verbalNotice?: 'asap';
  readonly writtenNoticeDueAt?: Instant;
  readonly alternativeWrittenNoticeDueAt?: Instant;
  readonly referrerMayChaseAfter?: Instant;
  readonly chaseSteps?: readonly string[];
  readonly childSeenDueAt?: Instant;
  /** From here on, a child not yet seen is flagged on the agenda. */
  readonly flagUnseenFrom?: Instant;
  readonly s47DueAt?: Instant;
  readonly defaultS47DueAt?: Instant;
  readonly alternativeS47DueAt?: Instant;
  /** The rule that governs `s47DueAt`. */
  readonly governing?: RuleId;
  readonly icpcDueAt?: Instant;
  readonly alternativeIcpcDueAt?: Instant;
  readonly assessmentDueAt?: Instant;
  readonly alternativeAssessmentDueAt?: Instant;
  readonly latestNextAt?: Instant;
  readonly proposedNextAllowed?: boolean;
  readonly concludeBy?: Instant;
  readonly overdue?: boolean | readonly boolean[];
  readonly furtherDiscussionDueAt?: Instant;
  /** What a further discussion needs (T-14). */
  readonly requires?: readonly string[];
  readonly onTime?: readonly boolean[];
  /** A source behind one of these can be read another way. */
  readonly ambiguous?: boolean;
  readonly warnings?: readonly 'bankHolidaysNotPublished'[];
}

/** DL-3 counts from the discussion that decided, which is the earliest that did. */
export const eventsOf = (given: Progress): Events => {
  const held = (given.discussions ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return {
    ...given,
    decidingDiscussionAt: held.find(({ decidedS47 }) => decidedS47)?.at ?? given.s47DecidedAt ?? null,
    lastDiscussionAt: held.at(-1)?.at ?? null,
  };
};

type Dues = ReadonlyMap<DeadlineName, Due>;

const duesOf = (practice: Practice, given: Progress): Dues => {
  const events = eventsOf(given);
  const names = rulesOfKind(practice, 'deadline').flatMap(({ due }) => due.map(({ name }) => name));
  return new Map(
    names.flatMap((name) => {
      const due = dueBy(practice, name, events, given.meetingType ?? 'ordinary');
      return due === null ? [] : [[name, due] as const];
    }),
  );
};

/** DL-2 needs high concern and a further step decided; its shorter limit then governs. */
const enquiryDue = (given: Progress, dues: Dues): Due | undefined => {
  const stepDecided = given.icpcDecided === true || given.legalPlanningDecided === true;
  const urgent = given.highConcern === true && stepDecided ? dues.get('urgentS47DueAt') : undefined;
  return urgent ?? dues.get('s47DueAt');
};

const enquiry = (given: Progress, dues: Dues): AfterMeeting => {
  const due = enquiryDue(given, dues);
  const usual = dues.get('s47DueAt');
  return present({
    s47DueAt: due?.dueAt,
    governing: due?.rule,
    defaultS47DueAt: usual?.dueAt,
    alternativeS47DueAt: due?.alternative,
  });
};

const notices = (practice: Practice, given: Progress, dues: Dues): AfterMeeting => {
  const facts = new Set(given.referrerInvolved === false ? (['referrerNotInvolved'] as const) : []);
  const verbal = noticesOwed(practice, 'afterwards', facts).some(({ how }) => how === 'verbally');
  const chase = dues.get('referrerMayChaseAfter');
  const steps = rulesOfKind(practice, 'deadline').find(({ id }) => id === chase?.rule)?.steps;
  const nobodyAbsent = given.absentAgencies?.length === 0;
  return present({
    referrerNoticeDueAt: given.referrerPresent === true ? null : dues.get('referrerNoticeDueAt')?.dueAt,
    absentAgencyNoticeDueAt: nobodyAbsent ? null : dues.get('absentAgencyNoticeDueAt')?.dueAt,
    verbalNotice: verbal ? 'asap' : null,
    writtenNoticeDueAt: dues.get('writtenNoticeDueAt')?.dueAt,
    alternativeWrittenNoticeDueAt: dues.get('writtenNoticeDueAt')?.alternative,
    referrerMayChaseAfter: chase?.dueAt,
    chaseSteps: steps,
  });
};

type Extension = NonNullable<Progress['cases']>[number];

/** DL-10: exceptional, and authorised by the Head of Service. */
const isExtended = (practice: Practice, extension: Extension): boolean =>
  rulesOfKind(practice, 'requirement').some(({ asks }) => asks?.about === 'extension') &&
  requirementFindings(practice, 'extension', new Set(), extension).faults.length === 0;

const limits = (practice: Practice, given: Progress, dues: Dues): AfterMeeting => {
  const latestNextAt = dues.get('latestNextAt')?.dueAt;
  const concludeBy = dues.get('concludeBy')?.dueAt;
  const { now, cases, proposedNextAt } = given;
  const extended = (cases ?? []).some((extension) => isExtended(practice, extension));
  const beyondThreeMonths = (at: Instant): boolean => concludeBy !== undefined && at > concludeBy && !extended;
  const gapExtended = extended && practice.readings.extensionCovers === 'both';
  const beyondGap = (at: Instant): boolean => latestNextAt !== undefined && at > latestNextAt && !gapExtended;
  const limited = latestNextAt !== undefined || concludeBy !== undefined;
  const late = now && concludeBy !== undefined ? now > concludeBy : undefined;
  return present({
    latestNextAt,
    concludeBy,
    proposedNextAllowed:
      proposedNextAt && limited ? !beyondGap(proposedNextAt) && !beyondThreeMonths(proposedNextAt) : undefined,
    overdue: late === undefined ? undefined : (cases?.map((each) => late && !isExtended(practice, each)) ?? late),
  });
};

const answered: readonly DeadlineName[] = ['writtenNoticeDueAt', 'icpcDueAt', 'assessmentDueAt'];

/** Deadlines that can be missed; the others say when something may begin. */
const missable = (dues: Dues): readonly Instant[] =>
  [...dues]
    .filter(([name]) => name !== 'flagUnseenFrom' && name !== 'referrerMayChaseAfter' && name !== 'urgentS47DueAt')
    .map(([, { dueAt }]) => dueAt);

const onTime = (given: Progress, dues: Dues): readonly boolean[] | undefined => {
  const enquiryEnds = enquiryDue(given, dues)?.dueAt;
  const [earliest] = [...missable(dues), ...(enquiryEnds === undefined ? [] : [enquiryEnds])].sort();
  return earliest === undefined ? undefined : given.checks?.map((doneAt) => doneAt <= earliest);
};

const present = (values: { readonly [K in keyof AfterMeeting]: AfterMeeting[K] | null | undefined }): AfterMeeting =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/**
 * Every deadline that follows, inclusive, in the terms of the scenario kind `deadline`. Completed at or before a
 * deadline is on time; `onTime` answers each of `checks` against the earliest deadline found.
 */
export function afterMeeting(practice: Practice, given: Progress): AfterMeeting {
  const dues = duesOf(practice, given);
  const at = (name: DeadlineName): Instant | undefined => dues.get(name)?.dueAt;
  const further = dues.get('furtherDiscussionDueAt');
  const needs = rulesOfKind(practice, 'deadline').find(({ id }) => id === further?.rule)?.requires;
  const alternatives = [enquiryDue(given, dues), ...answered.map((name) => dues.get(name))];
  const unpublished = [...dues.values()].some(({ beyondHolidays }) => beyondHolidays);
  return {
    ...present({
      recordUploadDueAt: at('recordUploadDueAt'),
      recordCirculationDueAt: at('recordCirculationDueAt'),
      decisionsDueAt: at('decisionsDueAt'),
      minutesDueAt: at('minutesDueAt'),
      childSeenDueAt: at('childSeenDueAt'),
      flagUnseenFrom: at('flagUnseenFrom'),
      icpcDueAt: at('icpcDueAt'),
      alternativeIcpcDueAt: dues.get('icpcDueAt')?.alternative,
      assessmentDueAt: at('assessmentDueAt'),
      alternativeAssessmentDueAt: dues.get('assessmentDueAt')?.alternative,
      furtherDiscussionDueAt: at('furtherDiscussionDueAt'),
      requires: needs,
      onTime: onTime(given, dues),
      ambiguous: alternatives.some((due) => (due?.alternative ?? null) !== null),
    }),
    ...notices(practice, given, dues),
    ...enquiry(given, dues),
    ...limits(practice, given, dues),
    warnings: unpublished ? ['bankHolidaysNotPublished'] : [],
  };
}
