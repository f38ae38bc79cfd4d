import { describe, expect, it } from 'vitest';
import { withEscalations } from '../../src/discussion/debts/escalate.ts';
import type { Delivery, Notice, TrackedNotice } from '../../src/discussion/state/notice.ts';
import { personId } from '../../src/discussion/state/people.ts';
import { isWatched } from '../../src/messages/catalogue.ts';
import { escalationFor } from '../../src/messages/watchdog.ts';
import type { Instant } from '../../src/practice/time/instant.ts';
import { aNotice, minutes } from '../store/contract/commits.ts';

const commit = { reference: 'SD-1', version: 3, otherwise: personId('convenor') };

const owedEscalations = (notices: readonly Notice[]): readonly Notice[] =>
  withEscalations(notices, commit, isWatched).filter((n) => n.kind === 'escalation');

describe('an escalation is owed', () => {
  it.each<[string, number, number]>([
    ['three quarters of an hour before a deadline that is far away', 1440, 1440 - 45],
    ['half way to a deadline that is near', 40, 20],
    ['at once for one that has passed', -10, 0],
  ])('%s', (_case, deadline, at) => {
    expect(owedEscalations([aNotice('a', { deadline: minutes(deadline) })])).toEqual([
      {
        id: `SD-1/3/escalation/${minutes(deadline)}`,
        kind: 'escalation',
        recipient: { to: 'serviceManager', otherwise: 'convenor' },
        rule: null,
        owedAt: minutes(at),
        deadline: minutes(deadline),
      },
    ]);
  });

  it('once for all messages of a commit due at the same time', () => {
    const due = (id: string, deadline: number) => aNotice(id, { deadline: minutes(deadline) });
    const owed = owedEscalations([due('a', 60), due('b', 60), due('c', 600)]);
    expect(owed.map((n) => n.deadline)).toEqual([minutes(60), minutes(600)]);
  });

  it('not for cards of the place, or messages that nobody waits for', () => {
    const card = aNotice('a', { kind: 'agendaCard', recipient: { to: 'place' }, deadline: minutes(60) });
    expect(owedEscalations([card, aNotice('b')])).toEqual([]);
  });

  it.each(['outcome', 'record', 'disagreement', 'followUp', 'telephoneTask'] as const)(
    'for %s that no rule gives a time, before it is a day old',
    (kind) => {
      const [owed] = owedEscalations([aNotice('a', { kind })]);
      expect(owed).toMatchObject({ owedAt: minutes(1440 - 45), deadline: minutes(1440) });
    },
  );
});

const now = minutes(75);
const deadline = minutes(120);
const attempts = [{ at: now, route: 'teams', result: 'unknown', detail: 'no answer', receipt: null }] as const;
const states = {
  owed: { status: 'owed', nextAttemptAt: minutes(80), attempts: [] },
  sending: { status: 'sending', leaseUntil: minutes(76), holder: 'one', attempts: [] },
  abandoned: { status: 'sending', leaseUntil: minutes(74), holder: 'one', attempts: [] },
  maybe: { status: 'maybe', nextAttemptAt: minutes(76), attempts },
  telephone: { status: 'telephone', since: minutes(70), attempts },
  sent: { status: 'sent', at: minutes(1), route: 'teams', receipt: 'm1', attempts: [] },
  sentLate: { status: 'sent', at: minutes(200), route: 'teams', receipt: 'm1', attempts: [] },
  superseded: { status: 'superseded', at: minutes(1), attempts: [] },
} as const satisfies Record<string, Delivery>;

/** What the escalation of a commit says whose messages are in these states. */
const look = (given: readonly (keyof typeof states)[], told = false, at: Instant = now) => {
  const notices = given.map((_, i) => aNotice(`SD-1/3/outcome/${i}`, { kind: 'outcome', rule: 'N-1', deadline }));
  const all = withEscalations(notices, commit, isWatched);
  const tracked = all.map((notice, i): TrackedNotice => {
    const state = given[i];
    return { reference: 'SD-1', version: 3, notice, delivery: state === undefined ? states.sending : states[state] };
  });
  const escalation = all.at(-1);
  if (escalation === undefined) throw new Error('no escalation is owed');
  return escalationFor(escalation, tracked, at, () => told);
};

const textOf = (content: ReturnType<typeof look>): string =>
  typeof content === 'string'
    ? content
    : content.byEmail({ address: 'manager@exampleshire.gov.uk', shared: false }).text;

describe('when its time comes', () => {
  it.each<[string, readonly (keyof typeof states)[]]>([
    ['everything has been sent', ['sent', 'sent']],
    ['nothing is needed any more', ['superseded', 'sent']],
  ])('nobody is told if %s', (_case, given) => {
    expect(look(given)).toBe('superseded');
  });

  it('nobody is told of somebody who was told by telephone', () => {
    expect(look(['telephone'], true)).toBe('superseded');
  });

  it('it looks again shortly if the last are just being sent', () => {
    expect(look(['sending', 'sent'])).toBe(minutes(75.5));
  });

  it.each<[string, readonly (keyof typeof states)[], string]>([
    ['is still owed', ['owed', 'sent'], 'One message about strategy discussion SD-1 is due by'],
    ['was left by a process that died', ['abandoned'], 'We cannot confirm that it has arrived.'],
    ['may or may not have arrived', ['maybe'], 'One message may have arrived, but nobody confirmed it.'],
    ['can be told by telephone only', ['telephone', 'sending'], 'One message can be passed on by telephone only.'],
  ])('the service manager is told of one that %s', (_case, given, words) => {
    expect(textOf(look(given))).toContain(words);
  });

  it('the service manager is told of one that was delivered late, for nobody could say so before', () => {
    expect(textOf(look(['sentLate', 'sent'], false, minutes(300)))).toContain('was delivered later than that');
  });

  it('says so when it is late, and names the rule but nobody concerned', () => {
    const text = textOf(look(['owed', 'owed'], false, minutes(130)));
    expect(text).toContain('were not delivered in time');
    expect(text).toContain('N-1');
    expect(text).not.toContain('okafor');
  });
});
