import { describe, expect, it } from 'vitest';
import { readForm } from '../../src/cards/form.ts';
import { inviteForm } from '../../src/cards/invite.ts';
import { practiceFor } from '../builders/standards.ts';

const form = inviteForm(practiceFor('practice-standards-2025'));
const doctor = { name: 'Noor Aziz', agency: 'Hill Street Surgery', email: 'noor@hillstreet.example' };

describe('the form that invites one more', () => {
  it('takes a role of the list', () => {
    expect(readForm(form, { ...doctor, role: 'gp' })).toMatchObject({ ok: true, value: { role: 'gp' } });
  });

  it('takes no role nobody knows', () => {
    expect(readForm(form, { ...doctor, role: 'wizard' })).toEqual({
      ok: false,
      problems: ['Choose the role from the list.'],
    });
  });
});
