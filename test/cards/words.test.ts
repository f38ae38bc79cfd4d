import { describe, expect, it } from 'vitest';
import { ageWords, childrenLine, identityLine } from '../../src/words/childWords.ts';
import { standDownCard } from '../../src/cards/standDown.ts';
import { refusalWords } from '../../src/words/refusalWords.ts';
import type { Refusal } from '../../src/discussion/commands/refusal.ts';
import type { MissingSeat } from '../../src/discussion/matter/quorumNow.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { child } from '../builders/convene.ts';
import { practiceFor } from '../builders/standards.ts';
import { convenedStory } from '../builders/story.ts';
import { readable } from './soundness.ts';
import { inParentheses } from '../../src/words/citation.ts';

const seat = (over: Partial<MissingSeat> = {}): MissingSeat => ({
  seat: 'police',
  words: 'Police',
  rule: 'Q-2',
  overridable: false,
  ...over,
});
const dueAt = instant('2026-09-18T23:59:59+01:00');

describe('a refusal says what is the matter, by which rule, and what to do', () => {
  it.each<[Refusal, readonly (string | RegExp)[]]>([
    [{ code: 'unknownDiscussion', reference: 'SD-ABC234' }, ['SD-ABC234', 'Check the reference']],
    [{ code: 'alreadyConvened', reference: 'SD-ABC234' }, ['/strategy show SD-ABC234']],
    [
      { code: 'notAllowed', command: 'openDecision', allowed: ['chair'] },
      ['Only the chair can open the decision form.'],
    ],
    [
      { code: 'notAllowed', command: 'convene', allowed: ['manager'] },
      ['Only a children’s social care manager can convene a strategy discussion.'],
    ],
    [{ code: 'tooLate', command: 'accept', stage: 'decided' }, ['Tell the chair']],
    [{ code: 'tooLate', command: 'accept', stage: 'stoodDown' }, ['convene a new one']],
    [{ code: 'notInSession', command: 'openDecision' }, ['Record who is taking part first']],
    [{ code: 'familyInvited', rule: 'S-1', name: 'Pat' }, ['Pat cannot take part', 'S-1']],
    [
      { code: 'chairNotEligible', rule: 'CH-1', name: 'Pat', ranks: ['teamManager', 'serviceManager'] },
      ['CH-1', 'Choose a Team Manager or a Service Manager.'],
    ],
    [
      { code: 'chairNotEligible', rule: 'CH-9', name: 'Pat', ranks: ['childrensTeamLeader', 'headOfService'] },
      ['CH-9', 'Choose a Children’s Team Leader or a Head of Service.'],
    ],
    [{ code: 'chairNotEligible', rule: 'CH-10', name: 'Pat', ranks: null }, ['CH-10', 'children’s social care']],
    [{ code: 'meetingTooLate', rule: 'T-1', dueAt }, ['Friday 18 September 2026, 11:59pm (T-1)', 'by telephone (Q-9)']],
    [{ code: 'timeInPast', what: 'meeting' }, ['Choose a time from now on.']],
    [{ code: 'timeInFuture', what: 'emergencyAction' }, ['The action cannot have been taken in the future.']],
    [{ code: 'timeInFuture', what: 'childSeen' }, ['The child cannot have been seen in the future.']],
    [{ code: 'seenBeforeReferral', receivedAt: dueAt }, ['received Friday 18 September 2026, 11:59pm', 'since then']],
    [{ code: 'noSuchChild' }, ['That child is not part of this discussion.']],
    [{ code: 'nothingEntered' }, ['Fill in at least one part.']],
    [{ code: 'notAskedHere' }, ['There is nothing to record here now']],
    [{ code: 'recordedOnForm', duty: 'childSeenDue' }, ['Record when and how each child was seen.']],
    [{ code: 'recordedOnForm', duty: 'enquiryDue' }, ['Record how the enquiry into each child ended.']],
    [{ code: 'recordedOnForm', duty: 'conferenceDue' }, ['why none is needed']],
    [{ code: 'resultRecorded', at: dueAt }, ['The result was recorded on Friday 18 September 2026, 11:59pm.']],
    [{ code: 'notReportedYet' }, ['Nobody has reported on this enquiry yet.']],
    [{ code: 'notCheckedYet' }, ['A manager has to check it']],
    [{ code: 'reasonNeeded' }, ['Give the reason.']],
    [{ code: 'sameHand', rule: 'GT-5', did: 'reported' }, ['You reported on this enquiry yourself', '(GT-5)']],
    [{ code: 'deciderTookPart', rule: 'GT-5', name: 'Pat' }, ['Pat has had a hand in this enquiry.', '(GT-5)']],
    [
      { code: 'cannotDecideResult', rule: 'GT-5', name: 'Pat', rank: 'headOfService' },
      ['Pat cannot record the result. Choose a Head of Service (GT-5).'],
    ],
    [{ code: 'resultFirst', rule: 'GT-5' }, ['which is not recorded yet (GT-5)']],
    [{ code: 'enquiryEndedBeforeDecision', meetingEndedAt: dueAt }, ['its enquiry ends after that']],
    [{ code: 'timeInFuture', what: 'enquiryEnd' }, ['cannot have ended in the future']],
    [{ code: 'whyNoConference' }, ['Say why no conference is needed, and who agreed.']],
    [{ code: 'conferenceBeforeDecision', meetingEndedAt: dueAt }, ['ended Friday 18 September 2026, 11:59pm']],
    [{ code: 'timeInFuture', what: 'conference' }, ['Enter the day on which it happened.']],
    [{ code: 'noConferenceHere' }, ['No enquiry was started here']],
    [{ code: 'closed', at: dueAt }, ['It was closed on Friday 18 September 2026, 11:59pm']],
    [
      {
        code: 'stillRemains',
        mayLeave: false,
        remains: [
          { is: 'duty', of: 'conferenceDue', who: 'Pat', dueAt, mayBeLeft: false },
          { is: 'notice', of: 'outcome', who: null, dueAt: null, mayBeLeft: false },
        ],
      },
      [
        'It cannot be closed yet.',
        'The child protection conference: Pat, by Friday 18 September 2026, 11:59pm.',
        'The outcome has not reached somebody: the referrer, as soon as possible.',
      ],
    ],
    [{ code: 'noChild' }, ['Enter the child']],
    [{ code: 'birthInFuture', childId: 'B' }, ['Child B', '“No, unborn”']],
    [{ code: 'notAChild', childId: 'B' }, ['Child B', 'Check the date of birth.']],
    [{ code: 'impossibleDueDate', childId: 'B' }, ['Child B', 'Check the date.']],
    [{ code: 'childNamed', childId: 'B', where: 'place' }, ['Child B is named in the place', 'initials such as J.S.']],
    [
      { code: 'childNamed', childId: 'A', where: 'standDownReason' },
      ['the reason for standing down', 'Leave the name out'],
    ],
    [{ code: 'substituteRequired', rule: 'S-2' }, ['(S-2)', '(S-3)']],
    [{ code: 'notPresent', name: null }, ['Record their attendance first.']],
    [
      { code: 'inquorate', rule: 'Q-2', missing: [seat(), seat({ words: 'Health', rule: 'Q-1' })] },
      ['Missing: Police (Q-2); Health (Q-1).', 'do not wait (Q-9)'],
    ],
    [
      { code: 'inquorate', rule: 'Q-3', missing: [seat({ overridable: true })] },
      ['the chair may go on without it by giving a reason'],
    ],
    [
      {
        code: 'decisionIncomplete',
        faults: [{ code: 'decisionReasonRequired', rule: 'P-5', words: 'Give the reasons.', childId: 'A' }],
      },
      ['Child A: Give the reasons. (P-5)'],
    ],
    [{ code: 'childrenNotAllDecided', childIds: ['A', 'C'] }, ['Still to do: child A, child C.']],
    [{ code: 'notOneDecisionEach', childId: 'Z' }, ['one too many for child Z']],
  ])('%o', (refusal, wanted) => {
    const words = inParentheses(refusalWords(refusal).join(' '));
    for (const part of wanted) expect(words).toContain(part);
    expect(words).not.toMatch(/undefined|null|\[object/);
  });
});

describe('a child’s age, as much of a birth as a channel may show', () => {
  const on = (date: string) => ({ kind: 'born' as const, on: date });
  it.each([
    ['born today', on('2026-09-15'), 'under 1 month'],
    ['a month tomorrow', on('2026-08-16'), 'under 1 month'],
    ['a month today', on('2026-08-15'), '1 month'],
    ['nearly two', on('2024-09-16'), '23 months'],
    ['two today', on('2024-09-15'), '2 years'],
    ['seven', on('2019-03-01'), '7 years'],
    ['seventeen, eighteen tomorrow', on('2008-09-16'), '17 years'],
    ['born on 29 February', on('2020-02-29'), '6 years'],
    ['not yet born', { kind: 'unborn' as const, expectedOn: '2026-10-01' }, 'unborn'],
  ])('%s', (_name, birth, words) => {
    expect(ageWords(birth, '2026-09-15')).toBe(words);
  });

  it('several children on one line, without names or dates', () => {
    const unborn = child({
      childId: 'B',
      name: '',
      initials: 'K.S.',
      birth: { kind: 'unborn', expectedOn: '2026-10-01' },
    });
    expect(childrenLine([child(), unborn], '2026-09-15')).toBe('J.S., 7 years; K.S., unborn');
  });

  it('name, date of birth and case reference for those entitled to them', () => {
    expect(identityLine(child({ caseReference: 'LCS 4711' }))).toBe(
      'Jo Sample, born Friday 1 March 2019, case LCS 4711',
    );
    expect(identityLine(child({ name: '', birth: { kind: 'unborn', expectedOn: '2026-10-01' } }))).toBe(
      'J.S., expected Thursday 1 October 2026',
    );
  });
});

it('whoever stands a discussion down knows who will read the reason', () => {
  const { state } = convenedStory();
  if (state === null) throw new Error('nothing was convened');
  expect(readable(standDownCard(state, practiceFor('darlington'), 'n', '2026-09-15'))).toContain(
    'No names or details: everybody in the channel sees this.',
  );
});
