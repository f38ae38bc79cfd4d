import { describe, expect, it } from 'vitest';
import { isSecureAddress, usualSecureDomains } from '../../src/directory/secureDomains.ts';

const isSecure = (email: string | null): boolean => isSecureAddress(email, usualSecureDomains);

describe('an address to which e-mail may name a child', () => {
  it.each(['jo@police.uk', 'jo@met.police.uk', 'Jo.Bloggs@NHS.NET', 'jo@exampleshire.gov.uk'])('%s is one', (email) => {
    expect(isSecure(email)).toBe(true);
  });

  it.each([
    null,
    'jo@',
    'jo@evilpolice.uk',
    'jo@police.uk.example',
    'jo@police.uk@mail.example',
    'police.uk@mail.example',
    'jo@police.uk.',
    'jo@nhs.uk',
  ])('%s is not secure', (email) => {
    expect(isSecure(email)).toBe(false);
  });
});
