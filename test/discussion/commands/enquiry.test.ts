import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/discussion/commands/command.ts';
import { assessed } from '../../../src/discussion/matter/assessed.ts';
import { stillToRecord, unseenFlag } from '../../../src/discussion/matter/enquiry.ts';
import { instant } from '../../../src/practice/time/instant.ts';
import { quorate } from '../../builders/attendance.ts';
import { child, convene, tuesday } from '../../builders/convene.ts';
import { childInNeed, recordDecision } from '../../builders/decision.ts';
import { manager, police, professional, socialWorker } from '../../builders/people.ts';
import { practiceFor } from '../../builders/standards.ts';
import { convenedStory, stateOf, type Story } from '../../builders/story.ts';

const practice = practiceFor('practice-standards-2025');
const seenAt = instant('2026-09-15T09:30:00+01:00');
const agreed = { parentalPermission: { permissionGiven: 'yes' } };
const unborn = child({ childId: 'B', name: '', initials: 'K.S.', birth: { kind: 'unborn', expectedOn: '2027-01-05' } });

const enquiry = (over: Partial<CommandOf<'recordEnquiry'>> = {}): CommandOf<'recordEnquiry'> => ({
  kind: 'recordEnquiry',
  childId: 'A',
  seen: { at: seenAt, answers: { seenAlone: 'yes' } },
  answers: agreed,
  ...over,
});
const refusalOf = (given: Story, over: Partial<CommandOf<'recordEnquiry'>>) =>
  given.when(socialWorker, enquiry(over)).refusal;
const decided = (): Story => quorate(convenedStory()).then(manager, recordDecision());

describe('what was done about a child is refused', () => {
  const visit = (at: string) => ({ seen: { at: instant(at), answers: { seenAlone: 'yes' } } });

  it.each<[string, Partial<CommandOf<'recordEnquiry'>>, object]>([
    ['of a child of another discussion', { childId: 'C' }, { code: 'noSuchChild' }],
    ['seen in the future', visit('2026-09-15T10:00:01+01:00'), { code: 'timeInFuture', what: 'childSeen' }],
    [
      'seen before the referral',
      visit('2026-09-15T08:59:59+01:00'),
      { code: 'seenBeforeReferral', receivedAt: instant('2026-09-15T09:00:00+01:00') },
    ],
    ['where nothing was done', { seen: null, answers: {} }, { code: 'nothingEntered' }],
    [
      'shared with the family, before there is an outcome',
      { seen: null, answers: { familyAfterwards: { outcomeShared: 'yes' } } },
      { code: 'notAskedHere' },
    ],
  ])('%s', (_name, over, refusal) => {
    expect(refusalOf(convenedStory(), over)).toEqual(refusal);
  });

  it('once it has been stood down', () => {
    const over = convenedStory().then(manager, { kind: 'standDown', because: null, reason: 'Entered twice' });
    expect(refusalOf(over, {})).toEqual({ code: 'tooLate', command: 'recordEnquiry', stage: 'stoodDown' });
  });

  it('under a standard that does not ask it', () => {
    expect(refusalOf(convenedStory('working-together-2023'), {})).toEqual({ code: 'notAskedHere' });
  });

  it('for each rule once, whoever asks for it (V-2, V-3, V-7)', () => {
    const refusal = refusalOf(convenedStory(), {
      seen: { at: seenAt, answers: { seenAlone: 'no' } },
      answers: { parentalPermission: {} },
    });
    if (refusal?.code !== 'barred') throw new Error('it was accepted');
    expect(refusal.blocks.map(({ code, rule }) => `${code} ${rule}`)).toEqual([
      'notAloneReasonRequired V-2',
      'whoPresentRequired V-3',
      'permissionGivenRequired V-7',
    ]);
  });

  it('as simply done: when and how is asked (V-3)', () => {
    const reminder = decided().notices.find(({ kind }) => kind === 'childSeenDue') ?? expect.fail('not owed');
    const done = { kind: 'reportDone', notice: reminder, duty: 'childSeenDue' } as const;
    expect(decided().when(socialWorker, done).refusal).toEqual({ code: 'recordedOnForm', duty: 'childSeenDue' });
    expect(decided().when(police, done).refusal).toEqual({ code: 'notYourMessage' });
  });
});

