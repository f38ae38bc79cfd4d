import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/discussion/commands/command.ts';
import { decide } from '../../../src/discussion/commands/decide.ts';
import type { Notice, NoticeKind } from '../../../src/discussion/state/notice.ts';
import { personId, type Participant } from '../../../src/discussion/state/people.ts';
import { plusMillis } from '../../../src/practice/time/instant.ts';
import { practiceFor } from '../../builders/standards.ts';
import type { StandardKey } from '../../../src/practice/language/vocabulary.ts';
import { isWantedIn } from '../../builders/wanted.ts';
import { inSession, present, quorate } from '../../builders/attendance.ts';
import { convene, referrer, saying, tuesday } from '../../builders/convene.ts';
import { jointEnquiry, recordDecision } from '../../builders/decision.ts';
import {
  actor,
  health,
  manager,
  police,
  professional,
  school,
  socialWorker,
  stranger,
  system,
} from '../../builders/people.ts';
import { convenedStory, type Story } from '../../builders/story.ts';

const nursery = professional('referrer', 'referrer', { agency: 'Little Acorns Nursery' });
const decidedStory = (): Story => quorate(convenedStory()).then(manager, recordDecision());

const noticeOf = (given: Story, kind: NoticeKind, to?: Participant) => {
  const found = given.notices.find(
    (n) =>
      n.kind === kind && (to === undefined || (n.recipient.to === 'person' && n.recipient.personId === to.personId)),
  );
  if (found === undefined) throw new Error(`no ${kind} is owed`);
  return found;
};
const owed = ({ notices }: Story): readonly string[] =>
  notices
    .filter(({ recipient, owedAt }) => recipient.to !== 'place' && owedAt <= tuesday)
    .map((n) => `${n.kind} (${n.rule})`);

/** The same decision under each standard, with the chair and the answers it wants. */
// under Sandwell the Social Work Manager has a seat of their own, whoever chairs; chairing, they fill it.
const unitManager = professional('unit-manager', 'socialWorkManager', { rank: 'socialWorkUnitManager' });
const leader = professional('leader', 'childrensTeamLeader', { rank: 'childrensTeamLeader' });
const chairUnder = (standard: StandardKey): Participant =>
  standard === 'sandwell' ? unitManager : standard === 'liverpool' ? leader : manager;
const decidedUnder = (standard: StandardKey): Story => {
  const chair = chairUnder(standard);
  const allocated = { ...socialWorker, role: 'allocatedSocialWorker' };
  const convened = convenedStory(standard, manager, { chair, invitees: [allocated, police, health, school] });
  const held = inSession(convened, ...new Set([chair, allocated, police, health]));
  const overrides = [{ seat: 'education', reason: 'On holiday' }];
  return held.then(
    chair,
    recordDecision(
      [
        jointEnquiry(
          { answers: { s47DecisionBy: 'Lee Marsh' }, further: { familyConcern: { concernTold: 'yes' } } },
          standard,
        ),
      ],
      overrides,
    ),
  );
};

describe('who may say that they have read a message', () => {
  const outcome = noticeOf(decidedStory(), 'outcome', school);
  const read: Command = { kind: 'acknowledge', notice: outcome };

  it('its addressee, and it is kept with the time', () => {
    const { state } = decidedStory().then(school, read, plusMillis(tuesday, 60_000));
    expect(state?.telling.acknowledged).toEqual([
      { noticeId: outcome.id, by: school.personId, at: plusMillis(tuesday, 60_000) },
    ]);
  });

  it.each([
    ['the chair', manager],
    ['somebody else invited', police],
    ['a stranger', stranger],
  ])('not %s', (_name, who) => {
    expect(decidedStory().when(who, read).refusal).toEqual({ code: 'notYourMessage' });
  });

  it('the referrer for the message to the referrer', () => {
    const toReferrer = decidedStory().notices.find((n) => n.kind === 'outcome' && n.recipient.to === 'referrer');
    if (toReferrer === undefined) throw new Error('the referrer is owed nothing');
    expect(decidedStory().then(nursery, { kind: 'acknowledge', notice: toReferrer }).events).toHaveLength(1);
  });
});

