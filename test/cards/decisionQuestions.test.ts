import { expect, it } from 'vitest';
import { childDecision } from '../../src/cards/childDecision.ts';
import { proposed } from '../../src/discussion/matter/childCheck.ts';
import type { StandardKey } from '../../src/practice/language/vocabulary.ts';
import { jointEnquiry } from '../builders/decision.ts';
import { manager, professional } from '../builders/people.ts';
import { practiceFor } from '../builders/standards.ts';
import { convenedStory } from '../builders/story.ts';

const leader = professional('leader', 'childrensTeamLeader', { rank: 'childrensTeamLeader' });

const asked = (standard: StandardKey, s47: boolean, ...codes: readonly string[]): readonly string[] => {
  const chair = standard === 'liverpool' ? leader : manager;
  const { state } = convenedStory(standard, manager, { chair });
  if (state === null) throw new Error('nothing was convened');
  const outcomes = codes.map((code) => ({ code, fields: {} }));
  const decision = { ...jointEnquiry(), s47, outcomes };
  return proposed(state, decision, practiceFor(standard)).questions.map(({ name }) => name);
};

it.each<[string, readonly string[], readonly string[]]>([
  ['an enquiry: whether it is urgent (DL-2)', asked('practice-standards-2025', true, 's47Joint'), ['urgentEnquiry']],
  ['an enquiry where no shorter limit exists', asked('liverpool', true, 's47Joint'), []],
  ['an assessment', asked('practice-standards-2025', false, 's17Assessment'), []],
  [
    'nothing further: whether a concern remains (O-7)',
    asked('practice-standards-2025', false, 'noFurtherAction'),
    ['safeguardingConcerns'],
  ],
  [
    'the police alone: whether that is enough (O-4, J-12)',
    asked('practice-standards-2025', false, 'policeOnly'),
    ['complainantIsAdult', 'currentChildProtectionConcern', 'childInContactWithAllegedOffender'],
  ],
])('asked of %s', (_name, questions, expected) => {
  expect(questions).toEqual(expected);
});

it('a yes on the form is a yes in the record, and what is left open is no answer', () => {
  const draft = {
    childId: 'A',
    s47: true,
    reasons: 'x',
    outcomes: ['s47Joint'],
    family: 'told' as const,
    familyWhat: 'x',
  };
  const answersTo = (urgent: string) =>
    childDecision({ ...draft, complete: true, details: { 'answer.urgentEnquiry': urgent } }).answers;
  expect(answersTo('yes')).toEqual({ urgentEnquiry: true });
  expect(answersTo('no')).toEqual({ urgentEnquiry: false });
  expect(answersTo('')).toEqual({});
});
