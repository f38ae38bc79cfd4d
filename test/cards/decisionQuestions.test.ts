import { expect, it } from 'vitest';
import { decisionQuestions } from '../../src/cards/decisionQuestions.ts';
import { childDecision } from '../../src/cards/childDecision.ts';
import { practiceFor } from '../../src/practice/practice.ts';
import type { StandardKey } from '../../src/practice/language/vocabulary.ts';

const asked = (standard: StandardKey, s47: boolean, ...outcomes: readonly string[]): readonly string[] =>
  decisionQuestions(practiceFor(standard), { s47, outcomes: [...outcomes] }).map(({ name }) => name);

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
