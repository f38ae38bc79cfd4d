/** Who is asked for what at the gate of an enquiry (GT-*), when they are reminded, and who hears how it ends. */
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { unreachable } from '../../practice/language/unreachable.ts';
import { gateFor } from '../matter/gate.ts';
import { leading, type Decided, type Discussion } from '../state/discussion.ts';
import type { EnquiryReport } from '../state/enquiryReport.ts';
import type { EventOf } from '../state/event.ts';
import type { Participant } from '../state/people.ts';
import { leadSocialWorker } from '../state/responsible.ts';
import type { Stamp } from '../state/stamp.ts';
import { dutiesAfter } from '../matter/fallsDue.ts';
import { heardAfter, nextMorning } from './followUp.ts';
import { message, reminder, toService, type Owed } from './owed.ts';
import { beforeDeadline } from './reminders.ts';

type GateEvent = EventOf<
  'enquiryReported' | 'enquiryChecked' | 'deciderReplaced' | 'enquirySentBack' | 'enquiryResultRecorded'
>;

export const owedForGate = (d: Decided, event: GateEvent, practice: Practice, stamp: Stamp): readonly Owed[] => {
  const report = d.reports.find(({ childId }) => childId === event.childId);
  if (report === undefined) return [];
  switch (event.type) {
    case 'enquiryReported':
      return [...askedAbout(d, report, practice, stamp.at), late(d, practice, stamp.at)];
    case 'enquirySentBack':
      return askedAbout(d, report, practice, stamp.at);
    case 'enquiryChecked':
    case 'deciderReplaced':
      return [
        ...askedAbout(d, report, practice, stamp.at),
        remindedOf(d, event, practice, stamp.at),
        late(d, practice, stamp.at),
      ];
    case 'enquiryResultRecorded':
      return heardBy(d, stamp).map((who) => message('enquiryFinished', who, null));
    default:
      return unreachable('event', event);
  }
};

/** What is asked as it stands, of whoever it is with now: again of somebody who takes over. */
export const askedAtGate = (d: Discussion, practice: Practice, at: Instant): readonly Owed[] =>
  d.stage === 'decided' ? d.reports.flatMap((report) => askedAbout(d, report, practice, at)) : [];

const askedAbout = (d: Decided, report: EnquiryReport, practice: Practice, at: Instant): readonly Owed[] => {
  const { standing, childId } = report;
  const ask = (kind: Owed['kind'], who: Participant): readonly Owed[] => [
    { ...message(kind, who, ahead(d, practice, at)), rule: gateFor(d, childId, practice)?.rule ?? null },
  ];
  switch (standing.is) {
    case 'reported':
      return ask('enquiryToCheck', checkerOf(d, report));
    case 'sentBack':
      return ask('enquirySentBack', leadSocialWorker(d));
    case 'checked':
      return ask('enquiryToDecide', standing.check.decider);
    case 'finished':
      return [];
    default:
      return unreachable('standing', standing);
  }
};

/** The chair before the convenor, and neither where they have reported it themselves. */
const checkerOf = (d: Decided, { by }: EnquiryReport): Participant =>
  [d.chair, d.convenor].find(({ personId }) => personId !== by) ?? d.chair;

/** DL-1, DL-2, DL-5: when the enquiry has to be finished. */
const enquiryDue = (d: Decided, practice: Practice) =>
  dutiesAfter(d, practice).find(({ kind }) => kind === 'enquiryDue') ?? null;

const ahead = (d: Decided, practice: Practice, at: Instant): Instant | null => {
  const due = enquiryDue(d, practice)?.deadline ?? null;
  return due !== null && due > at ? due : null;
};

/** Before the enquiry is due; on the next working morning, where that is too near or past. */
const remindedOf = (
  d: Decided,
  event: EventOf<'enquiryChecked' | 'deciderReplaced'>,
  practice: Practice,
  at: Instant,
): Owed => {
  const deadline = ahead(d, practice, at);
  const early = deadline === null ? at : beforeDeadline(deadline, at, practice.calendar);
  return reminder({
    kind: 'resultDue',
    to: event.decider,
    rule: gateFor(d, event.childId, practice)?.rule ?? d.deadline.rule,
    owedAt: early > at ? early : nextMorning(at, practice.calendar),
    deadline,
  });
};

/** Whoever answers for the service hears of an enquiry that is past its time, wherever it has stopped. */
const late = (d: Decided, practice: Practice, at: Instant): Owed => {
  const due = enquiryDue(d, practice);
  const { calendar } = practice;
  const owedAt = due === null ? nextMorning(at, calendar) : heardAfter(due.deadline, at, calendar);
  return toService(d, 'enquiryLate', { rule: due?.rule ?? null, owedAt });
};

/** Whoever recorded it knows. */
const heardBy = (d: Decided, { by }: Stamp): readonly Participant[] =>
  [...leading(d), leadSocialWorker(d)].filter(({ personId }) => personId !== by);
