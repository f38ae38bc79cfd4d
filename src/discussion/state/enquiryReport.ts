/** What has been reported of each enquiry, and how far it has come through the gate (GT-*). */
import { resultField } from '../../practice/language/vocabulary.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { EventOf } from './event.ts';
import { ImpossibleEvent } from './impossibleEvent.ts';
import type { Notice } from './notice.ts';
import { versionOf } from './noticeId.ts';
import type { Participant, PersonId } from './people.ts';
import type { Stamp } from './stamp.ts';
import { unreachable } from '../../practice/language/unreachable.ts';

interface Done {
  readonly by: PersonId;
  readonly at: Instant;
}
/** `decider` has been asked for the result. */
type Check = Done & { readonly decider: Participant };

type Standing =
  | { readonly is: 'reported' }
  | ({ readonly is: 'sentBack'; readonly reason: string } & Done)
  | { readonly is: 'checked'; readonly check: Check }
  | { readonly is: 'finished'; readonly check: Check; readonly result: Result };
type Result = Done & { readonly value: string; readonly reason: string };

/** One child’s, the newest. */
export interface EnquiryReport extends Done {
  readonly childId: string;
  readonly answers: EventOf<'enquiryReported'>['answers'];
  readonly standing: Standing;
  /** Everybody who has been asked for the result, whatever came of it. */
  readonly asked: readonly Participant[];
  /** Of the commit that brought it where it stands: what is owed about it has that version. */
  readonly version: number;
}

type Reports = readonly EnquiryReport[];
type ReportEvent = EventOf<
  'enquiryReported' | 'enquiryChecked' | 'deciderReplaced' | 'enquirySentBack' | 'enquiryResultRecorded'
>;

/** A discussion, as far as this goes: it has them once it is decided. */
interface Reported {
  readonly reference: string;
  readonly reports?: Reports;
}

const reportsOf = ({ reports = [] }: Reported): Reports => reports;

export const reportOn = (d: Reported, childId: string): EnquiryReport | null =>
  reportsOf(d).find((report) => report.childId === childId) ?? null;

/** The report a message was owed about; null where it stands elsewhere by now. */
export const reportIn = (d: Reported, { id }: Pick<Notice, 'id'>): EnquiryReport | null =>
  reportsOf(d).find(({ version }) => version === versionOf(id)) ?? null;

/** Who was asked for its result, if it has come so far. */
export const deciderOf = ({ standing }: EnquiryReport): Participant | null =>
  standing.is === 'checked' || standing.is === 'finished' ? standing.check.decider : null;

/** Everybody who has been asked for a result. */
export const askedForResults = (d: Reported): readonly Participant[] => reportsOf(d).flatMap(({ asked }) => asked);

/** Those of them who are asked now, or whose result it is. */
export const decidersIn = (d: Reported): readonly Participant[] => reportsOf(d).flatMap((r) => deciderOf(r) ?? []);

/** As it was recorded; null until it is. */
export const resultOf = (d: Reported, childId: string): Result | null => {
  const standing = reportOn(d, childId)?.standing;
  return standing?.is === 'finished' ? standing.result : null;
};

/** As whoever reported sees it. */
export const resultReported = ({ answers }: EnquiryReport): string => answers.gate[resultField] ?? '';

export const afterReport = (before: Reports, event: ReportEvent, stamp: Stamp): Reports => {
  const report = before.find(({ childId }) => childId === event.childId) ?? null;
  return [...before.filter((each) => each !== report), reported(report, event, stamp)];
};

const reported = (before: EnquiryReport | null, event: ReportEvent, { at, by, version }: Stamp): EnquiryReport => {
  const { childId } = event;
  const asked = before?.asked ?? [];
  if (event.type === 'enquiryReported') {
    return { childId, by, at, answers: event.answers, standing: { is: 'reported' }, asked, version };
  }
  if (before === null) throw new ImpossibleEvent(`${event.type} of no report on child ${childId}`);
  return {
    ...before,
    version,
    standing: standingAfter(before, event, { at, by }),
    asked: 'decider' in event ? [...asked, event.decider] : asked,
  };
};

const standingAfter = (
  { standing }: EnquiryReport,
  event: Exclude<ReportEvent, { type: 'enquiryReported' }>,
  done: Done,
): Standing => {
  switch (event.type) {
    case 'enquiryChecked':
      return { is: 'checked', check: { ...done, decider: event.decider } };
    case 'deciderReplaced':
      if (standing.is !== 'checked') throw new ImpossibleEvent(`${event.type} before it was checked`);
      return { is: 'checked', check: { ...standing.check, decider: event.decider } };
    case 'enquirySentBack':
      return { is: 'sentBack', ...done, reason: event.reason };
    case 'enquiryResultRecorded': {
      if (standing.is !== 'checked') throw new ImpossibleEvent(`${event.type} before it was checked`);
      const { result: value, reason } = event;
      return { is: 'finished', check: standing.check, result: { ...done, value, reason } };
    }
    default:
      return unreachable('event', event);
  }
};
