import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/discussion/commands/command.ts';
import { decide } from '../../src/discussion/commands/decide.ts';
import type { Discussion } from '../../src/discussion/state/discussion.ts';
import { evolve } from '../../src/discussion/state/evolve.ts';
import { discussionEvent, type DiscussionEvent } from '../../src/discussion/state/event.ts';
import { handedParts } from '../../src/discussion/state/handoverEvents.ts';
import { owe } from '../../src/discussion/debts/owe.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { plusMillis } from '../../src/practice/time/instant.ts';
import { practiceFor } from '../builders/standards.ts';
import { agree } from '../builders/action.ts';
import { present } from '../builders/attendance.ts';
import { child, convene, saying, tuesday } from '../builders/convene.ts';
import { childInNeed, jointEnquiry, recordDecision } from '../builders/decision.ts';
import { actor, health, manager, police, professional, school, socialWorker, stranger } from '../builders/people.ts';

const practice = practiceFor('practice-standards-2025');
const paediatrician = professional('paediatrician', 'paediatrician');
const parent = professional('parent', 'parent');
const deputy = professional('deputy', 'teamManager', { rank: 'teamManager' });
const people = [manager, deputy, socialWorker, police, health, school, stranger, paediatrician, parent];
const minute = 60_000;

const person = fc.constantFrom(...people);
const text = fc.string({ maxLength: 20 });
const instants = fc.integer({ min: -5000, max: 8000 }).map((minutes) => plusMillis(tuesday, minutes * minute));
const meeting = fc.record({ startsAt: instants, format: fc.constantFrom('meeting', 'phone', 'video'), where: text });
const overrides = fc.array(fc.record({ seat: fc.constantFrom('paediatrician', 'police', ''), reason: text }));
const authority = fc.constantFrom(true, true, false);

const good = [jointEnquiry(), childInNeed({ childId: 'B' })];

/** agreed, handed on, and what comes of it. */
const anAction: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({ owner: person, dueOn: fc.constantFrom('2026-09-14', '2026-09-15', '2026-09-30'), step: text })
    .map(({ owner, ...over }) => agree(owner, over)),
  fc.record({
    kind: fc.constant('settleAction' as const),
    action: fc.constantFrom(1, 2),
    as: fc.constantFrom('done', 'blocked'),
    note: text,
  }),
  fc.record({
    kind: fc.constant('handOnAction' as const),
    action: fc.constantFrom(1, 2),
    to: person.map((p) => p.personId),
    reason: text,
  }),
);

/** Any command with any content, likely ones more often, so that many stories get as far as a decision. */
const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({
      concerns: fc.subarray(['physicalInjury', 'sexualAbuse'] as const),
      startsAt: instants,
      invitees: fc.subarray(people),
    })
    .map(({ concerns, startsAt, invitees }) =>
      convene({
        facts: saying(concerns, ['A', 'B']),
        meeting: { ...convene().meeting, startsAt },
        invitees,
        children: [child(), child({ childId: 'B', name: 'Kim Sample' })],
      }),
    ),
  fc.record({ kind: fc.constant('accept' as const), hasAuthority: fc.boolean() }),
  fc.record({
    kind: fc.constant('decline' as const),
    reason: text,
    substitute: fc.option(person),
    written: fc.option(fc.record({ information: text, proposedActions: text })),
  }),
  {
    weight: 5,
    arbitrary: fc
      .record({ who: person, hasAuthority: authority, mode: fc.constantFrom('teams', 'phone', 'inPerson') })
      .map(({ who, ...over }) => present(who, over)),
  },
  fc.record({
    kind: fc.constant('confirmAuthority' as const),
    personId: person.map((p) => p.personId),
    hasAuthority: authority,
  }),
  fc.record({ kind: fc.constant('shareInformation' as const), text }),
  fc.record({ kind: fc.constant('recordEmergencyAction' as const), action: text, takenAt: instants, takenBy: text }),
  fc.record({
    kind: fc.constant('recordEnquiry' as const),
    childId: fc.constantFrom('A', 'B', 'C'),
    seen: fc.option(fc.record({ at: instants, answers: fc.constantFrom({}, { seenAlone: 'yes' }) })),
    answers: fc.constantFrom(
      {},
      { parentalPermission: { permissionGiven: 'yes' } },
      { familyAfterwards: { outcomeShared: 'yes' } },
    ),
  }),
  anAction,
  fc.constant({ kind: 'openDecision' as const }),
  {
    weight: 5,
    arbitrary: fc
      .record({
        decisions: fc.oneof(fc.constant(good), fc.subarray([...good, jointEnquiry({ childId: 'B', plan: {} })])),
        overrides,
        meetingEndedAt: fc.oneof(fc.constant(tuesday), instants),
      })
      .map((given) => recordDecision(given.decisions, given.overrides, given.meetingEndedAt)),
  },
  fc.record({ kind: fc.constant('reconvene' as const), meeting, reason: text }),
  fc.record({
    kind: fc.constant('invite' as const),
    participant: person,
    insteadOf: fc.option(person.map((p) => p.personId)),
  }),
  fc.record({ kind: fc.constant('disagree' as const), reason: text }),
  fc.record({
    kind: fc.constant('handOver' as const),
    part: fc.constantFrom(...handedParts),
    to: person,
    reason: text,
    seen: fc.nat({ max: 2 }),
  }),
  fc.record({
    kind: fc.constant('standDown' as const),
    because: fc.constantFrom(null, 'recentlyAssessed' as const, 'caseAlreadyOpen' as const),
    reason: text,
  }),
);

