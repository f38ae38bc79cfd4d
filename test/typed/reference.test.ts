import { expect, it } from 'vitest';
import { referenceTyped } from '../../src/typed/reference.ts';

it.each([
  'SD-ABC234',
  'sd-abc234',
  'SDABC234',
  'SD\u2011ABC234',
  'SD\u2013ABC234',
  'SD\u2212ABC234',
  '“SD-ABC234”',
  'SD-ABC234.',
  '(SD-ABC234),',
])('“%s” is a reference', (typed) => {
  expect(referenceTyped(typed)).toBe('SD-ABC234');
});

it.each(['', 'ABC234', 'SD-ABC23', 'SD-ABC2345', 'SD ABC234', 'SD--ABC234', 'list'])('“%s” is none', (typed) => {
  expect(referenceTyped(typed)).toBeNull();
});
