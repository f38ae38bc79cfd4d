import { expect, it } from 'vitest';
import { nhsNumberTyped } from '../../src/typed/nhsNumber.ts';

it.each([
  ['9434765919', '943 476 5919'],
  ['943 476 5919', '943 476 5919'],
  ['943-476-5919', '943 476 5919'],
])('“%s” is %s', (typed, read) => {
  expect(nhsNumberTyped(typed)).toBe(read);
});

it.each(['943 476 5918', '943476591', '94347659190', 'none yet', '987 654 4321'])('“%s” is none', (typed) => {
  expect(nhsNumberTyped(typed)).toBeNull();
});
