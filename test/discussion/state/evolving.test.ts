import { describe, expect, it } from 'vitest';
import type { Discussion } from '../../../src/discussion/state/discussion.ts';
import { evolve } from '../../../src/discussion/state/evolve.ts';
import { ImpossibleEvent } from '../../../src/discussion/state/impossibleEvent.ts';
import type { DiscussionEvent } from '../../../src/discussion/state/event.ts';
import { summarise } from '../../../src/discussion/state/summarise.ts';
import { inSession, quorate } from '../../builders/attendance.ts';
import { child, convene, tuesday } from '../../builders/convene.ts';
import { jointEnquiry, recordDecision } from '../../builders/decision.ts';
import { health, manager, police, school, socialWorker, stranger } from '../../builders/people.ts';
import { convenedStory, stateOf } from '../../builders/story.ts';

const stamp = { at: tuesday, by: manager.personId, version: 99 };
const convened = stateOf(convenedStory());
const session = stateOf(inSession(convenedStory(), socialWorker));
const decided = stateOf(quorate(convenedStory()).then(manager, recordDecision()));
const stoodDown = stateOf(convenedStory().then(manager, { kind: 'standDown', because: null, reason: 'x' }));

const [convening] = convenedStory().events;
const attended: DiscussionEvent = {
  type: 'attendanceRecorded',
  participant: police,
  mode: 'teams',
  hasAuthority: true,
  substituteFor: null,
};
const decision: DiscussionEvent = {
  type: 'decisionRecorded',
  meetingEndedAt: tuesday,
  decisions: [jointEnquiry()],
  overrides: [],
  warnings: [],
  noticeDue: { rule: 'N-1', dueAt: null },
};
const accepted = (who = police): DiscussionEvent => ({
  type: 'invitationAccepted',
  personId: who.personId,
  hasAuthority: true,
});
const authority = (who = socialWorker): DiscussionEvent => ({
  type: 'authorityConfirmed',
  personId: who.personId,
  hasAuthority: true,
});
const shared: DiscussionEvent = { type: 'informationShared', personId: school.personId, text: 'x' };
const moved: DiscussionEvent = {
  type: 'discussionReconvened',
  meeting: convene().meeting,
  reason: 'x',
  inquorate: null,
};
const over: DiscussionEvent = { type: 'discussionStoodDown', reason: 'x' };

describe('a stream that makes no sense is stopped on, never guessed at', () => {
  it.each<[string, Discussion | null, DiscussionEvent | undefined]>([
    ['convened twice', convened, convening],
    ['anything before it was convened', null, accepted()],
    ['an answer from somebody who was never invited', convened, accepted(stranger)],
    ['a decision before anybody met', convened, decision],
    ['a decision form before anybody met', convened, { type: 'decisionOpened' }],
    ['authority confirmed before anybody met', convened, authority()],
    ['authority of somebody who is not there', session, authority(health)],
    ['a second decision', decided, decision],
    ['an answer after the decision', decided, accepted()],
    ['attendance after the decision', decided, attended],
    ['information after the decision', decided, shared],
    ['a new time after the decision', decided, moved],
    ['stood down after the decision', decided, over],
    ['stood down twice', stoodDown, over],
    ['attendance after it was stood down', stoodDown, attended],
    ['an event nobody has heard of', convened, { type: 'somethingElse' } as unknown as DiscussionEvent],
  ])('%s', (_name, state, event) => {
    if (event === undefined) throw new Error('no event to try');
    expect(() => evolve(state, event, stamp)).toThrow(ImpossibleEvent);
  });
});

it('each event is dated by its commit, not by a clock', () => {
  expect(evolve(session, { type: 'decisionOpened' }, stamp)).toMatchObject({ decisionOpenedAt: tuesday, version: 99 });
  expect(evolve(session, decision, stamp)).toMatchObject({ decision: { at: tuesday, by: manager.personId } });
});

it('the state before is left as it was', () => {
  const before = structuredClone(session);
  evolve(session, attended, stamp);
  expect(session).toEqual(before);
});

describe('the line a list shows', () => {
  it('has enough to recognise the discussion and nothing that identifies a child', () => {
    const children = [child(), child({ childId: 'B', name: 'Kim Sample', initials: 'K.S.' })];
    const line = summarise(stateOf(convenedStory(undefined, manager, { children })), { owed: null, toFileSince: null });
    expect(line).toEqual({
      reference: 'SD-TEST22',
      version: 1,
      stage: 'convened',
      initials: ['J.S.', 'K.S.'],
      convenorId: manager.personId,
      chairId: manager.personId,
      people: line.people,
      readers: line.readers,
      meetingAt: convene().meeting.startsAt,
      dueAt: convened.deadline.dueAt,
      open: true,
      owed: null,
      toFileSince: null,
      actions: [],
      standard: { key: convened.standard.key, version: convened.standard.version },
    });
    expect(line.people).toContain(manager.personId);
    expect(line.people).toContain(convened.referral.referrer.personId);
    expect(JSON.stringify(line)).not.toMatch(/Sample|2019/);
  });

  it.each([
    ['convened', convened, true],
    ['inSession', session, true],
    ['decided', decided, false],
    ['stoodDown', stoodDown, false],
  ])('%s: open means that somebody still has to decide', (stage, state, open) => {
    expect(summarise(state, { owed: null, toFileSince: null })).toMatchObject({ stage, open });
  });
});
