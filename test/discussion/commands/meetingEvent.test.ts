/** The meeting's entry in the calendar of the council, as far as the discussion knows of it. */
import { describe, expect, it } from 'vitest';
import { withEscalations } from '../../../src/discussion/debts/escalate.ts';
import type { Meeting } from '../../../src/discussion/state/event.ts';
import type { Notice, NoticeKind } from '../../../src/discussion/state/notice.ts';
import { plusMillis, type Instant } from '../../../src/practice/time/instant.ts';
import { quorate } from '../../builders/attendance.ts';
import { convene, tuesday } from '../../builders/convene.ts';
import { recordDecision } from '../../builders/decision.ts';
import { manager, police, professional, school, system } from '../../builders/people.ts';
import { convenedStory, stateOf, type Story } from '../../builders/story.ts';
import { confirmed, named } from '../../builders/substitute.ts';
import { isWantedIn } from '../../builders/wanted.ts';
import { isMetOnline, linkAwaitedUntil, worryAt } from '../../../src/discussion/state/onlineMeeting.ts';

const minutes = (count: number): Instant => plusMillis(tuesday, count * 60_000);
const seconds = (count: number): Instant => plusMillis(tuesday, count * 1_000);

const { startsAt } = convene().meeting;
const inRoom: Meeting = { startsAt, format: 'meeting', where: 'Room 4', calendar: 'entry' };
const online: Meeting = { startsAt, format: 'video', where: '', calendar: 'onlineMeeting' };
const joinUrl = 'https://teams.microsoft.com/l/meetup-join/1';

const withMeeting = (meeting: Meeting): Story => convenedStory(undefined, manager, { meeting });
const link = { kind: 'recordOnlineMeeting', joinUrl } as const;
const fault = { kind: 'reportMeetingFault', why: 'The calendar said no' } as const;
const moved = (meeting: Meeting) => ({ kind: 'reconvene', meeting, reason: 'Room taken' }) as const;

const owed = ({ notices }: Story, kind: NoticeKind): readonly string[] =>
  notices
    .filter((n) => n.kind === kind)
    .map(({ recipient }) => (recipient.to === 'person' ? recipient.personId : recipient.to));
