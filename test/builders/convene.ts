import type { CommandOf } from '../../src/discussion/commands/command.ts';
import type { Child } from '../../src/discussion/state/childShape.ts';
import type { Referrer } from '../../src/discussion/state/event.ts';
import { nothingSaid, type DiscussionFacts } from '../../src/discussion/state/facts.ts';
import { saidOfAll } from '../../src/discussion/state/listedFacts.ts';
import { personId } from '../../src/discussion/state/people.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { health, manager, police, school, socialWorker } from './people.ts';

/** Tuesday 15 September 2026, 10am in London: a plain working day. */
export const tuesday = instant('2026-09-15T10:00:00+01:00');

export const child = (over: Partial<Child> = {}): Child => ({
  childId: 'A',
  name: 'Jo Sample',
  initials: 'J.S.',
  birth: { kind: 'born', on: '2019-03-01' },
  caseReference: null,
  ...over,
});

export const referrer = (over: Partial<Referrer> = {}): Referrer => ({
  personId: personId('referrer'),
  name: 'Robin Nursery',
  agency: 'Little Acorns Nursery',
  standing: 'professional',
  email: 'robin@littleacorns.example',
  phone: null,
  ...over,
});

/** Facts said of every child of a discussion, which has child A only unless more are named. */
export const saying = (facts: readonly string[], childIds: readonly string[] = ['A']): DiscussionFacts =>
  saidOfAll({ circumstances: [...facts], concerns: [], complexReasons: [], answers: {} }, childIds);

/** A convene command that is accepted on {@link tuesday} under the Practice Standards. */
export const convene = (over: Partial<CommandOf<'convene'>> = {}): CommandOf<'convene'> => ({
  kind: 'convene',
  reference: 'SD-TEST22',
  authority: 'Exampleshire County Council',
  children: [child()],
  referral: {
    receivedAt: instant('2026-09-15T09:00:00+01:00'),
    concernsIdentifiedAt: instant('2026-09-15T09:00:00+01:00'),
    referrer: referrer(),
  },
  concern: 'Unexplained marks',
  facts: nothingSaid,
  follows: null,
  chair: manager,
  invitees: [socialWorker, police, health, school],
  meeting: { startsAt: instant('2026-09-16T14:00:00+01:00'), format: 'meeting', where: 'Room 4' },
  place: { kind: 'channel', conversation: '19:thread' },
  ...over,
});
