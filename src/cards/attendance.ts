import { z } from 'zod';
import type { Practice } from '../practice/practice.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { presence } from './attend.ts';
import { choice, plain, template, type Card, type Choice } from './bind.ts';
import { inputsOf, optional } from './form.ts';
import { absentChoices, withLists } from './choiceLists.ts';
import { isRole, roleChoices } from './roleChoices.ts';

const inputs = {
  person: plain,
  name: plain,
  role: plain,
  agency: plain,
  mode: plain,
  authority: plain,
  insteadOf: plain,
};
const bind = template(
  'attendance',
  z.object({
    reference: plain,
    nonce: plain,
    people: z.array(choice),
    roles: z.array(choice),
    absent: z.array(choice),
    ...inputs,
  }),
);

type Typed = Readonly<Record<keyof typeof inputs, string>>;
const blank: Typed = { person: '', name: '', role: '', agency: '', mode: 'phone', authority: '', insteadOf: '' };

/** The chair records somebody who cannot do it themselves. `people` are those invited first, then the directory. */
export const attendanceCard = (
  d: Discussion,
  practice: Practice,
  nonce: string,
  people: readonly Choice[],
  typed: Readonly<Record<string, string>> = {},
): Card =>
  withLists((shorten) =>
    bind({
      reference: d.reference,
      nonce,
      people: shorten(people),
      roles: roleChoices(practice),
      absent: shorten(absentChoices(d)),
      ...blank,
      ...inputsOf(inputs, typed),
    }),
  );

export const attendanceForm = (practice: Practice) =>
  z
    .object({
      person: optional('The person', 100),
      name: optional('The name', 100),
      role: optional('The role', 60).refine(
        (role) => role === '' || isRole(practice, role),
        'Choose what they take part as from the list.',
      ),
      agency: optional('The agency', 100),
      ...presence,
      insteadOf: optional('The person replaced', 100),
    })
    .superRefine((form, context) => {
      const say = (message: string) => context.addIssue({ code: 'custom', message });
      if (form.person === '' && form.name === '') say('Choose a person, or enter their name.');
      if (form.person !== '' && form.name !== '') say('Choose a person from the list or enter a name, not both.');
      if (form.name !== '' && form.role === '') say('Choose what they take part as.');
      if (form.name !== '' && form.agency === '') say('Enter their agency.');
    });
