import { describe, expect, it } from 'vitest';
import { instant, plusMillis } from '../../../src/practice/time/instant.ts';
import { personId } from '../../../src/discussion/state/people.ts';
import { inSession, present, quorate } from '../../builders/attendance.ts';
import { convene, referrer, tuesday } from '../../builders/convene.ts';
import { jointEnquiry, recordDecision } from '../../builders/decision.ts';
import { health, manager, police, professional, school, socialWorker } from '../../builders/people.ts';
import { convenedStory, type Story } from '../../builders/story.ts';
import { confirmed, named } from '../../builders/substitute.ts';

/** Whom the last command made us owe messages of one kind. */
const owedTo = ({ notices }: Story, kind: string): readonly string[] =>
  notices
    .filter((n) => n.kind === kind)
    .map(({ recipient }) => (recipient.to === 'person' ? recipient.personId : recipient.to))
    .sort();
const outcomesAfter = (given: Story): readonly string[] => owedTo(given.then(manager, recordDecision()), 'outcome');
const cards = ({ notices }: Story): readonly string[] =>
  notices.filter((n) => n.recipient.to === 'place').map((n) => n.kind);

describe('the outcome is owed to', () => {
  it('the absent referrer, and every invited agency with nobody there (N-1)', () => {
    expect(outcomesAfter(quorate(convenedStory()))).toEqual(['referrer', school.personId]);
  });

  it('not an agency whose people came', () => {
    expect(outcomesAfter(quorate(convenedStory()).then(manager, present(school)))).toEqual(['referrer']);
  });

  it('not somebody whose colleague came in their place', () => {
    const deputy = professional('deputy-head', 'education', { agency: ' hillside primary SCHOOL ' });
    expect(outcomesAfter(quorate(convenedStory()).then(manager, present(deputy)))).toEqual(['referrer']);
  });

  it('not the referrer who took part', () => {
    const nursery = professional('referrer', 'referrer', { agency: 'Little Acorns Nursery' });
    expect(outcomesAfter(quorate(convenedStory()).then(manager, present(nursery)))).toEqual([school.personId]);
  });

  it('the referrer who was invited and stayed away, once', () => {
    const nursery = professional('referrer', 'referrer', { agency: 'Little Acorns Nursery' });
    const given = quorate(convenedStory(undefined, manager, { invitees: [socialWorker, police, health, nursery] }));
    expect(outcomesAfter(given)).toEqual(['referrer']);
  });

  it('somebody who declined, though they wrote (S-4)', () => {
    const written = { information: 'Known to us', proposedActions: 'None' };
    const given = quorate(convenedStory()).then(school, { kind: 'decline', reason: 'x', substitute: null, written });
    expect(outcomesAfter(given)).toEqual(['referrer', school.personId]);
  });

  it('a substitute of an agency with nobody there, and the person they stood in for', () => {
    const deputy = professional('deputy-head', 'education');
    const given = confirmed(quorate(convenedStory()), school, deputy);
    expect(outcomesAfter(given)).toEqual([deputy.personId, 'referrer', school.personId].sort());
  });

  it('an agency that came only to an earlier, inquorate meeting', () => {
    const given = quorate(
      inSession(convenedStory(), manager, school).then(manager, {
        kind: 'reconvene',
        meeting: { ...convene().meeting, startsAt: instant('2026-09-17T09:00:00+01:00') },
        reason: 'No police',
      }),
    );
    expect(outcomesAfter(given)).toEqual(['referrer', school.personId]);
  });

  it('a member of the public or of the family who made the referral, as well (N-6)', () => {
    for (const standing of ['public', 'family'] as const) {
      const referral = { ...convene().referral, referrer: referrer({ standing, agency: null }) };
      expect(outcomesAfter(quorate(convenedStory(undefined, manager, { referral })))).toContain('referrer');
    }
  });
});

describe('whoever left before it was decided', () => {
  const left = quorate(convenedStory())
    .then(manager, present(school))
    .then(
      school,
      { kind: 'recordDeparture', personId: school.personId, leftAt: plusMillis(tuesday, -60_000) },
      plusMillis(tuesday, 60_000),
    )
    .then(manager, recordDecision(), plusMillis(tuesday, 120_000));

  it('has what was recorded, as they took part, by when an absent agency hears of it (N-1)', () => {
    expect(owedTo(left, 'outcome')).toEqual(['referrer']);
    const absent = quorate(convenedStory()).then(manager, recordDecision()).notices;
    const toSchool = ({ recipient }: (typeof absent)[number]) =>
      recipient.to === 'person' && recipient.personId === school.personId;
    const due = absent.find((notice) => notice.kind === 'outcome' && toSchool(notice))?.deadline;
    expect(left.notices.find((notice) => notice.kind === 'record' && toSchool(notice))?.deadline).toBe(due);
  });
});

