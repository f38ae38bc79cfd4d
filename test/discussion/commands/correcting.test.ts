import { describe, expect, it } from 'vitest';
import { personId } from '../../../src/discussion/state/people.ts';
import { hour, instant, plusMillis } from '../../../src/practice/time/instant.ts';
import { quorate } from '../../builders/attendance.ts';
import { saying, tuesday } from '../../builders/convene.ts';
import { childInNeed, correctDecision, jointEnquiry, recordDecision } from '../../builders/decision.ts';
import { checked, finished } from '../../builders/gate.ts';
import { manager, police, professional } from '../../builders/people.ts';
import { convenedStory, stateOf, type Story } from '../../builders/story.ts';
import { isWantedIn } from '../../builders/wanted.ts';

const decided = (): Story => quorate(convenedStory()).then(manager, recordDecision());
const friday = instant('2026-09-18T10:00:00+01:00');

const kindsTo = ({ notices }: Story, to: string): readonly string[] =>
  notices
    .filter(({ recipient }) => (recipient.to === 'person' ? recipient.personId : recipient.to) === to)
    .map(({ kind }) => kind);

describe('a correction', () => {
  it('is an event of its own: what was recorded stays, and what is stands', () => {
    const { events, state } = decided().then(manager, correctDecision());
    expect(events).toMatchObject([
      {
        type: 'decisionCorrected',
        number: 1,
        decision: { childId: 'A', s47: false },
        reason: 'The minutes were misread',
      },
    ]);
    expect(state).toMatchObject({
      stage: 'decided',
      decision: { children: [{ s47: false }], corrections: [{ number: 1, was: { s47: true }, is: { s47: false } }] },
    });
  });

  it.each([
    ['before a decision', quorate(convenedStory()), correctDecision(), { code: 'notDecidedYet' }],
    [
      'of a child that is not there',
      decided(),
      correctDecision(childInNeed({ childId: 'Z' })),
      { code: 'noSuchChild' },
    ],
    ['of nothing', decided(), correctDecision(jointEnquiry()), { code: 'nothingCorrected' }],
    [
      'without a reason',
      decided(),
      correctDecision(childInNeed(), { reason: ' ' }),
      { code: 'correctionReasonNeeded' },
    ],
    [
      'of a decision corrected meanwhile',
      decided(),
      correctDecision(childInNeed(), { number: 2 }),
      { code: 'correctedMeanwhile' },
    ],
    [
      'with an answer missing',
      decided(),
      correctDecision(childInNeed({ reasons: '' })),
      { code: 'decisionIncomplete' },
    ],
  ] as const)('is refused %s', (_what, given, command, refusal) => {
    expect(given.when(manager, command).refusal).toMatchObject(refusal);
  });

  it('is not that no enquiry starts, once it has its result or its conference: it was made (GT-5, DL-3)', () => {
    const made = (by: string) => ({ code: 'enquiryWasMade', by, on: '2026-09-15' });
    expect(finished(decided()).when(manager, correctDecision()).refusal).toEqual(made('result'));
    const held = decided().then(manager, {
      kind: 'recordConference',
      childIds: ['A'],
      outcome: { what: 'held', heldOn: '2026-09-15', plan: true },
    });
    expect(held.when(manager, correctDecision()).refusal).toEqual(made('conference'));
    expect(held.when(manager, correctDecision(jointEnquiry({ reasons: 'Two marks' }))).refusal).toBeNull();
    expect(checked(decided()).when(manager, correctDecision()).refusal).toBeNull();
  });

  it('has the order of its fields from wherever it came', () => {
    const { reasons, s47, ...rest } = jointEnquiry();
    expect(decided().when(manager, correctDecision({ ...rest, s47, reasons })).refusal).toEqual({
      code: 'nothingCorrected',
    });
  });

  it('rests on the minimum of the meeting that decided, with the seats it went on without', () => {
    const given = quorate(convenedStory(undefined, manager, { facts: saying(['physicalInjury']) })).then(
      manager,
      recordDecision([jointEnquiry()], [{ seat: 'paediatrician', reason: 'Seen in A&E today' }]),
    );
    expect(given.when(manager, correctDecision()).refusal).toBeNull();
  });
});

