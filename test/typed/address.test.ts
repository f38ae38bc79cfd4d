import { expect, it } from 'vitest';
import { addressTyped } from '../../src/typed/address.ts';

it.each([
  ['carol@littleacorns.example', 'carol@littleacorns.example'],
  ['Carol Tench <carol@littleacorns.example>', 'carol@littleacorns.example'],
  ['"Tench, Carol" <carol@littleacorns.example>;', 'carol@littleacorns.example'],
  ['carol@littleacorns.example;', 'carol@littleacorns.example'],
  ['carol@littleacorns.example.', 'carol@littleacorns.example'],
  ['<carol@littleacorns.example>', 'carol@littleacorns.example'],
  ['mailto:carol@littleacorns.example', 'carol@littleacorns.example'],
  ['\u00a0carol@little\u200bacorns.example\u200b ', 'carol@littleacorns.example'],
  ['Pat.O\u2019Neill@exampleshire.gov.uk', "Pat.O'Neill@exampleshire.gov.uk"],
  ['smith&jones@surgery.nhs.net', 'smith&jones@surgery.nhs.net'],
  ['a+b_c@sub.do-main.police.uk', 'a+b_c@sub.do-main.police.uk'],
])('“%s” is %s', (typed, read) => {
  expect(addressTyped(typed)).toBe(read);
});

it.each([
  '',
  'carol',
  'carol@localhost',
  'Carol carol@x.example',
  'carol @x.example',
  'carol@@x.example',
  '.carol@x.example',
  'carol..t@x.example',
  'carol.@x.example',
  'carol@x.example, pat@x.example',
  'carol@x.example; pat@x.example',
  'carol@-x.example',
  'carol@x.example\r\nBcc: pat@x.example',
  'a'.repeat(250) + '@x.example',
])('“%s” is no one address', (typed) => {
  expect(addressTyped(typed)).toBeNull();
});

it('takes no longer for what nobody can type', () => {
  expect(addressTyped(`${'a.'.repeat(100_000)}@`)).toBeNull();
  expect(addressTyped(`a@${'a-'.repeat(100_000)}`)).toBeNull();
});
