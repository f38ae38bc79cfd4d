/** The gate of an enquiry (GT-*): to whoever checks it, records its result, is to complete it, and hears how it ended. */
import { z } from 'zod';
import { conferenceResult } from '../../practice/language/vocabulary.ts';
import { dutiesAfter } from '../../discussion/matter/fallsDue.ts';
import { awaitingConference } from '../../discussion/matter/settled.ts';
import { gateFor } from '../../discussion/matter/gate.ts';
import { everKnown, type Decided } from '../../discussion/state/discussion.ts';
import { deciderOf, reportIn, resultReported, type EnquiryReport } from '../../discussion/state/enquiryReport.ts';
import type { DutyKind } from '../../discussion/state/notice.ts';
import type { PersonId } from '../../discussion/state/people.ts';
import { isTakenOver } from '../../discussion/state/transfer.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { answerWords } from '../../words/answerWords.ts';
import { ruleInFull } from '../../words/ruleWords.ts';
import { reminder, task } from '../families.ts';
import type { Message, Reader, View } from '../kind.ts';
import { decided, letter, maybe, text, toAll } from '../letter.ts';
import { nameOf } from '../outcomeLetters.ts';

type Is = EnquiryReport['standing']['is'];

/** Of all children whose enquiry stands there; of whoever is asked for a result, those they are asked about. */
const standingAt = ({ d, notice: { recipient } }: View, is: Is): readonly EnquiryReport[] =>
  d.stage !== 'decided'
    ? []
    : d.reports.filter(
        (report) =>
          report.standing.is === is &&
          !isTakenOver(d, report.childId) &&
          (is !== 'checked' || (recipient.to === 'person' && deciderOf(report)?.personId === recipient.personId)),
      );

const who = (d: Decided, id: PersonId): string =>
  everKnown(d).find(({ personId }) => personId === id)?.name ?? 'A colleague';

const dueWords = (view: View, duty: DutyKind): string | null => {
  const due = dutiesAfter(decided(view), view.practice).find(({ kind }) => kind === duty)?.deadline;
  return due === undefined ? null : formatLondon(due);
};

const resultIn = ({ d, practice }: View, childId: string, value: string): string => {
  const field = gateFor(d, childId, practice)?.result;
  return field === undefined ? value : answerWords(field, value);
};

const toCheckShape = { children: z.array(z.object({ who: text, by: text })), rule: maybe, due: maybe };

const toCheck = letter('enquiry-to-check', toCheckShape, (view, { secure }) => ({
  children: standingAt(view, 'reported').map(({ childId, by }) => ({
    who: nameOf(decided(view), childId, secure),
    by: who(decided(view), by),
  })),
  rule: ruleInFull(view.d, view.practice, view.notice.rule),
  due: dueWords(view, 'enquiryDue'),
}));

export const enquiryToCheck: Message = {
  ...task,
  wanted: (view) => standingAt(view, 'reported').length > 0,
  letter: toAll(toCheck),
  buttons: ['checkEnquiry', 'openDiscussion'],
  proof: 'An enquiry to check',
};

/** `proposed`: the result as it was reported; left out where others might read it. */
const toDecideShape = {
  children: z.array(z.object({ who: text, by: text, checkedBy: text, proposed: maybe })),
  due: maybe,
};

const toDecide = letter('enquiry-to-decide', toDecideShape, (view, { secure }) => ({
  children: standingAt(view, 'checked').map((report) => ({
    who: nameOf(decided(view), report.childId, secure),
    by: who(decided(view), report.by),
    checkedBy: report.standing.is === 'checked' ? who(decided(view), report.standing.check.by) : '',
    proposed: secure ? resultIn(view, report.childId, resultReported(report)) : null,
  })),
  due: dueWords(view, 'enquiryDue'),
}));

const isToDecide = (view: View): boolean => standingAt(view, 'checked').length > 0;

export const enquiryToDecide: Message = {
  ...task,
  wanted: isToDecide,
  letter: toAll(toDecide),
  buttons: ['recordResult', 'openDiscussion'],
  proof: 'The result of an enquiry to record',
};

export const resultDue: Message = {
  ...reminder,
  wanted: isToDecide,
  letter: toAll(toDecide),
  buttons: ['recordResult', 'openDiscussion'],
  proof: 'Reminder of the result of an enquiry',
};

const sentBackShape = { children: z.array(z.object({ who: text, by: text, reason: maybe })) };

const sentBack = letter('enquiry-sent-back', sentBackShape, (view, { secure }) => ({
  children: standingAt(view, 'sentBack').map(({ childId, standing }) => ({
    who: nameOf(decided(view), childId, secure),
    by: standing.is === 'sentBack' ? who(decided(view), standing.by) : '',
    reason: secure && standing.is === 'sentBack' ? standing.reason : null,
  })),
}));

export const enquirySentBack: Message = {
  ...task,
  wanted: (view) => standingAt(view, 'sentBack').length > 0,
  letter: toAll(sentBack),
  buttons: ['reportEnquiry', 'openDiscussion'],
  proof: 'An enquiry to complete',
};

const finishedShape = { who: text, by: text, result: maybe, reason: maybe, conference: maybe };

const finished = letter('enquiry-finished', finishedShape, (view, { secure }: Reader) => {
  const report = reportIn(view.d, view.notice);
  if (report?.standing.is !== 'finished') throw new Error(`${view.notice.id} is about no enquiry that has ended`);
  const { result } = report.standing;
  const isAwaited = awaitingConference(view.d).some(({ childId }) => childId === report.childId);
  return {
    who: nameOf(decided(view), report.childId, secure),
    by: who(decided(view), result.by),
    result: secure ? resultIn(view, report.childId, result.value) : null,
    reason: secure && result.reason !== '' ? result.reason : null,
    conference: isAwaited && result.value === conferenceResult ? dueWords(view, 'conferenceDue') : null,
  };
});

export const enquiryFinished: Message = {
  ...task,
  wanted: ({ d, notice }) => reportIn(d, notice)?.standing.is === 'finished',
  letter: toAll(finished),
  buttons: ['seen', 'recordConference', 'openDiscussion'],
  proof: 'How the enquiry ended',
};
