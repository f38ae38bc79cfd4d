/** Proof of notice: for each message owed, what, to whom, by which rule and when, and what has become of it. */
import { formatLondon } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { watchedUntil } from '../discussion/debts/escalate.ts';
import { correctionsOf } from '../discussion/state/correction.ts';
import { versionOf } from '../discussion/state/noticeId.ts';
import type { Attempt, Notice, NoticeKind, TrackedNotice } from '../discussion/state/notice.ts';
import { isMessage, isToWatcher, type WatcherKind } from '../discussion/state/notice.ts';
import { sentWords, stateWords, type Proof, type State } from '../words/proof.ts';
import { personName, recipientName } from '../words/recipients.ts';
import { acknowledgementOf, callAbout, type TelephoneCall } from '../discussion/state/telling.ts';
import { catalogue, isWatched } from './catalogue.ts';
import { unreachable } from '../practice/language/unreachable.ts';

type Standing = Pick<Proof, 'state' | 'stands' | 'detail'>;

/**
 * Every message, scheduled and superseded ones included, and what became of the calendar entry, in the order they were
 * owed. Cards in the thread are no proof.
 */
export const proofsOf = (d: Discussion, notices: readonly TrackedNotice[], now: Instant): readonly Proof[] =>
  notices
    .filter(({ notice }) => isProof(notice))
    .map((n) => proofOf(d, n, { now, escalatedAt: escalatedAt(n, notices), shown: 'inFull' }));

/**
 * The same, of what goes to people, for the thread: without whom somebody spoke to, and without what a channel answered
 * about the referrer, whom its readers need not know.
 */
export const proofsToPeople = (d: Discussion, notices: readonly TrackedNotice[], now: Instant): readonly Proof[] =>
  notices
    .filter(({ notice }) => isProof(notice) && notice.recipient.to !== 'calendar')
    .map((n) => {
      const asShown = n.notice.recipient.to === 'referrer' ? withoutAnswers(n) : n;
      return proofOf(d, asShown, { now, escalatedAt: escalatedAt(n, notices), shown: 'thread' });
    });

/** When the service manager was told that this message may not arrive in time; null if they were not. */
const escalatedAt = ({ notice, version }: TrackedNotice, all: readonly TrackedNotice[]): Instant | null => {
  const watched = watchedUntil(notice, isWatched);
  const told = all.find(
    (n) => n.version === version && n.notice.kind === 'escalation' && n.notice.deadline === watched && watched !== null,
  );
  return told?.delivery.status === 'sent' ? told.delivery.at : null;
};

const withoutAnswers = (tracked: TrackedNotice): TrackedNotice => ({
  ...tracked,
  delivery: {
    ...tracked.delivery,
    attempts: tracked.delivery.attempts.map((a) => ({ ...a, detail: answerWords[a.result], receipt: null })),
  },
});

const answerWords: Readonly<Record<Attempt['result'], string>> = {
  sent: 'It was accepted',
  later: 'It could not be sent yet',
  closed: 'It cannot be sent to them',
  unknown: 'No answer',
};

const isProof = ({ kind }: Notice): boolean => isMessage(kind) || isToWatcher(kind) || kind === 'meetingEvent';

type Shown = 'inFull' | 'thread';

interface Telling {
  readonly now: Instant;
  readonly escalatedAt: Instant | null;
  readonly shown: Shown;
}

const proofOf = (d: Discussion, tracked: TrackedNotice, { now, escalatedAt: told, shown }: Telling): Proof => {
  const { notice, delivery } = tracked;
  const call = callAbout(d.telling, notice.id);
  return {
    noticeId: notice.id,
    kind: notice.kind,
    who: recipientName(d, notice.recipient),
    what: ofCorrection(d, notice) ? `${whatIs(notice.kind)}, corrected` : whatIs(notice.kind),
    rule: notice.rule,
    owedAt: notice.owedAt,
    dueAt: notice.deadline,
    ...(call === undefined ? escalated(standing(tracked, now), told) : telephoned(d, call, shown)),
    attempts: delivery.attempts,
    acknowledgedAt: acknowledgementOf(d.telling, notice.id),
  };
};

const telephoned = (d: Discussion, { by, spokeTo, toldAt }: TelephoneCall, shown: Shown): Standing => {
  const call = `${formatLondon(toldAt)}, by ${personName(d, by) ?? 'a colleague'}`;
  return {
    ...stands('told', shown === 'inFull' ? `${call}, who spoke to ${spokeTo}` : call),
    stands: 'Told by telephone',
  };
};

const undelivered: readonly State[] = ['waiting', 'late', 'doubtful', 'telephone'];

const escalated = (standing: Standing, at: Instant | null): Standing => {
  if (at === null || !undelivered.includes(standing.state)) return standing;
  const detail = `${standing.detail}${/[.!?]$/.test(standing.detail) ? '' : '.'} The service manager was told ${formatLondon(at)}.`;
  const isNotSent = standing.state === 'waiting' || standing.state === 'late';
  return isNotSent ? stands('escalated', detail) : { ...standing, detail };
};

const standing = ({ notice, delivery }: TrackedNotice, now: Instant): Standing => {
  const last = delivery.attempts.at(-1);
  const late = notice.deadline !== null && notice.deadline < now;
  switch (delivery.status) {
    case 'sent':
      return { ...stands('told', formatLondon(delivery.at)), stands: sentWords[delivery.route] };
    case 'telephone':
      return stands('telephone', last?.detail ?? 'Neither Teams nor an e-mail address is known for them');
    case 'maybe':
      return stands('doubtful', `${last?.detail ?? 'No answer'}. It may have arrived; it is being sent again.`);
    case 'owed':
    case 'sending':
      if (last !== undefined) return stands(late ? 'late' : 'waiting', `${last.detail}. Trying again.`);
      if (notice.owedAt > now) return stands('scheduled', `To be sent ${formatLondon(notice.owedAt)}`);
      return { ...stands(late ? 'late' : 'waiting', 'On its way'), stands: late ? 'Owed, and late' : 'Owed' };
    case 'superseded':
      return stands('notNeeded', 'Overtaken by what happened since');
    default:
      return unreachable('delivery', delivery);
  }
};

const stands = (state: State, detail: string): Standing => ({ state, stands: stateWords[state], detail });

/** Owed because the decision was corrected. */
const ofCorrection = (d: Discussion, { id, kind }: Notice): boolean =>
  (kind === 'outcome' || kind === 'record') && correctionsOf(d).some(({ version }) => version === versionOf(id));

const toWatcher: Readonly<Record<WatcherKind, string>> = {
  escalation: 'Warning to the service manager',
  heldLate: 'Word to the service manager that it is late',
  decisionLate: 'Word to the service manager that nothing is decided',
  enquiryLate: 'Word to the service manager that an enquiry is late',
  recordLate: 'Word to the service manager that the record is late',
};

/** What it is, in a few words. Only what is a proof is asked for. */
const whatIs = (kind: NoticeKind): string => {
  if (isMessage(kind)) return catalogue[kind].proof;
  return isToWatcher(kind) ? toWatcher[kind] : 'Calendar entry';
};