interface Deed {
  readonly who: Participant;
  readonly command: Command;
  readonly afterMinutes: number;
}

const opening: readonly Deed[] = [
  {
    who: manager,
    command: convene({ children: [child(), child({ childId: 'B', name: 'Kim Sample' })] }),
    afterMinutes: 0,
  },
];
const everybodyHere = [manager, socialWorker, police, health].map((who) => ({
  who,
  command: present(who),
  afterMinutes: 1,
}));

/** Half of the stories begin with everybody needed in the room. */
const deeds: fc.Arbitrary<readonly Deed[]> = fc
  .record({
    here: fc.constantFrom([], everybodyHere),
    rest: fc.array(
      fc.record({ who: fc.oneof(fc.constant(manager), person), command, afterMinutes: fc.nat({ max: 600 }) }),
      {
        maxLength: 25,
      },
    ),
  })
  .map(({ here, rest }) => [...opening, ...here, ...rest]);

interface Told {
  readonly state: Discussion | null;
  readonly stream: readonly { readonly event: DiscussionEvent; readonly stamp: Parameters<typeof evolve>[2] }[];
  readonly refused: number;
}

/** Plays a story, checking each step; returns what it came to. */
const play = (story: readonly Deed[]): Told => {
  let state: Discussion | null = null;
  let at = tuesday;
  const stream: { event: DiscussionEvent; stamp: Parameters<typeof evolve>[2] }[] = [];
  let refused = 0;
  for (const { who, command: asked, afterMinutes } of story) {
    at = plusMillis(at, afterMinutes * minute);
    const before = structuredClone(state);
    const ruling = decide(state, asked, { actor: actor(who), at, practice, reference: 'SD-TEST22' });
    expect(state, 'deciding changes nothing').toEqual(before);
    if (ruling.outcome === 'refused') {
      refused += 1;
      continue;
    }
    const version: number = (state?.version ?? 0) + 1;
    const stamp = { at, by: who.personId, version };
    const after: Discussion | null = ruling.events.reduce<Discussion | null>((s, e) => evolve(s, e, stamp), state);
    if (after === null) throw new Error(`${asked.kind} was accepted without an event`);
    const notices = owe(ruling.events, { before: state, after, stamp, practice });
    expect(new Set(notices.map((n) => n.id)).size, 'no notice twice').toBe(notices.length);
    for (const event of ruling.events) {
      expect(discussionEvent.parse(event), 'what happened can be stored and read back').toEqual(event);
      stream.push({ event, stamp });
    }
    state = after;
  }
  return { state, stream, refused };
};

const replayed = ({ stream }: Told): Discussion | null =>
  stream.reduce<Discussion | null>((s, { event, stamp }) => evolve(s, event, stamp), null);

describe('whatever anybody asks, in whatever order', () => {
  it('nothing throws, a refusal changes nothing, and replaying the events gives the same state', () => {
    fc.assert(
      fc.property(deeds, (story) => {
        const told = play(story);
        expect(replayed(told)).toEqual(told.state);
      }),
      { numRuns: 300 },
    );
  });

  it('no family member is ever invited or recorded as present (S-1)', () => {
    fc.assert(
      fc.property(deeds, (story) => {
        const { state, stream } = play(story);
        expect(state?.invitations.map((i) => i.participant.role)).not.toContain('parent');
        expect(JSON.stringify(stream.map(({ event }) => event))).not.toContain('"role":"parent"');
      }),
      { numRuns: 100 },
    );
  });

  it('a decision was recorded by the chair, and nothing followed but what was done for a child and what people say of it', () => {
    const actions = ['actionAgreed', 'actionChanged', 'actionSettled'];
    const after = ['handedOver', 'emergencyActionRecorded', 'enquiryRecorded', 'disagreementRecorded', ...actions];
    fc.assert(
      fc.property(deeds, (story) => {
        const told = play(story);
        const { stream } = told;
        const at = stream.findIndex(({ event }) => event.type === 'decisionRecorded');
        if (at === -1) return;
        expect(stream[at]?.stamp.by).toBe(replayed({ ...told, stream: stream.slice(0, at) })?.chair.personId);
        expect(stream.slice(at + 1).filter(({ event }) => !after.includes(event.type))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('the stories reach every stage, so that the properties mean something', () => {
    const stages = fc.sample(deeds, { numRuns: 400, seed: 47 }).map((story) => play(story).state?.stage);
    expect(new Set(stages)).toEqual(new Set(['convened', 'inSession', 'decided', 'stoodDown']));
  });
});
