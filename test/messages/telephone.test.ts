import { describe, expect, it } from 'vitest';
import type { Discussion } from '../../src/discussion/state/discussion.ts';
import type { Notice, NoticeKind, TrackedNotice } from '../../src/discussion/state/notice.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { personMessage } from '../../src/messages/render.ts';
import { practiceFor } from '../builders/standards.ts';
import { plusMillis } from '../../src/practice/time/instant.ts';
import { quorate } from '../builders/attendance.ts';
import { convene, referrer, tuesday } from '../builders/convene.ts';
import { recordDecision } from '../builders/decision.ts';
import { manager, school, system } from '../builders/people.ts';
import { convenedStory, type Story } from '../builders/story.ts';

const owed = (story: Story, kind: NoticeKind, to: Participant | 'referrer'): Notice => {
  const found = story.notices.find(
    ({ kind: k, recipient: r }) =>
      k === kind && (to === 'referrer' ? r.to === 'referrer' : r.to === 'person' && r.personId === to.personId),
  );
  if (found === undefined) throw new Error(`no ${kind} is owed`);
  return found;
};
const asked = (story: Story, notice: Notice): Story => story.then(system, { kind: 'askToTelephone', notice });
const undelivered = (notice: Notice): TrackedNotice => ({
  reference: 'SD-TEST22',
  version: 1,
  notice,
  delivery: { status: 'telephone', since: tuesday, attempts: [] },
});

/** The calls the chair is asked to make, or `superseded`. */
const task = ({ state }: { readonly state: Discussion | null }, notices: readonly Notice[], now = tuesday) => {
  if (state === null) throw new Error('nothing was convened');
  const notice = { ...owed(convenedStory(), 'invitation', school), kind: 'telephoneTask' } as const;
  const message = personMessage({ ...notice, recipient: { to: 'person', personId: manager.personId } }, state, {
    practice: practiceFor('practice-standards-2025'),
    now,
    notices: notices.map(undelivered),
    from: 'strategy@exampleshire.gov.uk',
    inCalendar: false,
    secureDomains: ['gov.uk'],
    ring: null,
    linkTo: () => 'https://strategy.example/reply/x',
    codeFor: () => '1234 5678',
    recordFor: () => ({ filename: 'SD-TEST22-record.pdf', make: () => Promise.resolve(Buffer.from('%PDF')) }),
  });
  if (message === 'superseded') return message;
  const { text } = message.byEmail({ address: 'manager@exampleshire.gov.uk', shared: false });
  return text.split('\n').filter((line) => line.startsWith('Telephone '));
};

describe('whom the chair is asked to telephone', () => {
  const convened = convenedStory();
  const invitation = owed(convened, 'invitation', school);
  const invited = asked(convened, invitation);

  it('says whom, by when and what', () => {
    expect(task(invited, [invitation])).toEqual([
      'Telephone school, Hillside Primary School, before Wednesday 16 September 2026, 2pm. Tell them that they are invited.',
    ]);
  });

  it('does not ask for a time that has passed', () => {
    expect(task(invited, [invitation], plusMillis(convene().meeting.startsAt, 1))).toEqual([
      'Telephone school, Hillside Primary School, as soon as you can. Tell them that they are invited.',
    ]);
  });

  it('the news that it is not going ahead takes the place of the invitation', () => {
    const stoodDown = invited.then(manager, { kind: 'standDown', because: null, reason: 'Entered twice' });
    const news = owed(stoodDown, 'stoodDown', school);
    expect(task(asked(stoodDown, news), [invitation, news])).toEqual([
      expect.stringContaining('Tell them that the discussion is not going ahead'),
    ]);
  });

  it('each person once, with the latest; whoever was told that is not asked for again', () => {
    const chaser = owed(convened, 'replyChaser', school);
    const both = asked(invited, chaser);
    expect(task(both, [chaser, invitation])).toEqual([expect.stringContaining('that we need their reply')]);
    const call = { kind: 'recordTelephoneCall', notice: chaser, spokeTo: 'The head', toldAt: tuesday } as const;
    expect(task(both.then(manager, call), [chaser, invitation])).toBe('superseded');
  });

  it('a relative is told that it has been looked into, and a professional the outcome (N-6)', () => {
    const decidedFor = (standing: 'family' | 'professional'): Story =>
      quorate(
        convenedStory(undefined, manager, { referral: { ...convene().referral, referrer: referrer({ standing }) } }),
      ).then(manager, recordDecision());
    const callFor = (story: Story) => {
      const outcome = owed(story, 'outcome', 'referrer');
      return task(asked(story, outcome), [outcome]);
    };
    expect(callFor(decidedFor('family'))).toEqual([
      expect.stringMatching(/the referrer.*Tell them that we have looked into it/),
    ]);
    expect(callFor(decidedFor('professional'))).toEqual([expect.stringMatching(/the referrer.*Tell them the outcome/)]);
  });
});