const first = ({ notices }: Story, kind: NoticeKind): Notice => {
  const found = notices.find((n) => n.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} is owed`);
  return found;
};
const isWanted = (notice: Notice, given: Story): boolean => isWantedIn(stateOf(given), notice);

describe('the calendar is owed what changes the meeting', () => {
  const sergeant = professional('sergeant', 'police');
  it.each<[string, Story]>([
    ['when it is convened', withMeeting(inRoom)],
    ['when it is convened online', withMeeting(online)],
    ['a new time', withMeeting(inRoom).then(manager, moved({ ...inRoom, startsAt: minutes(120) }))],
    ['that it is stood down', withMeeting(online).then(manager, { kind: 'standDown', because: null, reason: 'x' })],
    ['one more invited', withMeeting(online).then(manager, { kind: 'invite', participant: sergeant, insteadOf: null })],
    ['a substitute', confirmed(withMeeting(online), police, sergeant)],
  ])('%s', (_name, given) => {
    expect(owed(given, 'meetingEvent')).toEqual(['calendar']);
    expect(first(given, 'meetingEvent').deadline).toBe(stateOf(given).meeting.startsAt);
  });

  it('and nothing where no meetings are entered there, or nothing about the meeting changes', () => {
    const accepted = { kind: 'accept', hasAuthority: true } as const;
    const stories = [
      convenedStory(),
      convenedStory().then(manager, { kind: 'standDown', because: null, reason: 'x' }),
      withMeeting(online).then(police, accepted),
      named(withMeeting(online), police, sergeant),
      confirmed(withMeeting(online), police, sergeant).then(sergeant, accepted),
    ];
    for (const given of stories) expect(owed(given, 'meetingEvent')).toEqual([]);
  });

  it('nobody is telephoned about a calendar: no escalation watches over it', () => {
    const { notices } = withMeeting(inRoom);
    const entry = notices.filter((n) => n.kind === 'meetingEvent');
    const commit = { reference: 'SD-TEST22', version: 1, otherwise: manager.personId };
    expect(withEscalations(entry, commit, () => true)).toEqual(entry);
  });
});

describe('the link', () => {
  it('is kept with its time, and through a new time', () => {
    const linked = withMeeting(online).then(system, link, seconds(2));
    expect(stateOf(linked).arrangement.onlineMeeting).toEqual({ joinUrl, madeAt: seconds(2) });
    const again = linked.then(manager, moved({ ...online, startsAt: minutes(120) }), minutes(5));
    expect(stateOf(again).arrangement).toMatchObject({ onlineMeeting: { joinUrl }, setAt: minutes(5) });
  });

  it('made within a minute, is told with the invitations: nobody is owed it twice', () => {
    expect(owed(withMeeting(online).then(system, link, seconds(60)), 'joiningDetails')).toEqual([]);
  });

  it('made later, is owed to everybody invited before the meeting starts', () => {
    const later = withMeeting(online).then(system, link, seconds(61));
    expect(owed(later, 'joiningDetails')).toEqual(owed(withMeeting(online), 'invitation'));
    expect(first(later, 'joiningDetails').deadline).toBe(startsAt);
  });

  it('of a meeting the convenor has said how to join, is news to nobody', () => {
    const given = withMeeting(online).then(manager, moved({ ...inRoom, where: 'Dial in' }), minutes(5));
    expect(isMetOnline(stateOf(given))).toBe(false);
    expect(owed(given.then(system, link, minutes(10)), 'joiningDetails')).toEqual([]);
  });

  it('is not told any more once the meeting is at another time or joined another way', () => {
    const later = withMeeting(online).then(system, link, minutes(2));
    const notice = first(later, 'joiningDetails');
    expect(isWanted(notice, later)).toBe(true);
    expect(isWanted(notice, later.then(manager, moved({ ...online, startsAt: minutes(120) })))).toBe(false);
    expect(isWanted(notice, later.then(manager, moved(inRoom), minutes(3)))).toBe(false);
    expect(isWanted(notice, later.then(manager, { kind: 'standDown', because: null, reason: 'x' }))).toBe(false);
  });
});

describe('when the calendar does not take it', () => {
  it('the convenor has a task before the meeting', () => {
    const failed = withMeeting(online).then(system, fault);
    expect(owed(failed, 'onlineMeetingFailed')).toEqual([manager.personId]);
    expect(first(failed, 'onlineMeetingFailed').deadline).toBe(startsAt);
    expect(stateOf(failed).arrangement.fault).toEqual({ why: 'The calendar said no', at: tuesday });
  });

  it('the task is over when the link is there, or the time is set again', () => {
    const failed = withMeeting(online).then(system, fault);
    const task = first(failed, 'onlineMeetingFailed');
    expect(isWanted(task, failed)).toBe(true);
    expect(isWanted(task, failed.then(system, link))).toBe(false);
    expect(isWanted(task, failed.then(manager, moved({ ...online, startsAt: minutes(120) })))).toBe(false);
  });

  it('left to be made again, it is tried and told afresh; with joining details given, the convenor has heard', () => {
    const failed = withMeeting(online).then(system, fault);
    expect(stateOf(failed.then(manager, moved(online))).arrangement.fault).toBeNull();
    expect(stateOf(failed.then(manager, moved(inRoom))).arrangement.fault).toMatchObject({ why: fault.why });
  });
});

describe('only this program says what the calendar answered', () => {
  it.each([manager, police, school])('not $personId', (who) => {
    expect(withMeeting(online).when(who, link).refusal).toEqual({ code: 'notYourMessage' });
    expect(withMeeting(online).when(who, fault).refusal).toEqual({ code: 'notYourMessage' });
  });

  it.each<[string, Story, string]>([
    ['stood down', withMeeting(online).then(manager, { kind: 'standDown', because: null, reason: 'x' }), 'stoodDown'],
    ['decided', quorate(withMeeting(online)).then(manager, recordDecision()), 'decided'],
  ])('and not after it has been %s', (_name, given, stage) => {
    expect(given.when(system, link).refusal).toEqual({ code: 'tooLate', command: 'recordOnlineMeeting', stage });
  });

  it('nothing goes wrong with it any more once it has been decided', () => {
    const decided = quorate(withMeeting(online)).then(manager, recordDecision());
    const tooLate = { code: 'tooLate', command: 'reportMeetingFault', stage: 'decided' };
    expect(decided.when(system, fault).refusal).toEqual(tooLate);
  });

  it('stood down and not to be taken out of calendars: the convenor hears of that, and not of what failed before', () => {
    const failed = withMeeting(online).then(system, fault);
    const stoodDown = failed.then(manager, { kind: 'standDown', because: null, reason: 'x' }, minutes(5));
    expect(isWanted(first(failed, 'onlineMeetingFailed'), stoodDown)).toBe(false);
    const still = stoodDown.then(system, fault, minutes(6));
    expect(owed(still, 'onlineMeetingFailed')).toEqual([manager.personId]);
    expect(isWanted(first(still, 'onlineMeetingFailed'), still)).toBe(true);
  });
});

describe('messages that say how to join wait for the link', () => {
  it.each<[string, Story, number, Instant | null]>([
    ['at first', withMeeting(online), 1, seconds(90)],
    ['for a minute and a half', withMeeting(online), 89, seconds(90)],
    ['and no longer', withMeeting(online), 90, null],
    ['not when the clock has been set back', withMeeting(online), -1, null],
    ['not once it is there', withMeeting(online).then(system, link), 1, null],
    ['not once the calendar has refused', withMeeting(online).then(system, fault), 1, null],
    ['not for a meeting in a room', withMeeting(inRoom), 1, null],
    ['not where no meetings are made', convenedStory(), 1, null],
  ])('%s', (_name, given, after, until) => {
    expect(linkAwaitedUntil(stateOf(given), tuesday, seconds(after))).toBe(until);
  });
});

it.each<[string, number, number]>([
  ['a meeting tomorrow: half an hour before', 24 * 60, 24 * 60 - 30],
  ['a meeting in an hour: half an hour before', 60, 30],
  ['a meeting in ten minutes: half-way', 10, 5],
  ['a meeting that starts at once: at once', 0, 0],
])('the convenor worries about %s', (_name, startsIn, worriesIn) => {
  const given = withMeeting({ ...online, startsAt: minutes(startsIn) });
  expect(worryAt(stateOf(given))).toBe(minutes(worriesIn));
});
