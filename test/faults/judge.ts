/** Holds what became of every notice against what really arrived. */
import type { TrackedNotice } from '../../src/discussion/state/notice.ts';
import type { Copy } from './world.ts';

export interface Verdict {
  readonly notices: number;
  readonly sent: number;
  /** Ended as a task to telephone: somebody was asked in time to tell them. */
  readonly telephone: number;
  readonly escalations: number;
  /** More than one copy arrived, and it was truly unknown whether the first had; each further copy says so. */
  readonly repeats: number;
  /** Still open at the end; a person has been told. */
  readonly open: number;
  /** Neither arrived nor handed to a person, whatever its state says. */
  readonly lost: readonly string[];
  /** Open at its deadline, and no escalation had been sent by then. */
  readonly late: readonly string[];
  /** More than one copy arrived, and nothing excuses or marks the second. */
  readonly unexplained: readonly string[];
}

export const judge = (tracked: readonly TrackedNotice[], copies: readonly Copy[]): Verdict => {
  const arrived = Map.groupBy(copies, (copy) => copy.noticeId);
  const copiesOf = ({ notice }: TrackedNotice): readonly Copy[] => arrived.get(notice.id) ?? [];
  const messages = tracked.filter((n) => n.notice.kind !== 'escalation');
  const sentEscalations = tracked.filter((n) => n.notice.kind === 'escalation' && isSent(n));
  const escalated = new Set(
    sentEscalations.filter((n) => copiesOf(n).length > 0 && settledInTime(n)).map((n) => commitOf(n)),
  );
  const isLost = (n: TrackedNotice): boolean => {
    if (isSent(n)) return copiesOf(n).length === 0;
    return n.delivery.status !== 'telephone' && !escalated.has(commitOf(n));
  };
  const repeated = tracked.filter((n) => copiesOf(n).length > 1);
  const excused = repeated.filter((n) => isExcused(n, copiesOf(n)));
  return {
    notices: messages.length,
    sent: messages.filter(isSent).length,
    telephone: messages.filter((n) => n.delivery.status === 'telephone').length,
    open: messages.filter((n) => !isSent(n) && n.delivery.status !== 'telephone').length,
    escalations: sentEscalations.length,
    repeats: excused.length,
    lost: ids(messages.filter(isLost)),
    late: ids(messages.filter((n) => !(isSent(n) && settledInTime(n)) && !escalated.has(commitOf(n)))),
    unexplained: ids(repeated.filter((n) => !excused.includes(n))),
  };
};

const isSent = ({ delivery }: TrackedNotice): boolean => delivery.status === 'sent';

const settledInTime = ({ notice, delivery }: TrackedNotice): boolean =>
  delivery.status === 'sent' && (notice.deadline === null || delivery.at <= notice.deadline);

/** The messages one escalation watches over: of one commit, due at one time. */
const commitOf = ({ reference, version, notice }: TrackedNotice): string =>
  `${reference}/${version}/${notice.deadline ?? ''}`;

/** A copy we had given up may arrive after the one sent in its place: whichever comes first, all but one are marked. */
const isExcused = ({ delivery }: TrackedNotice, copies: readonly Copy[]): boolean =>
  delivery.attempts.some((attempt) => attempt.result === 'unknown') &&
  copies.filter((copy) => !copy.repeat).length <= 1;

const ids = (tracked: readonly TrackedNotice[]): readonly string[] => tracked.map((n) => n.notice.id);
