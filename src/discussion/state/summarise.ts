import { openActions } from './agreedAction.ts';
import { attendanceOf, everKnown, leading, type Discussion } from './discussion.ts';
import { decidersIn } from './enquiryReport.ts';
import { askedToAuthorise } from './signing.ts';
import type { Summary } from './summary.ts';

/** The line a list shows. Open means that somebody still has to decide; `owed` is what is to be done next after that. */
export const summarise = (d: Discussion, { owed, toFileSince }: Pick<Summary, 'owed' | 'toFileSince'>): Summary => ({
  reference: d.reference,
  version: d.version,
  stage: d.stage,
  initials: d.children.map((child) => child.initials),
  convenorId: d.convenor.personId,
  chairId: d.chair.personId,
  people: concernedBy(d),
  readers: readersOf(d),
  meetingAt: d.meeting.startsAt,
  dueAt: d.deadline.dueAt,
  open: d.stage === 'convened' || d.stage === 'inSession',
  owed,
  actions: (d.stage === 'decided' && d.closed !== null ? [] : openActions(d)).map(({ number, owner, dueOn }) => ({
    number,
    ownerId: owner.personId,
    dueOn,
  })),
  toFileSince,
  standard: { key: d.standard.key, version: d.standard.version },
});

/** As `mayDo.read` has it (authority.ts): those who lead it, are invited or here, or are asked for a result or to authorise the record. */
const readersOf = (d: Discussion): readonly string[] => [
  ...new Set([
    ...leading(d).map(({ personId }) => personId),
    ...d.invitations.map(({ participant }) => participant.personId),
    ...attendanceOf(d).map(({ participant }) => participant.personId),
    ...decidersIn(d).map(({ personId }) => personId),
    ...askedToAuthorise(d).map(({ personId }) => personId),
  ]),
];

/** Anybody else is told that there is no such discussion, and it need not be looked at to say so. */
const concernedBy = (d: Discussion): readonly string[] => [
  ...new Set([...everKnown(d).map(({ personId }) => personId), d.referral.referrer.personId]),
];
