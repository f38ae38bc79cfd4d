import { expect, it } from 'vitest';
import { partOf, takingPartCard } from '../../src/cards/takingPart.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { practiceFor } from '../builders/standards.ts';
import { present } from '../builders/attendance.ts';
import { tuesday } from '../builders/convene.ts';
import { actor, manager, police, school } from '../builders/people.ts';
import { convenedStory, type Story } from '../builders/story.ts';
import { faultsIn, readable } from './soundness.ts';

const practice = practiceFor('practice-standards-2025');
const seenBy = (who: Participant, { state }: Story): string => {
  if (state === null) throw new Error('nothing was convened');
  return readable(partOf(state, practice, actor(who), tuesday));
};
const onePress = 'I am here, I can decide for my agency';

it('one press is offered to those whose seat needs authority, until they have said that they can decide (Q-10)', () => {
  const story = convenedStory();
  expect(seenBy(police, story)).toContain(onePress);
  expect(seenBy(manager, story), 'who is in the chair').toContain(onePress);
  // The school is invited and fills no seat of this standard.
  expect(seenBy(school, story)).not.toContain(onePress);
  expect(seenBy(school, story)).toContain('I am here');

  const undecided = story.then(police, present(police, { hasAuthority: false }));
  expect(seenBy(police, undecided)).toContain(onePress);
  expect(seenBy(police, undecided.then(police, present(police)))).not.toContain(onePress);
});

it('the card that everybody sees has every button in a row that clients show whole', () => {
  const { state } = convenedStory();
  if (state === null) throw new Error('nothing was convened');
  expect(faultsIn(takingPartCard(state, ['29:priya']))).toEqual([]);
});
