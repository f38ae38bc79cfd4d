/**
 * What whoever leads a discussion is being asked to see to as it stands, apart from the reminders: told once when it comes
 * up, and again to somebody who takes over. What one of them has acknowledged since is asked no more.
 */
import { assessed } from '../matter/assessed.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { leading, type Discussion } from '../state/discussion.ts';
import type { MessageKind } from '../state/notice.ts';
import { kindOf, recipientOf } from '../state/noticeId.ts';
import { hasFault } from '../state/onlineMeeting.ts';
import { callAbout, disagreementOf, type Voice } from '../state/telling.ts';
import { message, type Owed } from './owed.ts';

export const askedOfLeaders = (d: Discussion, practice: Practice): readonly Owed[] => [
  ...toldOthers(d, practice),
  ...proposals(d),
  ...calls(d),
  ...toWeigh(d),
  ...voices(d, practice),
  ...(hasFault(d) ? [message('onlineMeetingFailed', d.convenor, d.meeting.startsAt)] : []),
];

const isSeen = ({ telling }: Discussion, kind: MessageKind, since: Instant): boolean =>
  telling.acknowledged.some(({ noticeId, at }) => kindOf(noticeId) === kind && at >= since);

/** H-2, CH-7, I-22. */
const toldOthers = (d: Discussion, practice: Practice): readonly Owed[] => {
  const [first] = assessed(d, practice).tell('convening');
  return first === undefined || isSeen(d, 'tellOthers', d.convenedAt)
    ? []
    : [{ ...message('tellOthers', d.convenor, null), rule: first.rule }];
};

const proposals = (d: Discussion): readonly Owed[] =>
  d.invitations.some(({ substitute }) => substitute?.standing === 'proposed')
    ? leading(d).map((p) => message('substituteProposed', p, d.meeting.startsAt))
    : [];

/** Whom no message reaches; about the chair, it is the convenor who telephones. */
const calls = ({ telling, chair, convenor }: Discussion): readonly Owed[] =>
  telling.toTelephone
    .filter((id) => callAbout(telling, id) === undefined)
    .map((id) => message('telephoneTask', recipientOf(id) === chair.personId ? convenor : chair, null));

/** E-2, E-3. */
const toWeigh = (d: Discussion): readonly Owed[] =>
  d.emergencyActions.flatMap(({ weighed, recordedAt }) => {
    const [first] = weighed?.toWeigh ?? [];
    return first === undefined || isSeen(d, 'emergencyToWeigh', recordedAt)
      ? []
      : [{ ...message('emergencyToWeigh', d.chair, null), rule: first.rule }];
  });

/** D-1, D-2, N-4. */
const voices = (d: Discussion, practice: Practice): readonly Owed[] =>
  d.telling.voices
    .filter(({ kind, at }) => !isSeen(d, messageOf[kind], at))
    .map((voice) => voiceTo(d, voice, practice));

const messageOf = { disagrees: 'disagreement', heardNothing: 'nothingHeard' } as const;

const voiceTo = (d: Discussion, { kind, by }: Voice, practice: Practice): Owed => {
  const procedure = assessed(d, practice).escalation(disagreementOf(d.referral.referrer.personId, by));
  return {
    ...message(messageOf[kind], d.chair, null),
    rule: kind === 'heardNothing' ? 'N-4' : (procedure?.rule ?? null),
  };
};
