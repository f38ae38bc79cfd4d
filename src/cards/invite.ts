import { z } from 'zod';
import type { Practice } from '../practice/practice.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { choice, plain, template, type Card, type Choice } from './bind.ts';
import { email, inputsOf, optional } from './form.ts';
import { absentChoices, chosenFirst, withLists } from './choiceLists.ts';
import { invitedRoleChoices, isRole } from './roleChoices.ts';

const inputs = { insteadOf: plain, person: plain, name: plain, agency: plain, email: plain, role: plain };
const bind = template(
  'invite',
  z.object({
    reference: plain,
    nonce: plain,
    absent: z.array(choice),
    people: z.array(choice),
    roles: z.array(choice),
    ...inputs,
  }),
);

/** one more person, perhaps in the place of one who does not answer. `people` are those who could be asked. */
export const inviteCard = (
  d: Discussion,
  practice: Practice,
  nonce: string,
  people: readonly Choice[],
  typed: Readonly<Record<string, string>> = {},
): Card =>
  withLists(
    'Anybody else: enter their name and agency.',
    (shorten) =>
      bind({
        reference: d.reference,
        nonce,
        absent: shorten(absentChoices(d, ({ reply }) => reply.answer !== 'accepted')),
        people: shorten(chosenFirst(people, typed['person'])),
        roles: invitedRoleChoices(practice),
        ...{ insteadOf: '', person: '', name: '', agency: '', email: '', role: '' },
        ...inputsOf(inputs, typed),
      }),
    { input: 'person', list: 'invite', reference: d.reference },
  );

export const inviteForm = (practice: Practice) =>
  z
    .object({
      insteadOf: optional('The person replaced', 100),
      person: optional('The person', 100),
      name: optional('The name', 100),
      agency: optional('The agency', 100),
      email: email('The e-mail address'),
      role: optional('The role', 60).refine(
        (role) => role === '' || isRole(practice, role),
        'Choose the role from the list.',
      ),
    })
    .superRefine((form, context) => {
      const say = (message: string) => context.addIssue({ code: 'custom', message });
      if (form.person === '' && form.name === '') say('Choose a person from the list, or enter their name.');
      if (form.person !== '' && form.name !== '') say('Choose a person from the list or enter a name, not both.');
      if (form.person !== '' && form.name === '' && (form.agency !== '' || form.email !== null))
        say('You chose somebody from the list. Clear the agency and the address, or enter a name.');
      if (form.name !== '' && form.email === null) say('Enter their work e-mail address.');
      if (form.name !== '' && form.agency === '') say('Enter their agency.');
      if (form.name !== '' && form.role === '' && form.insteadOf === '') say('Say what they take part as.');
    });
