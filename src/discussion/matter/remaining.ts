/** What has still to be done before a discussion can be closed, by whom, and by when. */
import { assessed } from './assessed.ts';
import { stillEnquired } from './enquiryEnd.ts';
import { throughGate } from './gate.ts';
import { openActions } from '../state/agreedAction.ts';
import type { LeftUndone } from '../state/closing.ts';
import { everKnown, type Decided } from '../state/discussion.ts';
import type { DutyKind, Notice, TrackedNotice } from '../state/notice.ts';
import { recipientOf } from '../state/noticeId.ts';
import { leadSocialWorker } from '../state/responsible.ts';
import { recordInForce } from '../state/signing.ts';
import { callAbout } from '../state/telling.ts';
import { awaitedTransfers } from '../state/transfer.ts';
import type { Practice } from '../../practice/practice.ts';
import { endOfDay } from '../../practice/time/calendar.ts';
import { dutiesAfter, signingDuty } from './fallsDue.ts';
import { isSettled } from './settled.ts';

/** `mayBeLeft`: a service manager may close it all the same. */
export type Remaining = LeftUndone & { readonly mayBeLeft: boolean };

/** The soonest first. */
export const remainingIn = (d: Decided, practice: Practice, unsent: readonly Notice[]): readonly Remaining[] =>
  [...unsent.map((notice) => notTold(d, notice)), ...duties(d, practice), ...transfers(d), ...actions(d)].toSorted(
    (a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1),
  );

/** What tells people the outcome. */
const tells: readonly Notice['kind'][] = ['outcome', 'record'];

/** Those of the stored notices that have to have reached somebody before it is closed, and are not known to have. */
export const unsentIn = ({ telling }: Decided, all: readonly TrackedNotice[]): readonly Notice[] =>
  all
    .filter(
      ({ notice, delivery }) =>
        tells.includes(notice.kind) &&
        delivery.status !== 'sent' &&
        delivery.status !== 'superseded' &&
        callAbout(telling, notice.id) === undefined,
    )
    .map(({ notice }) => notice);

/** N-1, N-3: nobody is left without the outcome. */
const notTold = (d: Decided, { id, kind, deadline }: Notice): Remaining => ({
  ...{ is: 'notice', of: kind, who: nameOf(d, recipientOf(id)), dueAt: deadline },
  mayBeLeft: kind !== 'outcome',
});

const nameOf = (d: Decided, who: string): string | null =>
  everKnown(d).find(({ personId }) => personId === who)?.name ?? null;

const duties = (d: Decided, practice: Practice): readonly Remaining[] =>
  [...dutiesAfter(d, practice), ...askedWithoutDate(d, practice), ...toBeSigned(d, practice)]
    .filter(({ kind }) => !isSettled(d, practice, kind))
    .map(({ kind, to, deadline }) => ({
      ...{ is: 'duty', of: kind, who: to.name, dueAt: deadline },
      mayBeLeft: !isKept(d, practice, kind),
    }));

/** T-15: as soon as possible, which has no date; and how an enquiry ended, where the standard sets no time for it. */
const askedWithoutDate = (d: Decided, practice: Practice) => [
  ...(d.decision.accessRefusedAt !== null && assessed(d, practice).notReached('accessRefused') !== null
    ? [{ kind: 'furtherDiscussionDue' as const, to: d.chair, deadline: null }]
    : []),
  ...(stillEnquired(d, practice).length > 0 && dutiesAfter(d, practice).every(({ kind }) => kind !== 'enquiryDue')
    ? [{ kind: 'enquiryDue' as const, to: leadSocialWorker(d), deadline: null }]
    : []),
];

/** signed, and no standard says by when. */
const toBeSigned = (d: Decided, practice: Practice) =>
  assessed(d, practice).signOff.rule !== null && signingDuty(d, practice) === null && recordInForce(d) === null
    ? [{ kind: 'recordDue' as const, to: d.chair, deadline: null }]
    : [];

/** V-1, GT-*, DL-3: what a child is owed is done or found unnecessary, and never left. */
const isKept = (d: Decided, practice: Practice, kind: DutyKind): boolean =>
  kind === 'childSeenDue' || kind === 'conferenceDue' || (kind === 'enquiryDue' && throughGate(d, practice).length > 0);

/** H-3: nobody is left in doubt about who is responsible, unless somebody senior says why. */
const transfers = (d: Decided): readonly Remaining[] =>
  awaitedTransfers(d).map(({ number, of }) => ({
    ...{ is: 'transfer', of: String(number), who: of.name, dueAt: null },
    mayBeLeft: true,
  }));

const actions = (d: Decided): readonly Remaining[] =>
  openActions(d).map(({ number, owner, dueOn }) => ({
    ...{ is: 'action', of: String(number), who: owner.name, dueAt: endOfDay(dueOn) },
    mayBeLeft: true,
  }));
