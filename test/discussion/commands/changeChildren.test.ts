import { describe, expect, it } from 'vitest';
import type { AskedChange, Command, TypedChild } from '../../../src/discussion/commands/command.ts';
import { quorate } from '../../builders/attendance.ts';
import { child, convene } from '../../builders/convene.ts';
import { recordDecision } from '../../builders/decision.ts';
import { manager, police, socialWorker } from '../../builders/people.ts';
import { convenedStory, stateOf, type Story } from '../../builders/story.ts';

const kim: TypedChild = {
  name: 'Kim Sample',
  initials: 'K.S.',
  birth: { kind: 'born', on: '2021-04-02' },
  caseReference: null,
};
const changing = (change: AskedChange, over: Partial<Extract<Command, { kind: 'changeChildren' }>> = {}): Command => ({
  kind: 'changeChildren',
  change,
  reason: 'Said by the school',
  basedOn: 99,
  ...over,
});
const adding = (of: Partial<TypedChild> = {}, facts: readonly string[] = []): Command =>
  changing({ what: 'added', child: { ...kim, ...of }, facts: facts as never });
const correcting = (childId: string, of: Partial<TypedChild>, basedOn = 99): Command =>
  changing({ what: 'corrected', childId, child: { ...kim, ...of } }, { basedOn });
const takingOut = (childId: string, basedOn = 99): Command => changing({ what: 'takenOut', childId }, { basedOn });

const injured = {
  said: [{ fact: 'physicalInjury' as never, of: ['A'] }],
  answers: {},
  ofChild: {},
  setAside: [],
};
const withFacts = (): Story => convenedStory(undefined, manager, { facts: injured });
const ids = (of: Story): readonly string[] => stateOf(of).children.map(({ childId }) => childId);

describe('a child is added', () => {
  it('under a letter of its own, which is never given again', () => {
    const two = convenedStory().then(socialWorker, adding());
    expect(ids(two)).toEqual(['A', 'B']);
    const again = two.then(manager, takingOut('B')).then(manager, adding({ name: 'Al Sample', initials: 'A.S.' }));
    expect(ids(again)).toEqual(['A', 'C']);
  });

  it('with what was said of others where it is true of it too, and nothing where it is not', () => {
    const saidOf = (of: Story) => stateOf(of).facts.said;
    expect(saidOf(withFacts().then(manager, adding()))).toEqual(injured.said);
    expect(saidOf(withFacts().then(manager, adding({}, ['physicalInjury'])))).toEqual([
      { fact: 'physicalInjury', of: ['A', 'B'] },
    ]);
  });

  it('and everybody else taking part is told, once for each change', () => {
    const told = withFacts().when(socialWorker, adding());
    const to = told.notices.flatMap(({ kind, recipient }) =>
      kind === 'childrenChanged' && recipient.to === 'person' ? [recipient.personId] : [],
    );
    expect(to).toContain(manager.personId);
    expect(to).toContain(police.personId);
    expect(to).not.toContain(socialWorker.personId);
  });
});

it('a child is born: it has its name and date of birth from then on', () => {
  const unborn = child({
    childId: 'A',
    name: '',
    initials: 'K.S.',
    birth: { kind: 'unborn', expectedOn: '2026-10-05' },
  });
  const story = convenedStory(undefined, manager, { children: [unborn] });
  const born = story.then(socialWorker, correcting('A', { birth: { kind: 'born', on: '2026-09-14' } }));
  expect(stateOf(born).children).toEqual([{ ...unborn, ...kim, birth: { kind: 'born', on: '2026-09-14' } }]);
});

it('a child that is taken out is gone from what is said, and stays in the record', () => {
  const two = withFacts()
    .then(manager, adding({}, ['physicalInjury']))
    .then(manager, takingOut('A'));
  expect(ids(two)).toEqual(['B']);
  expect(stateOf(two).facts.said).toEqual([{ fact: 'physicalInjury', of: ['B'] }]);
  expect(stateOf(two).changedChildren.map(({ what, child: { name } }) => [what, name])).toEqual([
    ['added', 'Kim Sample'],
    ['takenOut', 'Jo Sample'],
  ]);
});

describe('a change is refused', () => {
  const two = (): Story => convenedStory().then(manager, adding());
  it.each<[string, () => Story, Command, object]>([
    ['of the only child, taken out', convenedStory, takingOut('A'), { code: 'onlyChild' }],
    ['of a child that is not there', convenedStory, takingOut('C'), { code: 'noSuchChild' }],
    ['that enters a child again', two, adding(), { code: 'childTwice', childIds: ['B', 'C'] }],
    [
      'to somebody of 18',
      two,
      correcting('B', { birth: { kind: 'born', on: '2008-01-01' } }),
      { code: 'notAChild', childId: 'B' },
    ],
    [
      'that names a child in the initials',
      two,
      correcting('B', { initials: 'Kim' }),
      { code: 'childNamed', childId: 'B', where: 'initials' },
    ],
    [
      'to a name that stands in the place of the meeting',
      () => convenedStory(undefined, manager, { meeting: { ...convene().meeting, where: 'At the Kimberleys' } }),
      adding({ name: 'Kimberleys Jones', initials: 'K.J.' }),
      { code: 'childNamed', childId: 'B', where: 'place' },
    ],
  ])('%s', (_case, given, command, refusal) => {
    expect(given().when(manager, command).refusal).toEqual(refusal);
  });

  it('of a child that somebody else has changed since the form was opened', () => {
    const before = two();
    const { version } = stateOf(before);
    const changed = before.then(socialWorker, correcting('B', { name: 'Kit Sample' }, version));
    expect(changed.when(manager, correcting('B', { name: 'Kat Sample' }, version)).refusal).toMatchObject({
      code: 'childChangedMeanwhile',
      now: { name: 'Kit Sample' },
    });
    expect(changed.when(manager, takingOut('B', version)).refusal).toMatchObject({ code: 'childChangedMeanwhile' });
    const out = before.then(socialWorker, takingOut('B', version));
    expect(out.when(manager, correcting('B', {}, version)).refusal).toMatchObject({ now: null });
  });

  it('of thirteen children', () => {
    const letters = Array.from('BCDEFGHIJKL');
    const twelve = letters.reduce(
      (given, letter) => given.then(manager, adding({ name: `Kim ${letter}`, initials: `K.${letter}.` })),
      convenedStory(),
    );
    expect(twelve.when(manager, adding()).refusal).toEqual({ code: 'tooManyChildren', most: 12 });
  });

  it('once it is decided', () => {
    const decided = quorate(convenedStory()).then(manager, recordDecision());
    expect(decided.when(manager, adding()).refusal).toMatchObject({ code: 'tooLate', stage: 'decided' });
  });
});

it('the decision is asked of each child it is about by then', () => {
  const late = quorate(convenedStory()).then(manager, adding());
  expect(late.when(manager, recordDecision()).refusal).toMatchObject({
    code: 'childrenNotAllDecided',
    childIds: ['B'],
  });
  expect(late.then(manager, takingOut('B')).when(manager, recordDecision()).refusal).toBeNull();
});