describe('disagreeing with the outcome (D-1, D-2)', () => {
  const disagree: Command = { kind: 'disagree', reason: 'The sibling was not considered' };

  it.each([
    ['the referrer', nursery],
    ['an absent agency', school],
  ])('%s reaches the chair with it as a task', (_name, who) => {
    const after = decidedStory().then(who, disagree);
    expect(owed(after)).toEqual(['disagreement (null)']);
    expect(noticeOf(after, 'disagreement', manager).recipient).toEqual({ to: 'person', personId: manager.personId });
    expect(after.state?.stage).toBe('decided');
  });

  it('somebody who took part may disagree as well, invited or not', () => {
    const officer = professional('other-officer', 'police', { name: 'DS Kim Lund' });
    const held = quorate(convenedStory()).then(manager, present(officer)).then(manager, recordDecision());
    expect(owed(held.then(officer, disagree))).toEqual(['disagreement (null)']);
  });

  it.each<[string, StandardKey, Participant, string | null]>([
    ['an agency under Sandwell: to senior managers', 'sandwell', health, 'D-1'],
    ['the referrer under Sandwell, which does not say', 'sandwell', nursery, null],
    ['the referrer under Liverpool: to the partnership', 'liverpool', nursery, 'D-2'],
    ['an agency under Liverpool, which does not say', 'liverpool', health, null],
  ])('%s', (_name, standard, who, rule) => {
    expect(noticeOf(decidedUnder(standard).then(who, disagree), 'disagreement').rule).toBe(rule);
  });

  it('needs an outcome, and somebody who was owed it', () => {
    expect(convenedStory().when(school, disagree).refusal).toEqual({ code: 'noOutcomeYet' });
    expect(decidedStory().when(stranger, disagree).refusal).toEqual({ code: 'notYourMessage' });
  });
});

it('having heard nothing reaches the chair, though there is no outcome yet (N-4)', () => {
  const after = convenedStory().then(nursery, { kind: 'reportNothingHeard', message: 'It has been three days' });
  expect(owed(after)).toEqual(['nothingHeard (N-4)']);
  expect(convenedStory().when(stranger, { kind: 'reportNothingHeard', message: 'x' }).refusal).toEqual({
    code: 'notYourMessage',
  });
});

describe('when nothing but a telephone reaches somebody', () => {
  const decided = decidedStory();
  const outcome = noticeOf(decided, 'outcome', school);
  const ask: Command = { kind: 'askToTelephone', notice: outcome };
  const practice = practiceFor('practice-standards-2025');
  const bySystem = (given: Story) =>
    decide(given.state, ask, {
      actor: { ...actor(professional('system', 'system')), via: 'system' },
      at: tuesday,
      practice,
      reference: 'SD-TEST22',
    });
  const call: Command = { kind: 'recordTelephoneCall', notice: outcome, spokeTo: 'The deputy head', toldAt: tuesday };

  it('this program asks, and nobody can ask in its name', () => {
    expect(bySystem(decided)).toEqual({
      outcome: 'accepted',
      events: [{ type: 'telephoneNeeded', noticeId: outcome.id, deadline: outcome.deadline }],
    });
    expect(decided.when(manager, ask).refusal).toEqual({ code: 'notYourMessage' });
  });

  it('the call is kept with who made it, to whom and when', () => {
    const { state } = decided.then(socialWorker, call);
    expect(state?.telling.telephoned).toEqual([
      { noticeId: outcome.id, by: socialWorker.personId, spokeTo: 'The deputy head', toldAt: tuesday },
    ]);
  });

  it('somebody told by telephone needs no invitation any more, but has the outcome in writing all the same (N-3)', () => {
    const wanted = (given: Story, notice: Notice): boolean => given.state !== null && isWantedIn(given.state, notice);
    const convened = convenedStory();
    const invitation = noticeOf(convened, 'invitation', school);
    expect(wanted(convened, invitation)).toBe(true);
    expect(wanted(convened.then(manager, { ...call, notice: invitation }), invitation)).toBe(false);
    expect(wanted(decided.then(socialWorker, call), outcome)).toBe(true);
  });

  it('the chair telephones; about the chair, the convenor does', () => {
    const convenor = professional('convenor', 'teamManager', { rank: 'teamManager' });
    const convened = convenedStory(undefined, convenor);
    const task = (to: Participant): Participant['personId'] | null => {
      const notice = noticeOf(convened, 'invitation', to);
      const after = convened.then({ ...system }, { kind: 'askToTelephone', notice });
      const { recipient } = noticeOf(after, 'telephoneTask');
      return recipient.to === 'person' ? recipient.personId : null;
    };
    expect(task(school)).toBe(manager.personId);
    expect(task(manager)).toBe(convenor.personId);
  });

  it('it cannot be recorded by those who only take part, nor for a time to come', () => {
    expect(decided.when(police, call).refusal).toMatchObject({ code: 'notAllowed' });
    const tomorrow = { ...call, toldAt: plusMillis(tuesday, 86_400_000) };
    expect(decided.when(manager, tomorrow).refusal).toEqual({ code: 'timeInFuture', what: 'telephoneCall' });
  });
});

