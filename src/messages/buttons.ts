import type { Button } from '../cards/news.ts';
import { overdueDuties } from '../discussion/debts/followUp.ts';
import { isSettled } from '../discussion/matter/settled.ts';
import { overdueActions } from '../discussion/debts/oweActions.ts';
import { proposalIn } from '../discussion/matter/proposal.ts';
import { throughGate } from '../discussion/matter/gate.ts';
import { isRecordedOnForm } from '../discussion/matter/recordedOnForm.ts';
import { asksOfEnquiry } from '../discussion/matter/enquiry.ts';
import { awaitedTransfers, isAnswerable, transferAbout } from '../discussion/state/transfer.ts';
import { actionIn, isDone } from '../discussion/state/agreedAction.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { isDuty, type DutyKind, type MessageKind } from '../discussion/state/notice.ts';
import { awaitingAuthority, isToSign } from '../discussion/state/signing.ts';
import { isInForce } from './wanted.ts';
import { acknowledgementOf } from '../discussion/state/telling.ts';
import type { Practice } from '../practice/practice.ts';
import { londonDate, londonTimeToInstant, plusDays } from '../practice/time/calendar.ts';
import { hour, plusMillis, type Instant } from '../practice/time/instant.ts';
import { duties } from '../words/dutyWords.ts';
import type { ButtonName } from './buttonName.ts';
import type { View } from './kind.ts';
import { whoCouldBeAsked } from './whoCouldBeAsked.ts';

/** What pressing a button does. `of`: what it is about, after its title, where there are several of it. */
interface Press {
  readonly verb: string;
  readonly choice: string;
  readonly of?: string;
}

const reminded = { verb: 'notice.snooze', hour: 'hour', morning: 'morning' } as const;

/** A card shows six buttons at most, and has two more. */
const mostDone = 4;

const only =
  (verb: string, choice = ''): ((view: View) => readonly Press[]) =>
  () => [{ verb, choice }];

/** There is no point in reporting again what is done, nor in being reminded of it. */
const unlessDone =
  (press: (view: View) => readonly Press[]): ((view: View) => readonly Press[]) =>
  (view) => {
    const { kind } = view.notice;
    return isDuty(kind) && isSettled(view.d, view.practice, kind) ? [] : press(view);
  };

const whileProposed =
  (verb: string): ((view: View) => readonly Press[]) =>
  ({ d, notice }) =>
    [proposalIn(d, notice)].flatMap((found) =>
      found === null ? [] : [{ verb, choice: String(found.substitute.version) }],
    );

/** For as long as it is with whoever reads this, and not done. */
const onAction =
  (verb: string): ((view: View) => readonly Press[]) =>
  ({ d, notice }) => {
    const action = actionIn(d, notice);
    return action === null || isDone(action) ? [] : [{ verb, choice: String(action.number) }];
  };

/** What has a form is not just done. */
const done = ({ d, practice }: View, duty: DutyKind): Press =>
  isRecordedOnForm(duty, d, practice)
    ? { verb: formOf(duty, d, practice), choice: '' }
    : { verb: 'duty.done', choice: duty };

const otherForms: Partial<Record<DutyKind, string>> = {
  conferenceDue: 'conference.open',
  recordDue: 'sign.open',
  minutesDue: 'sign.open',
  filingDue: 'filing.open',
};

const formOf = (duty: DutyKind, d: Discussion, practice: Practice): string => {
  if (duty === 'enquiryDue') return throughGate(d, practice).length > 0 ? 'report.open' : 'enquiryEnd.open';
  return otherForms[duty] ?? 'enquiry.open';
};

/** For a duty, or a task that follows from one, whose form it is. */
const whereRecorded =
  (duty: DutyKind, verb: string): ((view: View) => readonly Press[]) =>
  ({ d, practice, notice: { kind } }) =>
    (!isDuty(kind) || kind === duty) && isRecordedOnForm(duty, d, practice) && !isSettled(d, practice, duty)
      ? [{ verb, choice: '' }]
      : [];

const hasGate = ({ d, practice }: View): boolean => throughGate(d, practice).length > 0;

const atGate =
  (verb: string): ((view: View) => readonly Press[]) =>
  (view) =>
    hasGate(view) ? whereRecorded('enquiryDue', verb)(view) : [];

/** Other duties are about other things. */
const ofTheRecord =
  (press: (view: View) => readonly Press[]): ((view: View) => readonly Press[]) =>
  (view) =>
    isDuty(view.notice.kind) && otherForms[view.notice.kind] !== 'sign.open' ? [] : press(view);

/** of the two limits a complex meeting may have, the one by which the record is signed. */
const whileToSign = ({ d, practice, notice: { kind } }: View): readonly Press[] =>
  isToSign(d) && (!isDuty(kind) || isRecordedOnForm(kind, d, practice)) ? [{ verb: 'sign.open', choice: '' }] : [];

/** Of the duties, those that end in something recorded of each child. */
const recorded: readonly MessageKind[] = ['childSeenDue', 'enquiryDue'];

