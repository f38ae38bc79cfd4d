import { describe, expect, it } from 'vitest';
import type { NoticeId, TrackedNotice } from '../../../src/discussion/state/notice.ts';
import { decisionLateFor } from '../../../src/messages/decisionLate.ts';
import { hour, instant, plusMillis, type Instant } from '../../../src/practice/time/instant.ts';
import { convene, tuesday } from '../../builders/convene.ts';
import { quorate } from '../../builders/attendance.ts';
import { recordDecision } from '../../builders/decision.ts';
import { manager, socialWorker } from '../../builders/people.ts';
import { practiceFor } from '../../builders/standards.ts';
import { convenedStory, stateOf, type Story } from '../../builders/story.ts';

const { calendar } = practiceFor('practice-standards-2025');
/** Held by the end of Friday, so by Monday morning somebody has to know. */
const mondayMorning = instant('2026-09-21T09:00:00+01:00');
const toService = ({ notices }: Story) => notices.filter(({ recipient }) => recipient.to === 'serviceManager');
const inTime = convenedStory();
const [owed] = toService(inTime);
const heard = (story: Story, now: Instant = mondayMorning, all: readonly TrackedNotice[] = []) => {
  if (owed === undefined) throw new Error('nothing is owed to the service manager');
  const said = decisionLateFor(owed, all, stateOf(story), { calendar, now });
  return typeof said === 'string' ? said : 'a letter';
};

describe('the limit on a discussion (Q-9)', () => {
  it('that passes without a decision is told to the service manager, at nine on the next working day', () => {
    expect(toService(inTime).map(({ kind, owedAt }) => [kind, owedAt])).toEqual([['decisionLate', mondayMorning]]);
    expect(heard(inTime)).toBe('a letter');
  });

  it('is not told once it is decided or stood down', () => {
    expect(heard(quorate(inTime).then(manager, recordDecision()))).toBe('superseded');
    expect(heard(inTime.then(manager, { kind: 'standDown', because: null, reason: 'Twice' }))).toBe('superseded');
  });

  it('is told once', () => {
    if (owed === undefined) throw new Error('nothing is owed');
    const delivery = { status: 'sent', at: tuesday, route: 'teams', receipt: '1', attempts: [] } as const;
    const notice = { ...owed, id: 'SD-TEST22/9/decisionLate/serviceManager' as NoticeId };
    expect(heard(inTime, mondayMorning, [{ reference: 'SD-TEST22', version: 9, notice, delivery }])).toBe('superseded');
  });

  it('waits for the end of a meeting that began in time', () => {
    const startsAt = instant('2026-09-18T23:30:00+01:00');
    const late = convenedStory(undefined, manager, { meeting: { ...convene().meeting, startsAt } });
    expect(heard(late, plusMillis(startsAt, hour))).toBe(plusMillis(startsAt, 2 * hour));
  });

  it('that emergency action brings forward is watched in the place of the one before', () => {
    const moved = inTime.then(socialWorker, {
      kind: 'recordEmergencyAction',
      action: 'Police protection',
      takenAt: tuesday,
      takenBy: 'Police',
    });
    expect(toService(moved).map(({ kind, owedAt }) => [kind, owedAt])).toEqual([
      ['heldLate', tuesday],
      ['decisionLate', plusMillis(tuesday, 25 * hour)],
    ]);
    expect(heard(moved)).toBe('superseded');
  });
});