describe('inviting somebody else in time (Q-9)', () => {
  const officer = professional('other-officer', 'policeDdm', { name: 'DS Kim Lund' });

  it('they are invited in the role of the person they replace, and chased like everybody', () => {
    const after = convenedStory().then(manager, { kind: 'invite', participant: officer, insteadOf: police.personId });
    expect(after.events).toEqual([{ type: 'inviteeAdded', participant: officer, substituteFor: 'policeDdm' }]);
    expect(owed(after)).toEqual(['invitation (null)']);
    expect(noticeOf(after, 'replyChaser', officer).deadline).toBe(convene().meeting.startsAt);
  });

  it.each<[string, Participant, Participant, object]>([
    ['somebody invited already', manager, police, { code: 'alreadyInvited', name: 'police' }],
    ['a parent', manager, professional('m', 'parent'), { code: 'familyInvited', rule: 'S-1', name: 'm' }],
    ['anybody, by an invitee', health, officer, { code: 'notAllowed' }],
  ])('never %s', (_name, who, participant, refusal) => {
    const command: Command = { kind: 'invite', participant, insteadOf: null };
    expect(convenedStory().when(who, command).refusal).toMatchObject(refusal);
  });
});

it('the convenor or chair stops the reply links sent so far, nobody else', () => {
  const stop: Command = { kind: 'stopReplyLinks' };
  expect(convenedStory().then(manager, stop).state?.telling.linksStoppedAtVersion).toBe(2);
  expect(convenedStory().when(police, stop).refusal).toMatchObject({ code: 'notAllowed' });
});

describe('what each standard wants told', () => {
  it.each<[StandardKey, readonly string[]]>([
    // everybody who took part but the chair; R-4: the chair.
    [
      'practice-standards-2025',
      [
        'outcome (N-1)',
        'outcome (N-1)',
        ...Array<string>(3).fill('record (R-3)'),
        'followUp (null)',
        'followUp (R-4)',
        'recordToSign (R-5)',
      ],
    ],
    [
      'darlington',
      [
        'outcome (N-6)',
        'outcome (N-6)',
        ...Array<string>(3).fill('record (null)'),
        'followUp (null)',
        'recordToSign (R-10)',
      ],
    ],
    // R-7 gives absent agencies the actions with everybody else.
    [
      'sandwell',
      [
        'outcome (N-6)',
        'outcome (R-7)',
        ...Array<string>(3).fill('record (R-7)'),
        'followUp (null)',
        'recordToSign (R-6)',
      ],
    ],
    // N-2: by the social worker in person; N-3: in writing within a day.
    [
      'liverpool',
      [
        'outcome (N-3)',
        'outcome (N-6)',
        ...Array<string>(3).fill('record (null)'),
        'followUp (null)',
        'tellReferrer (N-2)',
        'recordToSign (R-9)',
      ],
    ],
  ])('after a decision under %s', (standard, expected) => {
    expect(owed(decidedUnder(standard))).toEqual(expected);
  });

  it('a referrer who may chase is told how, unless invited or not a professional (N-4)', () => {
    const told = (over: Parameters<typeof convenedStory>[2]): boolean =>
      convenedStory('liverpool', manager, { chair: leader, ...over }).notices.some((n) => n.kind === 'howToChase');
    const { referral, invitees } = convene();
    expect(told({})).toBe(true);
    expect(told({ invitees: [...invitees, nursery] })).toBe(false);
    expect(told({ referral: { ...referral, referrer: referrer({ standing: 'family' }) } })).toBe(false);
    expect(convenedStory().notices.some((n) => n.kind === 'howToChase')).toBe(false);
  });

  it('the convenor is told to tell the home authority at once (H-2)', () => {
    const facts = saying(['hostNotHome']);
    const after = convenedStory(undefined, manager, { facts });
    expect(noticeOf(after, 'tellOthers')).toMatchObject({
      recipient: { to: 'person', personId: personId('manager') },
      rule: 'H-2',
    });
  });
});
