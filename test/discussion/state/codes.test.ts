import { describe, expect, it } from 'vitest';
import { deadlineSchema } from '../../../src/discussion/state/deadlineShape.ts';
import { deadlineWarnings } from '../../../src/practice/language/codes.ts';
import { warningWords } from '../../../src/words/warningWords.ts';
import { tuesday } from '../../builders/convene.ts';

const deadline = { dueAt: tuesday, rule: 'T-1', warnings: [], adviseBy: null } as const;
const faultsOf = (over: object): readonly string[] =>
  (deadlineSchema.safeParse({ ...deadline, ...over }).error?.issues ?? []).map(({ path }) => path.join('.'));

describe('a stored deadline', () => {
  it('is read with every warning there has ever been', () => {
    expect(faultsOf({ warnings: [...deadlineWarnings] })).toEqual([]);
  });

  it.each([
    ['a warning nobody has words for', { warnings: ['considerSameDay', 'considerNextDay'] }, 'warnings.1'],
    ['a rule that is none', { rule: 'decision' }, 'rule'],
  ])('with %s is a fault that names the place', (_name, over, place) => {
    expect(faultsOf(over)).toEqual([place]);
  });
});

it.each(deadlineWarnings)('%s has words for the person convening', (warning) => {
  expect(warningWords(warning, { ...deadline, warnings: [] })).toMatch(/^[A-Z].*\.$/);
});
