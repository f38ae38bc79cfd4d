import { describe, expect, it } from 'vitest';
import { deliveryCard } from '../../src/cards/delivery.ts';
import { proofsOf, proofsToPeople } from '../../src/messages/proof.ts';
import { toldCard } from '../../src/cards/told.ts';
import type { Discussion } from '../../src/discussion/state/discussion.ts';
import type { Delivery, TrackedNotice } from '../../src/discussion/state/notice.ts';
import { plusMillis } from '../../src/practice/time/instant.ts';
import { quorate } from '../builders/attendance.ts';
import { convene, tuesday } from '../builders/convene.ts';
import { recordDecision } from '../builders/decision.ts';
import { manager, police } from '../builders/people.ts';
import { convenedStory } from '../builders/story.ts';
import { aNotice } from '../store/contract/commits.ts';
import { readable } from '../cards/soundness.ts';

const meeting = { ...convene().meeting, calendar: 'entry' } as const;
const { state } = convenedStory(undefined, manager, { meeting });
const discussion = (): Discussion => {
  if (state === null) throw new Error('nothing was convened');
  return state;
};
const tracked = (notice: TrackedNotice['notice'], delivery: Delivery): TrackedNotice => ({
  reference: 'SD-TEST22',
  version: 1,
  notice,
  delivery,
});
const attempt = { at: tuesday, route: 'calendar', result: 'closed', detail: 'No such mailbox', receipt: null } as const;
const entry = (delivery: Delivery): TrackedNotice =>
  tracked(
    aNotice('SD-TEST22/1/meetingEvent/calendar', {
      kind: 'meetingEvent',
      recipient: { to: 'calendar' },
      owedAt: tuesday,
      deadline: meeting.startsAt,
    }),
    delivery,
  );
const invitation = tracked(
  aNotice('SD-TEST22/1/invitation/police', {
    recipient: { to: 'person', personId: police.personId },
    owedAt: tuesday,
    deadline: meeting.startsAt,
  }),
  { status: 'owed', nextAttemptAt: tuesday, attempts: [] },
);

describe('the entry in the calendar', () => {
  it.each<[string, Delivery, object]>([
    [
      'is in the proof once it has been made',
      { status: 'sent', at: tuesday, route: 'calendar', receipt: 'AAMk=', attempts: [] },
      { who: 'The calendar', what: 'Calendar entry', state: 'told', stands: 'In the calendar' },
    ],
    [
      'is in the proof while it is refused, and why',
      { status: 'owed', nextAttemptAt: plusMillis(tuesday, 1), attempts: [attempt] },
      { who: 'The calendar', state: 'waiting', detail: 'No such mailbox. Trying again.' },
    ],
  ])('%s', (_name, delivery, expected) => {
    expect(proofsOf(discussion(), [entry(delivery)], tuesday)).toMatchObject([expected]);
  });

  it('is no message to a person: neither on the card of who has been told nor among those to telephone', () => {
    const all = [entry({ status: 'owed', nextAttemptAt: tuesday, attempts: [attempt] }), invitation];
    expect(proofsToPeople(discussion(), all, tuesday).map((p) => p.what)).toEqual(['Invitation']);
    const about = { proofs: proofsToPeople(discussion(), all, tuesday), now: tuesday, about: invitation.notice.id };
    for (const card of [
      deliveryCard(discussion(), proofsToPeople(discussion(), all, tuesday)),
      toldCard(discussion(), 'n', about),
    ]) {
      expect(readable(card)).toContain('Invitation');
      expect(readable(card)).not.toMatch(/calendar/i);
    }
  });
});

describe('the card of who has been told, which people read who do not know who the referrer is', () => {
  const story = quorate(convenedStory()).then(manager, recordDecision());
  const outcome = story.notices.find(({ recipient }) => recipient.to === 'referrer');
  if (outcome === undefined) throw new Error('the referrer is owed nothing');
  const called = story.then(manager, {
    kind: 'recordTelephoneCall',
    notice: outcome,
    spokeTo: 'Robin Nursery',
    toldAt: tuesday,
  }).state;
  const refused: Delivery = {
    status: 'telephone',
    since: tuesday,
    attempts: [{ ...attempt, route: 'email', detail: 'The mail server refused the message: 550 No Robin here' }],
  };

  it.each<[string, Discussion | null, RegExp]>([
    ['does not say whom somebody spoke to', called, /by manager, Exampleshire County Council/],
    ['does not repeat what a mail server said of the referrer', story.state, /It cannot be sent to them/],
  ])('%s; the proof itself does', (_name, d, instead) => {
    if (d === null) throw new Error('nothing was convened');
    const all = [tracked(outcome, refused)];
    expect(proofsOf(d, all, tuesday)[0]?.detail).toContain('Robin');
    expect(readable(deliveryCard(d, proofsToPeople(d, all, tuesday)))).not.toContain('Robin');
    expect(readable(deliveryCard(d, proofsToPeople(d, all, tuesday)))).toMatch(instead);
  });
});

describe('a message that the service manager has been told about', () => {
  const escalation = (delivery: Delivery): TrackedNotice =>
    tracked(
      aNotice('SD-TEST22/1/escalation/x', {
        kind: 'escalation',
        recipient: { to: 'serviceManager', otherwise: manager.personId },
        deadline: meeting.startsAt,
      }),
      delivery,
    );
  const sent: Delivery = { status: 'sent', at: tuesday, route: 'teams', receipt: 'm1', attempts: [] };
  const stateOf = (message: Delivery, watcher: Delivery) =>
    proofsOf(discussion(), [{ ...invitation, delivery: message }, escalation(watcher)], tuesday)[0];

  it.each<[string, Delivery, object]>([
    [
      'and has not been sent, says so',
      { status: 'owed', nextAttemptAt: tuesday, attempts: [{ ...attempt, route: 'email', result: 'later' }] },
      { state: 'escalated', stands: 'Not sent, and the service manager knows' },
    ],
    [
      'and needs a call, is still to be telephoned',
      { status: 'telephone', since: tuesday, attempts: [] },
      { state: 'telephone' },
    ],
    ['and arrived after all, was told', { ...sent, at: plusMillis(tuesday, 1) }, { state: 'told' }],
  ])('%s', (_name, delivery, expected) => {
    const proof = stateOf(delivery, sent);
    expect(proof).toMatchObject(expected);
    expect(/The service manager was told Tuesday/.test(proof?.detail ?? '')).toBe(proof?.state !== 'told');
  });

  it('is as it was while the service manager has not been told', () => {
    const owed: Delivery = { status: 'owed', nextAttemptAt: tuesday, attempts: [] };
    expect(stateOf(owed, owed)).toMatchObject({ state: 'waiting', detail: 'On its way' });
  });

  it('can be told by telephone', () => {
    const all = [invitation, escalation(sent)];
    expect(
      readable(
        toldCard(discussion(), 'n', { proofs: proofsToPeople(discussion(), all, tuesday), now: tuesday, about: '' }),
      ),
    ).toContain('Invitation');
  });
});
