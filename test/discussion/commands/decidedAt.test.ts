/** When it was decided, where that was not when the meeting ended (P-4): what counts from the decision counts from then. */
import { describe, expect, it } from 'vitest';
import { instant, type Instant } from '../../../src/practice/time/instant.ts';
import type { StandardKey } from '../../../src/practice/language/vocabulary.ts';
import { inSession, present } from '../../builders/attendance.ts';
import { tuesday } from '../../builders/convene.ts';
import { jointEnquiry, recordDecision } from '../../builders/decision.ts';
import { health, police, professional, socialWorker } from '../../builders/people.ts';
import { convenedStory, type Story } from '../../builders/story.ts';

const leader = professional('leader', 'childrensSocialCare', { rank: 'childrensTeamLeader' });
const manager = professional('manager', 'teamManager', { rank: 'teamManager' });
const chairOf = (standard: StandardKey) => (standard === 'liverpool' ? leader : manager);

const nextDay = instant('2026-09-16T09:30:00+01:00');
const recordedAt = instant('2026-09-16T11:00:00+01:00');
const referrer = professional('referrer', 'referrer', { agency: 'Little Acorns Nursery' });

const met = (standard: StandardKey): Story => {
  const chair = chairOf(standard);
  const invitees = [socialWorker, police, health];
  return inSession(convenedStory(standard, chair, { chair, invitees }), chair, socialWorker, police, health);
};

const decided = (standard: StandardKey, decidedAt?: Instant, there: Story = met(standard)): Story => {
  const answers = standard === 'liverpool' ? { s47DecisionBy: 'A manager' } : {};
  const command = recordDecision([jointEnquiry({ answers }, standard)]);
  return there.when(chairOf(standard), { ...command, ...(decidedAt ? { decidedAt } : {}) }, recordedAt);
};

const deadlineOf = ({ notices }: Story, kind: string): string | null | undefined =>
  notices.find((notice) => notice.kind === kind)?.deadline;

describe('a decision taken the next day', () => {
  it('is what word in writing (N-3) and the enquiry (DL-5) count from', () => {
    const after = decided('liverpool', nextDay);
    expect(after.refusal).toBeNull();
    expect(deadlineOf(after, 'outcome')).toBe(instant('2026-09-17T23:59:59+01:00'));
    expect(deadlineOf(after, 'enquiryDue')).toBe(instant('2026-10-07T23:59:59+01:00'));
    expect(deadlineOf(decided('liverpool'), 'enquiryDue')).toBe(instant('2026-10-06T23:59:59+01:00'));
  });

  it('is what seeing the child counts from (V-1), and not the record of the meeting (R-3)', () => {
    const after = decided('practice-standards-2025', nextDay);
    expect(deadlineOf(after, 'childSeenDue')).toBe(instant('2026-09-17T09:30:00+01:00'));
    expect(deadlineOf(after, 'record')).toBe(instant('2026-09-16T23:59:59+01:00'));
  });

  it('is not in the future, nor before the meeting began', () => {
    const early = instant('2026-09-15T09:00:00+01:00');
    expect(decided('liverpool', instant('2026-09-16T12:00:00+01:00')).refusal).toEqual({
      code: 'timeInFuture',
      what: 'decision',
    });
    expect(decided('liverpool', early).refusal).toEqual({ code: 'decidedBeforeItBegan', beganAt: tuesday });
  });
});

describe('a referrer who took part', () => {
  const there = (standard: StandardKey) => met(standard).then(chairOf(standard), present(referrer));
  const record = ({ notices }: Story) =>
    notices.find(
      ({ kind, recipient }) => kind === 'record' && recipient.to === 'person' && recipient.personId === 'referrer',
    );

  it('has it in writing within the day as well, by what was recorded (N-3)', () => {
    const found = record(decided('liverpool', undefined, there('liverpool')));
    expect(found).toMatchObject({ rule: 'N-3', deadline: instant('2026-09-16T23:59:59+01:00') });
  });

  it('has the record with everybody else where that has a time of its own (R-3)', () => {
    const found = record(decided('practice-standards-2025', undefined, there('practice-standards-2025')));
    expect(found).toMatchObject({ rule: 'R-3' });
  });
});