describe('what was recorded stands', () => {
  it.each<[string, () => Story]>([
    ['before anybody has met', () => convenedStory()],
    ['in the meeting', () => quorate(convenedStory())],
    ['after the decision', decided],
  ])('%s', (_name, given) => {
    const { events, state } = given().then(socialWorker, enquiry());
    const { kind: _kind, ...entry } = enquiry();
    expect(events).toEqual([{ type: 'enquiryRecorded', ...entry }]);
    expect(state?.enquired).toEqual([entry]);
  });

  it('a parent’s permission holds for the next visit, and can be given by itself (V-7)', () => {
    const first = convenedStory().then(socialWorker, enquiry({ seen: null }));
    expect(first.then(socialWorker, enquiry({ answers: {} })).state?.enquired).toHaveLength(2);
  });

  it('of an unborn child “not yet born” is a reason not to be seen alone, and of no other (V-2)', () => {
    const two = convenedStory(undefined, manager, { children: [child(), unborn] });
    const visit = {
      seen: { at: seenAt, answers: { seenAlone: 'no', notAloneReason: 'unborn', whoPresent: 'Mother' } },
    };
    expect(refusalOf(two, { ...visit, childId: 'B' })).toBeNull();
    expect(refusalOf(two, visit)).toMatchObject({ blocks: [{ code: 'notAloneReasonNotAChoice', rule: 'V-2' }] });
  });

  it('the day is never asked beside the time (V-3)', () => {
    const [step] = assessed(stateOf(convenedStory()), practice).child('A').enquiry;
    expect(step?.fields.map(({ name }) => name)).toEqual(['seenAlone', 'notAloneReason', 'whoPresent']);
  });
});

describe('what is left to do', () => {
  it('is flagged from 24 hours after the referral, for as long as a born child is unseen and nothing decided (V-1)', () => {
    const flag = { rule: 'V-1', from: instant('2026-09-16T09:00:00+01:00') };
    const flagOf = (given: Story) => unseenFlag(stateOf(given), practice);
    expect(flagOf(convenedStory())).toEqual(flag);
    expect(flagOf(convenedStory().then(socialWorker, enquiry()))).toBeNull();
    expect(flagOf(decided())).toBeNull();
    expect(flagOf(convenedStory(undefined, manager, { children: [unborn] }))).toBeNull();
  });

  it('a child seen before the referral that a further discussion is about is to be seen again (V-1)', () => {
    const before = (seenBefore: string) =>
      stateOf(convenedStory(undefined, manager, { children: [child({ seenBefore: instant(seenBefore) })] }));
    expect(unseenFlag(before('2026-09-14T12:00:00+01:00'), practice)).not.toBeNull();
    expect(unseenFlag(before('2026-09-15T09:10:00+01:00'), practice)).toBeNull();
  });

  it('after a decision without an enquiry is what the family heard, and nothing else (F-2)', () => {
    const needs = quorate(convenedStory()).then(manager, recordDecision([childInNeed()]));
    expect(stillToRecord(stateOf(needs), practice)).toEqual(['F-2']);
    expect(stillToRecord(stateOf(decided()), practice)).toEqual(['V-2', 'V-3', 'V-7', 'V-8', 'F-2']);
    expect(stillToRecord(stateOf(convenedStory()), practice)).toEqual([]);
  });

  it('the card is shown again when the flag is due, unless it is there already (V-1)', () => {
    const flags = (given: Story) => given.notices.filter(({ kind }) => kind === 'flagUnseen');
    expect(flags(convenedStory()).map(({ owedAt, rule }) => [owedAt, rule])).toEqual([
      [instant('2026-09-16T09:00:00+01:00'), 'V-1'],
    ]);
    const receivedAt = instant('2026-09-14T09:00:00+01:00');
    const late = { referral: { ...convene().referral, receivedAt } };
    expect(flags(convenedStory(undefined, manager, late, tuesday))).toEqual([]);
    const leader = professional('leader', 'childrensTeamLeader', { rank: 'childrensTeamLeader' });
    expect(flags(convenedStory('liverpool', manager, { chair: leader }))).toEqual([]);
  });
});
