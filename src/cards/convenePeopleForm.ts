/** What comes back from the people page, beside the seats: who else, the referrer, and somebody not listed. */
import { z } from 'zod';
import type { Practice } from '../practice/practice.ts';
import { email, optional, several } from './form.ts';
import { isRole } from './roleChoices.ts';

export const convenePeopleForm = (practice: Practice) =>
  z
    .object({
      others: several,
      inviteReferrer: z
        .unknown()
        .optional()
        .transform((value) => value !== 'false' && value !== false),
      namedName: optional('The name', 100),
      namedRole: optional('The role', 60).refine(
        (role) => role === '' || isRole(practice, role),
        'Choose the role from the list.',
      ),
      namedAgency: optional('The agency', 100),
      namedEmail: email('The e-mail address'),
    })
    .superRefine((form, context) => {
      const given = [form.namedName, form.namedRole, form.namedAgency, form.namedEmail ?? ''];
      if (given.every((value) => value === '')) return;
      const say = (message: string) => context.addIssue({ code: 'custom', message });
      if (form.namedName === '') say('Enter the name of the person who is not listed.');
      if (form.namedRole === '') say('Choose what the person who is not listed takes part as.');
      if (form.namedAgency === '') say('Enter the agency of the person who is not listed.');
      if (form.namedEmail === null) say('Enter the e-mail address of the person who is not listed.');
    });
