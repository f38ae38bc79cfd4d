/**
 * Whoever answers for the service hears in time of what may not arrive in time. An escalation is owed together with the
 * messages it watches over, in the same commit; when its time comes and they have been delivered, it is not sent.
 */
import { millis, plusMillis, type Instant, day, minute } from '../../practice/time/instant.ts';
import type { Notice, NoticeKind } from '../state/notice.ts';
import { escalationId } from '../state/noticeId.ts';
import type { PersonId } from '../state/people.ts';

/** Enough for a service manager to have somebody telephoned. */
const leadMs = 45 * minute;

/**
 * Whether somebody waits for a message of this kind although no figure is given for it: it is not left lying about for
 * all that. The catalogue of messages says so of each.
 */
export type Watch = (kind: NoticeKind) => boolean;

/** When somebody has to hear that a message has not arrived; null for one that nobody waits for. */
export const watchedUntil = ({ kind, recipient, deadline, owedAt }: Notice, watch: Watch): Instant | null => {
  if (recipient.to === 'serviceManager' || recipient.to === 'place' || recipient.to === 'calendar') return null;
  return deadline ?? (watch(kind) ? plusMillis(owedAt, day) : null);
};

/** A commit's notices and the escalations that watch over them: one for each deadline among its messages to people. */
export const withEscalations = (
  notices: readonly Notice[],
  commit: { readonly reference: string; readonly version: number; readonly otherwise: PersonId },
  watch: Watch,
): readonly Notice[] => {
  const times = new Map<Instant, Instant>();
  for (const notice of notices) {
    const deadline = watchedUntil(notice, watch);
    if (deadline === null) continue;
    const at = escalateAt(notice.owedAt, deadline);
    const known = times.get(deadline);
    times.set(deadline, known === undefined || at < known ? at : known);
  }
  const escalations = [...times].map(([deadline, owedAt]) => ({
    id: escalationId(commit, deadline),
    kind: 'escalation' as const,
    recipient: { to: 'serviceManager' as const, otherwise: commit.otherwise },
    rule: null,
    owedAt,
    deadline,
  }));
  return [...notices, ...escalations];
};

/** Some time before the deadline; where there is little, half of it is left for telephoning; at once if there is none. */
const escalateAt = (owedAt: Instant, deadline: Instant): Instant => {
  const available = millis(deadline) - millis(owedAt);
  return available <= 0 ? owedAt : plusMillis(deadline, -Math.round(Math.min(leadMs, available / 2)));
};
