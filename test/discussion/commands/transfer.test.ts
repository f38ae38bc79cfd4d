import { describe, expect, it } from 'vitest';
import { gateFor, throughGate } from '../../../src/discussion/matter/gate.ts';
import { remainingIn } from '../../../src/discussion/matter/remaining.ts';
import { isTakenOver } from '../../../src/discussion/state/transfer.ts';
import { instant } from '../../../src/practice/time/instant.ts';
import { quorate } from '../../builders/attendance.ts';
import { child, tuesday } from '../../builders/convene.ts';
import { jointEnquiry, recordDecision } from '../../builders/decision.ts';
import { finished, headOfService, reported } from '../../builders/gate.ts';
import { manager, police, professional, socialWorker, stranger } from '../../builders/people.ts';
import { practiceFor } from '../../builders/standards.ts';
import { convenedStory, stateOf, type Story } from '../../builders/story.ts';
import { answerTransfer, askTransfer, enterTransferAnswer, foundHere, quill } from '../../builders/transfer.ts';

const asked = (): Story => foundHere().then(manager, askTransfer());
const takenOver = (story: Story): boolean => isTakenOver(stateOf(story), 'A');
const owedTo = (story: Story) =>
  story.notices
    .filter(({ kind }) => kind.startsWith('transfer'))
    .map(({ kind, recipient, rule, owedAt }) => [
      kind,
      recipient.to === 'person' ? recipient.personId : recipient.to,
      rule,
      owedAt,
    ]);

describe('responsibility for a child who lives elsewhere (H-3)', () => {
  it('is asked of the home authority at once, again next morning; and the chair hears on the morning after that', () => {
    expect(owedTo(asked())).toEqual([
      ['transferAsked', 'quill', 'H-3', tuesday],
      ['transferChaser', 'quill', 'H-3', instant('2026-09-16T09:00:00+01:00')],
      ['transferUnanswered', 'manager', 'H-3', instant('2026-09-17T09:00:00+01:00')],
    ]);
    expect(takenOver(asked())).toBe(false);
  });

  it('passes when it is accepted in writing, and then those who lead hear of it', () => {
    const accepted = asked().then(quill, answerTransfer(true));
    expect(takenOver(accepted)).toBe(true);
    expect(owedTo(accepted)).toEqual([
      ['transferRecorded', 'quill', 'H-3', tuesday],
      ['transferAnswered', 'manager', 'H-3', tuesday],
      ['transferAnswered', 'social-worker', 'H-3', tuesday],
    ]);
    expect(accepted.when(quill, answerTransfer(false)).refusal).toEqual({ code: 'takenOverAlready' });
    expect(accepted.when(manager, askTransfer()).refusal).toEqual({ code: 'takenOverAlready' });
  });

  it('stays where it is when it is refused; whoever refused may still accept', () => {
    const refused = asked().then(quill, answerTransfer(false));
    expect(takenOver(refused)).toBe(false);
    expect(takenOver(refused.then(quill, answerTransfer(true)))).toBe(true);
  });

  it.each(['letter', 'email'] as const)('passes by a %s that the social worker enters', (how) => {
    expect(takenOver(asked().then(socialWorker, enterTransferAnswer(how)))).toBe(true);
  });

  it('does not pass by word of mouth, and nothing is recorded of that under Practice Standards', () => {
    const { refusal } = asked().when(manager, enterTransferAnswer('telephone'));
    expect(refusal).toMatchObject({ code: 'barred', blocks: [{ rule: 'H-3', code: 'writtenAcceptanceNotMet' }] });
  });

  it('under Liverpool it is accepted first and then in writing', () => {
    const chair = professional('manager', 'teamManager', { rank: 'childrensTeamLeader' });
    const promised = foundHere('liverpool').then(chair, askTransfer()).then(chair, enterTransferAnswer('telephone'));
    expect(takenOver(promised)).toBe(false);
    expect(takenOver(promised.then(quill, answerTransfer(true)))).toBe(true);
  });

  it('unanswered, it is for whoever chairs by then to see to', () => {
    const deputy = professional('deputy', 'teamManager', { rank: 'teamManager' });
    const handOver = { kind: 'handOver', part: 'chair', to: deputy, reason: 'On leave', seen: 0 } as const;
    const morning = instant('2026-09-16T09:00:00+01:00');
    expect(owedTo(asked().then(manager, handOver))).toEqual([['transferUnanswered', 'deputy', 'H-3', morning]]);
    expect(owedTo(asked().then(quill, answerTransfer(true)).then(manager, handOver))).toEqual([]);
  });

  it('asked of another, it is asked of the first no more', () => {
    const again = asked().then(
      manager,
      askTransfer({ of: professional('other', 'homeAuthority', { agency: 'Northmoor Borough Council' }) }),
    );
    expect(again.when(quill, answerTransfer(true)).refusal).toEqual({ code: 'noSuchTransfer' });
    expect(again.when(quill, answerTransfer(true, 2)).refusal).toEqual({ code: 'noSuchTransfer' });
  });

  it.each([
    ['somebody of this council', askTransfer({ of: socialWorker }), { code: 'ownCouncil', name: 'social-worker' }],
    [
      'a nurse',
      askTransfer({ of: professional('nurse', 'namedNurse', { agency: 'Northmoor NHS Trust' }) }),
      { code: 'noCouncil', name: 'nurse', agency: 'Northmoor NHS Trust' },
    ],
    [
      'the nursery that made the referral',
      askTransfer({ of: professional('tench', 'referrer', { agency: 'Little Acorns Nursery' }) }),
      { code: 'noCouncil', name: 'tench', agency: 'Little Acorns Nursery' },
    ],
    ['no child', askTransfer({ childIds: [] }), { code: 'noSuchChild' }],
    ['a child of another discussion', askTransfer({ childIds: ['Z'] }), { code: 'noSuchChild' }],
  ])('is not asked of %s', (_of, command, refusal) => {
    expect(foundHere().when(manager, command).refusal).toEqual(refusal);
  });

  it('is not asked about where the child lives here, nor when it was stood down', () => {
    expect(convenedStory().when(manager, askTransfer()).refusal).toEqual({ code: 'notAskedHere' });
    const over = foundHere().then(manager, { kind: 'standDown', because: null, reason: 'Entered twice' });
    expect(over.when(manager, askTransfer()).refusal).toMatchObject({ code: 'tooLate' });
  });

  it('is answered by whoever was asked, and entered by those who carry the case', () => {
    for (const who of [police, manager, stranger])
      expect(asked().when(who, answerTransfer(true)).refusal).toMatchObject({ code: 'notAllowed' });
    expect(asked().when(police, enterTransferAnswer('letter')).refusal).toMatchObject({ code: 'notAllowed' });
    const early = enterTransferAnswer('letter', { entered: { how: 'letter', from: 'Ann Cole', on: '2026-09-16' } });
    expect(asked().when(manager, early).refusal).toEqual({ code: 'timeInFuture', what: 'answer' });
  });
});