describe('who is told again', () => {
  it('all who were told, once each, within the first limit while it is ahead', () => {
    const given = decided().then(manager, correctDecision(), plusMillis(tuesday, hour));
    expect(kindsTo(given, 'referrer')).toEqual(['outcome']);
    expect(kindsTo(given, police.personId)).toEqual(['record']);
    expect(kindsTo(given, manager.personId)).not.toContain('record');
    const first = decided().notices.find(({ kind }) => kind === 'outcome');
    expect(given.notices.find(({ kind }) => kind === 'outcome')?.deadline).toBe(first?.deadline);
  });

  it('later, as long after the correction as the rule gives after the meeting (N-1)', () => {
    const { notices } = decided().then(manager, correctDecision(), friday);
    const due = notices.filter(({ kind }) => kind === 'outcome' || kind === 'record').map(({ deadline }) => deadline);
    expect(new Set(due)).toEqual(new Set([instant('2026-09-21T22:59:59.000Z')]));
  });

  it('not a relative or member of the public, who was told no outcome (N-6)', () => {
    const referrer = { standing: 'family', agency: null } as const;
    const { referral } = convenedStory().state ?? expect.fail();
    const told = { ...referral, referrer: { ...referral.referrer, ...referrer } };
    const given = quorate(convenedStory(undefined, manager, { referral: told })).then(manager, recordDecision());
    expect(kindsTo(given, 'referrer')).toEqual(['outcome']);
    expect(kindsTo(given.then(manager, correctDecision()), 'referrer')).toEqual([]);
  });

  it('whoever handed the case on since has the record as it was, and so the correction', () => {
    const worker = professional('next-worker', 'socialWorker');
    const handed = decided().then(manager, {
      kind: 'handOver',
      part: 'socialWorker',
      to: worker,
      reason: 'Leave',
      seen: 0,
    });
    const given = handed.then(manager, correctDecision());
    expect(kindsTo(given, personId('next-worker'))).toEqual(expect.arrayContaining(['record', 'followUp']));
  });
});

describe('what falls due', () => {
  it('an enquiry that starts after all owes what an enquiry owes, from when it was decided', () => {
    const given = quorate(convenedStory()).then(manager, recordDecision([childInNeed()]));
    const { notices } = given.then(manager, correctDecision(jointEnquiry()), friday);
    const seen = notices.find(({ kind }) => kind === 'childSeenDue');
    // It was to be within 24 hours of the decision, which is past: it is asked at once.
    expect(seen).toMatchObject({ owedAt: friday, deadline: null });
    expect(notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['enquiryDue', 'conferenceDue']));
  });

  it('what was due before and still is, is not asked twice', () => {
    const { notices } = decided().then(manager, correctDecision(jointEnquiry({ reasons: 'One injury' })));
    expect(notices.map(({ kind }) => kind)).not.toEqual(expect.arrayContaining(['enquiryDue']));
    expect(notices.filter(({ kind }) => kind.endsWith('Due'))).toEqual([]);
  });
});

describe('what was owed before', () => {
  const wanted = (given: Story, notices: Story['notices'], kind: string): boolean => {
    const notice = notices.find((each) => each.kind === kind) ?? expect.fail(`no ${kind}`);
    return isWantedIn(stateOf(given), notice);
  };

  it.each(['outcome', 'record', 'followUp'])('and had not arrived (%s) is not sent as well', (kind) => {
    const { notices } = decided();
    expect(wanted(decided(), notices, kind)).toBe(true);
    expect(wanted(decided().then(manager, correctDecision()), notices, kind)).toBe(false);
  });

  it('for an enquiry that does not start is asked of nobody; all the rest still is', () => {
    const { notices } = decided();
    const after = decided().then(manager, correctDecision());
    for (const kind of ['childSeenDue', 'enquiryDue']) expect(wanted(after, notices, kind), kind).toBe(false);
    expect(wanted(after, notices, 'recordDue')).toBe(true);
    expect(wanted(decided(), notices, 'enquiryDue')).toBe(true);
  });

  it('with another limit now is reminded of in its time', () => {
    const urgent = jointEnquiry({ answers: { urgentEnquiry: true } });
    const given = quorate(convenedStory()).then(manager, recordDecision([urgent]));
    const after = given.then(manager, correctDecision(jointEnquiry({ answers: { urgentEnquiry: false } })));
    expect(wanted(after, given.notices, 'enquiryDue')).toBe(false);
    expect(wanted(after, after.notices, 'enquiryDue')).toBe(true);
  });
});
