import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../src/discussion/commands/refusal.ts';
import { instant } from '../../../src/practice/time/instant.ts';
import { inSession, present, quorate } from '../../builders/attendance.ts';
import { child, saying, tuesday } from '../../builders/convene.ts';
import { childInNeed, jointEnquiry, recordDecision } from '../../builders/decision.ts';
import { health, manager, police, professional, socialWorker } from '../../builders/people.ts';
import { convenedStory, type Story } from '../../builders/story.ts';

const missingIn = (refusal: Refusal | null): readonly string[] => {
  if (refusal?.code !== 'inquorate') throw new Error(`not refused as inquorate: ${JSON.stringify(refusal)}`);
  return refusal.missing.map(({ seat }) => seat);
};
const decide = (given: Story, overrides: Parameters<typeof recordDecision>[1] = []) =>
  given.when(manager, recordDecision(undefined, overrides)).refusal;

describe('a decision counts only with the minimum there (Q-2)', () => {
  it('four different people: it is recorded, with when the outcome is owed (N-1)', () => {
    const { state, events } = quorate(convenedStory()).then(manager, recordDecision());
    expect(events).toMatchObject([
      {
        type: 'decisionRecorded',
        decisions: [{ childId: 'A', s47: true }],
        overrides: [],
        noticeDue: { rule: 'N-1', dueAt: instant('2026-09-16T23:59:59+01:00') },
      },
    ]);
    expect(state).toMatchObject({
      stage: 'decided',
      decision: { at: tuesday, by: manager.personId, children: [{ childId: 'A' }] },
    });
    expect(state).not.toHaveProperty('decisionOpenedAt');
  });

  it('nobody there at all', () => {
    expect(decide(convenedStory())).toEqual({ code: 'notInSession', command: 'recordDecision' });
  });

  it.each([
    ['the police', [manager, socialWorker, health], ['police']],
    ['health', [manager, socialWorker, police], ['health']],
    ['the social worker', [manager, police, health], ['socialWorker']],
    ['the chair', [socialWorker, police, health], ['chair']],
    ['everybody but the chair', [manager], ['police', 'socialWorker', 'health']],
  ])('refused without %s, naming the seat and its rule', (_name, people, seats) => {
    const refusal = decide(inSession(convenedStory(), ...people));
    expect(missingIn(refusal)).toEqual(seats);
    expect(refusal).toMatchObject({ rule: 'Q-2', missing: seats.map(() => ({ rule: 'Q-2', overridable: false })) });
  });

  it('somebody without authority to decide fills no seat (Q-10)', () => {
    const given = inSession(convenedStory(), manager, socialWorker, health).then(
      manager,
      present(police, { hasAuthority: false }),
    );
    expect(missingIn(decide(given))).toEqual(['police']);
  });

  it('nor does somebody who has not said (Q-10), until they do', () => {
    const given = inSession(convenedStory(), manager, socialWorker, health).then(
      manager,
      present(police, { hasAuthority: null }),
    );
    expect(missingIn(decide(given))).toEqual(['police']);
    const confirmed = given.then(police, { kind: 'confirmAuthority', personId: police.personId, hasAuthority: true });
    expect(decide(confirmed)).toBeNull();
  });

  it('written information fills no seat (S-4)', () => {
    const written = { information: 'Known to us', proposedActions: 'None' };
    const given = inSession(convenedStory(), manager, socialWorker, health).then(police, {
      kind: 'decline',
      reason: 'In court',
      substitute: null,
      written,
    });
    expect(missingIn(decide(given))).toEqual(['police']);
  });

  it('an officer joining by telephone fills it: a decision refused is then accepted', () => {
    const given = inSession(convenedStory(), manager, socialWorker, health);
    expect(missingIn(decide(given))).toEqual(['police']);
    const constable = professional('constable', 'police');
    const joined = given.then(manager, present(constable, { mode: 'phone', substituteFor: 'policeDdm' }));
    expect(decide(joined)).toBeNull();
  });

  it('what was shared and done stands while the decision waits (Q-9)', () => {
    const refused = inSession(convenedStory(), socialWorker)
      .then(socialWorker, { kind: 'shareInformation', text: 'Seen on Monday' })
      .when(manager, recordDecision());
    expect(refused.refusal).toMatchObject({ code: 'inquorate' });
    expect(refused.state?.information).toHaveLength(1);
    expect(refused.events).toEqual([]);
  });
});