const presses: Readonly<Record<ButtonName, (view: View) => readonly Press[]>> = {
  seen: ({ d, notice }) =>
    acknowledgementOf(d.telling, notice.id) === null ? [{ verb: 'notice.seen', choice: '' }] : [],
  disagree: only('disagreement.open', 'disagrees'),
  heardNothing: only('disagreement.open', 'heardNothing'),
  reply: only('reply.open'),
  invite: only('invite.open'),
  inviteAsked: ({ d, practice, available = [] }) =>
    whoCouldBeAsked(d, practice, available).map(({ who: { person } }) => ({
      verb: 'notice.invite',
      choice: person.id,
      of: person.name,
    })),
  confirmSubstitute: whileProposed('substitute.confirm'),
  turnDownSubstitute: whileProposed('substitute.turnDown'),
  sayHowToJoin: only('reconvene.open'),
  told: only('told.open'),
  openDiscussion: only('agenda.show'),
  recordEnquiry: unlessDone(({ d, practice, notice: { kind } }) =>
    (!isDuty(kind) || recorded.includes(kind)) && asksOfEnquiry(d, practice)
      ? [{ verb: 'enquiry.open', choice: '' }]
      : [],
  ),
  reportEnquiry: atGate('report.open'),
  checkEnquiry: atGate('check.open'),
  recordResult: atGate('result.open'),
  endEnquiry: (view) => (hasGate(view) ? [] : whereRecorded('enquiryDue', 'enquiryEnd.open')(view)),
  recordConference: whereRecorded('conferenceDue', 'conference.open'),
  signRecord: ofTheRecord(whileToSign),
  fileRecord: unlessDone(({ notice: { kind } }) => (kind === 'filingDue' ? [{ verb: 'filing.open', choice: '' }] : [])),
  authoriseRecord: ({ d }) => (awaitingAuthority(d) === null ? [] : [{ verb: 'authorise.open', choice: '' }]),
  getRecord: (view) => (isInForce(view) ? [{ verb: 'record.open', choice: '' }] : []),
  done: unlessDone(({ d, practice, notice: { kind } }) =>
    isDuty(kind) && !isRecordedOnForm(kind, d, practice) ? [{ verb: 'duty.done', choice: kind }] : [],
  ),
  eachDone: (view) =>
    overdue(view)
      .slice(0, mostDone)
      .map((duty) => ({ ...done(view, duty), of: duties[duty].done })),
  actionDone: onAction('action.done'),
  openAction: onAction('action.open'),
  openActions: only('actions.open'),
  actionsOverdue: ({ d, notice }) =>
    overdueActions(d, notice.owedAt).length === 0 ? [] : [{ verb: 'actions.open', choice: '' }],
  answerTransfer: ({ d, notice }) => {
    const transfer = transferAbout(d, notice);
    return transfer === null || !isAnswerable(d, transfer)
      ? []
      : [{ verb: 'acceptance.open', choice: String(transfer.number) }];
  },
  enterTransferAnswer: ({ d }) =>
    awaitedTransfers(d).map(({ number, of }, _, all) => ({
      ...{ verb: 'transferAnswer.open', choice: String(number) },
      ...(all.length === 1 ? {} : { of: of.name }),
    })),
  askTransfer: only('transfer.open'),
  close: only('close.open'),
  inAnHour: unlessDone(only(reminded.verb, reminded.hour)),
  tomorrow: unlessDone(only(reminded.verb, reminded.morning)),
};

const overdue = ({ d, practice, notice }: View): readonly DutyKind[] =>
  d.stage === 'decided' ? overdueDuties(d, practice, notice.owedAt).map(({ kind }) => kind) : [];

/** What a reminder is put off until: nine o'clock tomorrow (the clocks never change at that hour), or an hour from now. */
export const putOffUntil = (choice: string, now: Instant): Instant => {
  if (choice !== reminded.morning) return plusMillis(now, hour);
  const found = londonTimeToInstant(plusDays(londonDate(now), 1), '09:00');
  return 'at' in found ? found.at : plusMillis(now, 24 * hour);
};

/**
 * What the reader of a message in Teams can do about it now: without the verbs in `used`, and without putting it off
 * beyond its deadline.
 */
export const buttonsFor = (
  view: View,
  names: readonly ButtonName[],
  titles: ReadonlyMap<string, string>,
  used: readonly string[],
): readonly Button[] => {
  const { deadline } = view.notice;
  const isInTime = ({ verb, choice }: Press): boolean =>
    verb !== reminded.verb || deadline === null || putOffUntil(choice, view.now) <= deadline;
  return names.flatMap((name) =>
    presses[name](view)
      .filter((press) => !used.includes(press.verb) && isInTime(press))
      .map(({ verb, choice, of }) => ({ title: titled(titles, name, of), verb, choice })),
  );
};

const titled = (titles: ReadonlyMap<string, string>, name: ButtonName, of: string | undefined): string => {
  const title = titles.get(name);
  if (title === undefined) throw new Error(`a letter has no title for its button ${name}`);
  return of === undefined ? title : `${title}: ${of}`;
};
