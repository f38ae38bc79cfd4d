import { describe, expect, it } from 'vitest';
import type { Attempt, Delivery, Notice, TrackedNotice } from '../../src/discussion/state/notice.ts';
import { catalogue } from '../../src/messages/catalogue.ts';
import { waitForLink, isNewsOfJoining } from '../../src/messages/joining.ts';
import { plusMillis, type Instant } from '../../src/practice/time/instant.ts';
import { convene, tuesday } from '../builders/convene.ts';
import { manager, police, school, system } from '../builders/people.ts';
import { convenedStory, stateOf } from '../builders/story.ts';
import { aNotice } from '../store/contract/commits.ts';

const seconds = (count: number): Instant => plusMillis(tuesday, count * 1_000);
const meeting = { ...convene().meeting, format: 'video', where: '', calendar: 'onlineMeeting' } as const;
const online = convenedStory(undefined, manager, { meeting });
const linked = online.then(
  system,
  { kind: 'recordOnlineMeeting', joinUrl: 'https://teams.microsoft.com/1' },
  seconds(100),
);
const to = (who: typeof police, kind: Notice['kind']): Notice =>
  aNotice(`SD-TEST22/1/${kind}/${who.personId}`, {
    kind,
    recipient: { to: 'person', personId: who.personId },
    owedAt: tuesday,
  });

describe('a message that says how to join', () => {
  it.each<[Notice['kind'], number, number | null]>([
    ['invitation', 0, 1],
    ['invitation', 8, 12],
    ['invitation', 60, 70],
    ['invitation', 85, 90],
    ['invitation', 90, null],
    ['meetingMoved', 0, 1],
    ['replyChaser', 0, null],
    ['stoodDown', 0, null],
  ])('%s, owed %d seconds ago, is looked at again at %s', (kind, after, again) => {
    expect(waitForLink(to(police, kind), stateOf(online), seconds(after), catalogue)).toBe(
      again === null ? null : seconds(again),
    );
  });

  it('goes at once when the link is there', () => {
    expect(waitForLink(to(police, 'invitation'), stateOf(linked), seconds(1), catalogue)).toBeNull();
  });
});

describe('a link that comes late is sent to', () => {
  const tried = (at: number, result: Attempt['result']): Attempt => ({
    at: seconds(at),
    route: 'email',
    result,
    detail: '',
    receipt: null,
  });
  const invited = (who: typeof police, kind: Notice['kind'], attempts: readonly Attempt[]): TrackedNotice => {
    const delivery: Delivery = { status: 'owed', nextAttemptAt: seconds(200), attempts };
    return { reference: 'SD-TEST22', version: 1, notice: to(who, kind), delivery };
  };

  it.each<[string, readonly TrackedNotice[], boolean]>([
    ['whoever was invited before it was there', [invited(police, 'invitation', [tried(95, 'sent')])], true],
    ['whoever was told of a new time before', [invited(police, 'meetingMoved', [tried(95, 'sent')])], true],
    ['whoever may have been invited before', [invited(police, 'invitation', [tried(95, 'unknown')])], true],
    ['not whoever was invited with it', [invited(police, 'invitation', [tried(101, 'sent')])], false],
    ['not whoever will be invited with it', [invited(police, 'invitation', [tried(95, 'later')])], false],
    ['not for what another was told', [invited(school, 'invitation', [tried(95, 'sent')])], false],
    ['not for another message', [invited(police, 'replyChaser', [tried(95, 'sent')])], false],
  ])('%s', (_name, all, expected) => {
    const notice = { ...to(police, 'joiningDetails'), kind: 'joiningDetails' } as const;
    expect(isNewsOfJoining({ notice, d: stateOf(linked), notices: all, catalogue })).toBe(expected);
  });
});