describe('by when', () => {
  const meetingOn = (at: string) => {
    const now = instant(at);
    const referral = { receivedAt: now, concernsIdentifiedAt: now, referrer: referrer() };
    const meeting = { ...convene().meeting, startsAt: now };
    const given = [manager, socialWorker, police, health].reduce(
      (s, who) => s.then(who, present(who), now),
      convenedStory(undefined, manager, { referral, meeting }, now),
    );
    return given.then(manager, recordDecision(undefined, [], now), plusMillis(now, 3_600_000));
  };
  const outcomes = ({ notices }: Story) => notices.filter((n) => n.kind === 'outcome');

  it.each([
    ['the next working day', '2026-09-15T10:00:00+01:00', '2026-09-16T23:59:59+01:00'],
    ['over a bank holiday weekend', '2026-05-22T15:30:00+01:00', '2026-05-26T23:59:59+01:00'],
    ['over Christmas', '2025-12-24T15:00:00Z', '2025-12-29T23:59:59Z'],
    ['over the clock change', '2026-03-27T15:00:00Z', '2026-03-30T23:59:59+01:00'],
  ])('%s: one working day after the meeting (N-1)', (_name, at, due) => {
    const owed = outcomes(meetingOn(at));
    expect(owed).not.toEqual([]);
    for (const notice of owed) expect(notice).toMatchObject({ rule: 'N-1', deadline: instant(due) });
  });

  it('with no figure under the baseline (N-6)', () => {
    const decided = inSession(convenedStory('working-together-2023'), manager, socialWorker, police, health).then(
      manager,
      recordDecision([jointEnquiry({}, 'working-together-2023')]),
    );
    const owed = outcomes(decided);
    expect(owed).not.toEqual([]);
    for (const notice of owed) expect(notice).toMatchObject({ rule: 'N-6', deadline: null });
  });
});

describe('who hears about the meeting', () => {
  const everybody = [socialWorker, police, health, school].map((p) => p.personId).sort();

  it('everybody invited gets an invitation, due before it starts; who arranged it needs none', () => {
    const { notices } = convenedStory();
    expect(owedTo(convenedStory(), 'invitation')).toEqual(everybody);
    for (const n of notices.filter(({ kind }) => kind === 'invitation')) {
      expect(n).toMatchObject({ owedAt: tuesday, deadline: convene().meeting.startsAt });
    }
  });

  it('a chair who is not the convenor is invited too', () => {
    const chair = professional('the-chair', 'serviceManager', { rank: 'serviceManager' });
    expect(owedTo(convenedStory(undefined, manager, { chair }), 'invitation')).toContain(chair.personId);
  });

  it('somebody invited in two capacities gets one invitation', () => {
    const chair = professional('the-chair', 'serviceManager', { rank: 'serviceManager' });
    const given = convenedStory(undefined, manager, { chair, invitees: [chair, police] });
    expect(owedTo(given, 'invitation')).toEqual([police.personId, chair.personId]);
  });

  it('a substitute is invited when they are confirmed; one invited already is not invited again', () => {
    const sergeant = professional('sergeant', 'police');
    const given = confirmed(convenedStory(), police, sergeant);
    expect(owedTo(given, 'invitation')).toEqual([sergeant.personId]);
    expect(owedTo(named(given, health, sergeant), 'invitation')).toEqual([]);
  });

  it('everybody is told of a new time, and when it is stood down', () => {
    const meeting = { ...convene().meeting, startsAt: instant('2026-09-17T09:00:00+01:00') };
    const moved = convenedStory().then(manager, { kind: 'reconvene', meeting, reason: 'Room taken' });
    expect(owedTo(moved, 'meetingMoved')).toEqual(everybody);
    expect(
      owedTo(convenedStory().then(manager, { kind: 'standDown', because: null, reason: 'x' }), 'stoodDown'),
    ).toEqual(everybody);
  });
});

describe('the cards of the thread', () => {
  it('the agenda card follows everything that happens', () => {
    const acted = [
      convenedStory(),
      convenedStory().then(police, { kind: 'accept', hasAuthority: true }),
      convenedStory().then(manager, present(manager)),
      convenedStory().then(school, { kind: 'shareInformation', text: 'x' }),
    ];
    for (const story of acted) expect(cards(story)).toContain('agendaCard');
  });

  it('the decision form is posted when it is opened, and closed by the decision', () => {
    const opened = quorate(convenedStory()).then(manager, { kind: 'openDecision' });
    expect(cards(opened)).toEqual(['decisionCard', 'agendaCard']);
    expect(cards(opened.then(manager, recordDecision()))).toEqual(['decisionCard', 'deliveryCard', 'agendaCard']);
  });
});

it('every notice says what it is for by its id: discussion, version, kind, recipient; no two are alike', () => {
  const { notices } = quorate(convenedStory()).then(manager, recordDecision());
  expect(notices.map((n) => n.id)).toContain('SD-TEST22/6/outcome/referrer');
  expect(notices.map((n) => n.id)).toContain(`SD-TEST22/6/outcome/${school.personId}`);
  expect(new Set(notices.map((n) => n.id)).size).toBe(notices.length);
});

it('a refusal owes nobody anything', () => {
  expect(convenedStory().when(manager, recordDecision()).notices).toEqual([]);
  expect(
    convenedStory().when({ ...police, personId: personId('x') }, { kind: 'standDown', because: null, reason: 'x' })
      .notices,
  ).toEqual([]);
});
