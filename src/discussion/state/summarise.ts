import { openActions } from './agreedAction.ts';
import { everKnown, type Discussion } from './discussion.ts';
import type { Summary } from './summary.ts';

/** The line a list shows. Open means that somebody still has to decide; `owed` is what is to be done next after that. */
export const summarise = (d: Discussion, owed: Summary['owed']): Summary => ({
  reference: d.reference,
  version: d.version,
  stage: d.stage,
  initials: d.children.map((child) => child.initials),
  convenorId: d.convenor.personId,
  chairId: d.chair.personId,
  people: concernedBy(d),
  meetingAt: d.meeting.startsAt,
  dueAt: d.deadline.dueAt,
  open: d.stage === 'convened' || d.stage === 'inSession',
  owed,
  actions: openActions(d).map(({ number, owner, dueOn }) => ({ number, ownerId: owner.personId, dueOn })),
  standard: { key: d.standard.key, version: d.standard.version },
});

/** Anybody else is told that there is no such discussion, and it need not be looked at to say so. */
const concernedBy = (d: Discussion): readonly string[] => [
  ...new Set([...everKnown(d).map(({ personId }) => personId), d.referral.referrer.personId]),
];
