/** Everything that follows from what has happened so far: deadlines, and answers to the questions about them. */
import { dueBy, eventsOf, type Due } from './deadlines.ts';
import { noticesOwed } from './duties.ts';
import { isExtended } from './extension.ts';
import type { Reading } from './reading.ts';
import type { Instant } from '../time/instant.ts';
import { rulesOfKind } from '../practice.ts';
import type { DeadlineName } from '../language/parts.ts';
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

/** What only the terms of the scenario kind `deadline` ask besides. */
export interface Progress {
  readonly referrerPresent?: boolean | null | undefined;
  readonly absentAgencies?: readonly string[] | undefined;
  readonly now?: Instant | null | undefined;
  readonly checks?: readonly Instant[] | undefined;
}

type Dues = ReadonlyMap<DeadlineName, Due>;

const duesOf = (reading: Reading): Dues => {
  const { practice, matter, meetingType, holds } = reading;
  const events = eventsOf(matter);
  const names = rulesOfKind(practice, 'deadline').flatMap(({ due }) => due.map(({ name }) => name));
  return new Map(
    names.flatMap((name) => {
      const due = dueBy(practice, name, events, meetingType, holds);
      return due === null ? [] : [[name, due] as const];
    }),
  );
};

/** DL-2 needs high concern and a further step decided; its shorter limit then governs. */
const enquiryDue = ({ matter }: Reading, dues: Dues): Due | undefined =>
  (matter.held.urgentEnquiry ? dues.get('urgentS47DueAt') : undefined) ?? dues.get('s47DueAt');

const enquiry = (reading: Reading, dues: Dues): AfterMeeting => {
  const due = enquiryDue(reading, dues);
  const usual = dues.get('s47DueAt');
  return present({
    s47DueAt: due?.dueAt,
    governing: due?.rule,
    defaultS47DueAt: usual?.dueAt,
    alternativeS47DueAt: due?.alternative,
  });
};

const notices = (reading: Reading, given: Progress, dues: Dues): AfterMeeting => {
  const verbal = noticesOwed(reading, 'afterwards').some(({ how }) => how === 'verbally');
  const chase = dues.get('referrerMayChaseAfter');
  const steps = rulesOfKind(reading.practice, 'deadline').find(({ id }) => id === chase?.rule)?.steps;
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

const limits = (reading: Reading, given: Progress, dues: Dues): AfterMeeting => {
  const latestNextAt = dues.get('latestNextAt')?.dueAt;
  const concludeBy = dues.get('concludeBy')?.dueAt;
  const { now } = given;
  const { proposedNextAt, extensions } = reading.matter.held;
  const extended = extensions.some((extension) => isExtended(reading, extension));
  const beyondThreeMonths = (at: Instant): boolean => concludeBy !== undefined && at > concludeBy && !extended;
  const gapExtended = extended && reading.practice.readings.extensionCovers === 'both';
  const beyondGap = (at: Instant): boolean => latestNextAt !== undefined && at > latestNextAt && !gapExtended;
  const limited = latestNextAt !== undefined || concludeBy !== undefined;
  const late = now && concludeBy !== undefined ? now > concludeBy : undefined;
  return present({
    latestNextAt,
    concludeBy,
    proposedNextAllowed:
      proposedNextAt && limited ? !beyondGap(proposedNextAt) && !beyondThreeMonths(proposedNextAt) : undefined,
    overdue:
      late === undefined
        ? undefined
        : extensions.length === 0
          ? late
          : extensions.map((each) => late && !isExtended(reading, each)),
  });
};

const answered: readonly DeadlineName[] = ['writtenNoticeDueAt', 'icpcDueAt', 'assessmentDueAt'];

/** Deadlines that can be missed; the others say when something may begin. */
const missable = (dues: Dues): readonly Instant[] =>
  [...dues]
    .filter(([name]) => name !== 'flagUnseenFrom' && name !== 'referrerMayChaseAfter' && name !== 'urgentS47DueAt')
    .map(([, { dueAt }]) => dueAt);

const onTime = (reading: Reading, given: Progress, dues: Dues): readonly boolean[] | undefined => {
  const enquiryEnds = enquiryDue(reading, dues)?.dueAt;
  const [earliest] = [...missable(dues), ...(enquiryEnds === undefined ? [] : [enquiryEnds])].sort();
  return earliest === undefined ? undefined : given.checks?.map((doneAt) => doneAt <= earliest);
};

const present = (values: { readonly [K in keyof AfterMeeting]: AfterMeeting[K] | null | undefined }): AfterMeeting =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/**
 * Every deadline that follows, inclusive, in the terms of the scenario kind `deadline`. Completed at or before a
 * deadline is on time; `onTime` answers each of `checks` against the earliest deadline found.
 */
export const afterMeeting = (reading: Reading, given: Progress): AfterMeeting => {
  const dues = duesOf(reading);
  const at = (name: DeadlineName): Instant | undefined => dues.get(name)?.dueAt;
  const further = dues.get('furtherDiscussionDueAt');
  const needs = rulesOfKind(reading.practice, 'deadline').find(({ id }) => id === further?.rule)?.requires;
  const alternatives = [enquiryDue(reading, dues), ...answered.map((name) => dues.get(name))];
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
      onTime: onTime(reading, given, dues),
      ambiguous: alternatives.some((due) => (due?.alternative ?? null) !== null),
    }),
    ...notices(reading, given, dues),
    ...enquiry(reading, dues),
    ...limits(reading, given, dues),
    warnings: unpublished ? ['bankHolidaysNotPublished'] : [],
  };
};
