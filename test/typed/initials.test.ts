import { expect, it } from 'vitest';
import { initialsTyped } from '../../src/typed/initials.ts';

it.each([
  ['J.S.', 'J.S.'],
  ['js', 'JS'],
  ['j. s.', 'J. S.'],
  ['J S', 'J S'],
  ['JMRS', 'JMRS'],
  ['J.M.-R.S.', 'J.M.-R.S.'],
  ['A.B.C.D.E.F.G.H.', 'A.B.C.D.E.F.G.H.'],
  ['D’A.', 'D’A.'],
  ['Ö.Ç.', 'Ö.Ç.'],
  ['e\u0301a', 'ÉA'],
  ['Ж.Ю.', 'Ж.Ю.'],
  ['أ.ب', 'أ.ب'],
  ['न.म.', 'न.म.'],
])('“%s” are initials', (typed, read) => {
  expect(initialsTyped(typed)).toBe(read);
});

it.each(['', 'J', 'Jo', 'Jo Sample', 'joanna', 'Jo S', 'A.B.C.D.E.F.G.H.I.', '12', 'J5', 'J.S.!', '..', 'J@S'])(
  '“%s” are none',
  (typed) => {
    expect(initialsTyped(typed)).toBeNull();
  },
);
