/**
 * What a version of the program knows of one discussion, said by what it means rather than how it is kept: another
 * version that has read the same file must know the same.
 */
import { fold } from '../../../src/conduct/fold.ts';
import { loadDraft } from '../../../src/conduct/drafts.ts';
import { quorumNow } from '../../../src/discussion/matter/quorumNow.ts';
import { attendanceOf, type Discussion } from '../../../src/discussion/state/discussion.ts';
import type { Invitation } from '../../../src/discussion/state/invitation.ts';
import type { TrackedNotice } from '../../../src/discussion/state/notice.ts';
import type { Attendance } from '../../../src/discussion/state/people.ts';
import { practiceUnder } from '../../builders/standards.ts';
import type { Stores } from '../../../src/store/store.ts';

const present = ({ participant, mode, hasAuthority }: Attendance): string =>
  `${participant.name}, ${participant.role}, ${mode}, may decide: ${String(hasAuthority)}`;

const invited = ({ participant, reply, substituteFor }: Invitation): string =>
  `${participant.name}, ${participant.role}${substituteFor === null ? '' : ` for ${substituteFor}`}: ${reply.answer}`;

const told = ({ notice, delivery }: TrackedNotice): string => {
  const { kind, rule, recipient, deadline } = notice;
  const to = recipient.to === 'person' ? recipient.personId : recipient.to;
  const became = delivery.status === 'sent' ? `sent ${delivery.at} by ${delivery.route}` : delivery.status;
  return `${kind} (${rule ?? 'no rule'}) to ${to}, by ${deadline ?? 'no time'}: ${became}`;
};

const decided = (d: Discussion): object | null =>
  d.stage !== 'decided'
    ? null
    : {
        at: d.decision.at,
        by: d.decision.by,
        children: d.decision.children.map(({ childId, s47, outcomes, reasons, familyTold }) => ({
          childId,
          s47,
          reasons,
          outcomes: outcomes.map(({ code }) => code),
          family: familyTold.decision,
        })),
        noticeDue: d.decision.noticeDue,
      };

const tellings = ({ telling }: Discussion): object => ({
  read: telling.acknowledged.length,
  byTelephone: telling.telephoned.map(({ by, spokeTo, toldAt }) => ({ by, spokeTo, toldAt })),
  toTelephone: telling.toTelephone.length,
  objections: telling.voices.map(({ kind, by, at, text }) => ({ kind, by, at, text })),
  done: telling.done.map(({ duty, by }) => ({ duty, by })),
  linksStopped: telling.linksStoppedAtVersion > 0,
});

const seatsOf = (d: Discussion): object =>
  Object.fromEntries(
    quorumNow(d, practiceUnder(d.standard)).seats.map(({ seat, filledBy }) => [seat, filledBy] as const),
  );

/** As JSON says it: what is undefined is left out. */
const asJson = (value: object): unknown => JSON.parse(JSON.stringify(value));

/** All of it, by its reference. Throws where there is no such discussion. */
export const knownOf = async (store: Stores['store'], reference: string): Promise<unknown> => {
  const commits = await store.load(reference);
  const d = fold(commits);
  if (d === null) throw new Error(`there is no discussion ${reference}`);
  return asJson({
    reference: d.reference,
    stage: d.stage,
    standard: d.standard,
    deadline: { dueAt: d.deadline.dueAt, rule: d.deadline.rule },
    convenedAt: d.convenedAt,
    children: d.children.map(({ childId, name, initials, birth }) => ({ childId, name, initials, birth })),
    referral: { receivedAt: d.referral.receivedAt, by: d.referral.referrer.name },
    concern: d.concern,
    facts: d.facts.said.map(({ fact }) => fact).sort(),
    convenor: d.convenor.name,
    chair: d.chair.name,
    meeting: { startsAt: d.meeting.startsAt, format: d.meeting.format, where: d.meeting.where },
    earlierMeetings: d.earlierMeetings.map(({ meeting, attendance }) => ({
      startsAt: meeting.startsAt,
      present: attendance.map(present),
    })),
    invited: d.invitations.map(invited),
    present: attendanceOf(d).map(present),
    decisionOpened: d.stage === 'inSession' && d.decisionOpenedAt !== null,
    seats: seatsOf(d),
    information: d.information.map(({ personId, text, proposedActions }) => ({ personId, text, proposedActions })),
    emergencyActions: d.emergencyActions.map(({ action, takenAt, takenBy }) => ({ action, takenAt, takenBy })),
    decision: decided(d),
    stoodDownBecause: d.stage === 'stoodDown' ? d.reason : null,
    telling: tellings(d),
    commits: commits.length,
    lastHash: commits.at(-1)?.hash,
    peopleWhoLooked: [...new Set((await store.reads(reference)).map(({ personId }) => personId))].sort(),
    notices: (await store.notices(reference)).map(told),
  });
};

/** What has been filled in of a form that is not sent yet. */
export const formKnown = async (
  drafts: Stores['drafts'],
  { id, kind }: { readonly id: string; readonly kind: 'convening' | 'deciding' },
): Promise<unknown> => {
  const form = await loadDraft(drafts, id, kind);
  if (form === null) throw new Error(`there is no form ${id}`);
  const { owner, body } = form;
  if (body.kind === 'deciding') {
    return { id, kind, owner, children: body.children.map(({ reasons, outcomes }) => ({ reasons, outcomes })) };
  }
  const { step, children, concern, referral } = body;
  const by = referral?.referrer.name;
  return { id, kind, owner, step, children: children.map(({ initials }) => initials), concern, by };
};