describe('what remains after a decision', () => {
  const practice = practiceFor('practice-standards-2025');
  const decided = (): Story => quorate(foundHere()).then(manager, recordDecision([jointEnquiry()]));
  const remains = (story: Story): readonly string[] => {
    const d = stateOf(story);
    return d.stage === 'decided' ? remainingIn(d, practice, []).map(({ of, is }) => (is === 'transfer' ? is : of)) : [];
  };

  it('is the answer of the home authority too, and once it has the child, the record alone', () => {
    expect(remains(decided())).toContain('enquiryDue');
    const waiting = decided().then(manager, askTransfer());
    expect(remains(waiting)).toEqual(expect.arrayContaining(['transfer', 'enquiryDue', 'conferenceDue']));
    expect(remains(waiting.then(quill, answerTransfer(true)))).toEqual(['recordDue', 'filingDue']);
    expect(remains(waiting.then(quill, answerTransfer(false)))).toEqual(remains(decided()));
  });

  it('is not an enquiry under way: it is the home authority’s to finish, and what was found here stays readable', () => {
    const passed = (story: Story): Story => story.then(manager, askTransfer()).then(quill, answerTransfer(true));
    const underWay = passed(reported(decided()));
    const check = { kind: 'checkEnquiry', childId: 'A', decider: headOfService } as const;
    expect(underWay.when(manager, check).refusal).toEqual({ code: 'takenOverAlready' });
    expect(throughGate(stateOf(underWay), practice)).toEqual([]);
    expect(gateFor(stateOf(passed(finished(decided()))), 'A', practice)).not.toBeNull();
  });

  it('of a sister who is with the council still, it is all that she is owed', () => {
    const sister = child({ childId: 'B', name: 'Kim Sample', initials: 'K.S.' });
    const both = quorate(foundHere('practice-standards-2025', [child(), sister]))
      .then(manager, recordDecision([jointEnquiry(), jointEnquiry({ childId: 'B' })]))
      .then(manager, askTransfer({ childIds: ['A'] }))
      .then(quill, answerTransfer(true));
    expect(remains(both)).toEqual(expect.arrayContaining(['enquiryDue', 'conferenceDue', 'childSeenDue']));
    expect(remains(both.then(manager, askTransfer({ childIds: ['B'] })).then(quill, answerTransfer(true, 2)))).toEqual([
      'recordDue',
      'filingDue',
    ]);
  });
});