describe('the form may be opened while inquorate, to prepare', () => {
  it('in session', () => {
    const { state, events } = inSession(convenedStory(), manager).then(manager, { kind: 'openDecision' });
    expect(events).toEqual([{ type: 'decisionOpened' }]);
    expect(state).toMatchObject({ decisionOpenedAt: tuesday });
  });

  it('not before anybody is there', () => {
    expect(convenedStory().when(manager, { kind: 'openDecision' }).refusal).toEqual({
      code: 'notInSession',
      command: 'openDecision',
    });
  });
});

describe('a paediatrician for a physical injury (Q-3), whom the chair may go on without, giving a reason', () => {
  const injury = () => quorate(convenedStory(undefined, manager, { facts: saying(['physicalInjury']) }));
  const override = (seat: string, reason: string) => [{ seat, reason }];

  it('is missing', () => {
    expect(decide(injury())).toMatchObject({
      code: 'inquorate',
      rule: 'Q-3',
      missing: [{ seat: 'paediatrician', rule: 'Q-3', overridable: true }],
    });
  });

  it('with a reason the decision is recorded, and the reason with it', () => {
    const reason = 'Seen in A&E today; report received';
    const { state } = injury().then(manager, recordDecision(undefined, override('paediatrician', reason)));
    expect(state).toMatchObject({ decision: { overrides: [{ seat: 'paediatrician', reason }] } });
  });

  it.each([
    ['a blank reason', override('paediatrician', '   ')],
    ['a reason for another seat', override('police', 'They are busy')],
  ])('%s does not do', (_name, overrides) => {
    expect(missingIn(decide(injury(), overrides))).toEqual(['paediatrician']);
  });

  it('no reason does for a seat that cannot be gone without (Q-2)', () => {
    const given = inSession(convenedStory(), manager, socialWorker, health);
    expect(missingIn(decide(given, override('police', 'They are busy')))).toEqual(['police']);
  });

  it('taking part fills the health seat as well (Q-3)', () => {
    const paediatrician = professional('paediatrician', 'paediatrician');
    const facts = saying(['physicalInjury']);
    const given = inSession(convenedStory(undefined, manager, { facts }), manager, socialWorker, police).then(
      manager,
      present(paediatrician),
    );
    expect(decide(given)).toBeNull();
  });
});

describe('a decision is complete', () => {
  const two = () =>
    quorate(
      convenedStory(undefined, manager, {
        children: [child(), child({ childId: 'B', name: 'Kim Sample', initials: 'K.S.' })],
      }),
    );

  it('for every child: outcomes are held per child', () => {
    expect(two().when(manager, recordDecision()).refusal).toEqual({ code: 'childrenNotAllDecided', childIds: ['B'] });
    const both = recordDecision([jointEnquiry(), childInNeed({ childId: 'B' })]);
    expect(two().then(manager, both).state).toMatchObject({ decision: { children: [{ s47: true }, { s47: false }] } });
  });

  it.each([
    ['a child the discussion is not about', [jointEnquiry(), jointEnquiry({ childId: 'Z' })], 'Z'],
    ['one child twice', [jointEnquiry(), childInNeed()], 'A'],
  ])('for its own children, once each: not %s', (_name, decisions, childId) => {
    const refusal = quorate(convenedStory()).when(manager, recordDecision(decisions)).refusal;
    expect(refusal).toEqual({ code: 'notOneDecisionEach', childId });
  });

  it.each<[string, ReturnType<typeof jointEnquiry>, object]>([
    ['without reasons (P-5)', jointEnquiry({ reasons: '' }), { rule: 'P-5' }],
    ['with no outcome at all', jointEnquiry({ outcomes: [] }), {}],
    ['with a plan left blank (PL-1)', jointEnquiry({ plan: {} }), {}],
  ])('not %s', (_name, decision, fault) => {
    const refusal = quorate(convenedStory()).when(manager, recordDecision([decision])).refusal;
    expect(refusal).toMatchObject({ code: 'decisionIncomplete' });
    expect(refusal).toMatchObject({
      faults: expect.arrayContaining([expect.objectContaining({ childId: 'A', ...fault })]) as unknown,
    });
  });

  it('quorum is looked at first: an incomplete decision in an inquorate meeting is refused as inquorate', () => {
    const refusal = inSession(convenedStory(), manager).when(manager, recordDecision([])).refusal;
    expect(refusal?.code).toBe('inquorate');
  });
});

it('under the baseline nobody is owed the outcome by a set time (N-6)', () => {
  const given = inSession(convenedStory('working-together-2023'), manager, socialWorker, police, health);
  const { state } = given.then(manager, recordDecision([jointEnquiry({}, 'working-together-2023')]));
  expect(state).toMatchObject({ decision: { noticeDue: { rule: 'N-6', dueAt: null } } });
});
