import { z } from 'zod';
import type { Practice } from '../practice/practice.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { isNamed } from '../discussion/state/namedPerson.ts';
import { identifications, personId, type Identified } from '../discussion/state/people.ts';
import { presence } from './attend.ts';
import { choice, choiceOf, plain, template, type Card, type Choice } from './bind.ts';
import { inputsOf, optional } from './form.ts';
import { absentChoices, chosenFirst, withLists } from './choiceLists.ts';
import { invitedRoleChoices, isRole } from './roleChoices.ts';

const inputs = {
  person: plain,
  name: plain,
  role: plain,
  agency: plain,
  identified: plain,
  identifiedNote: plain,
  mode: plain,
  authority: plain,
  joined: plain,
  insteadOf: plain,
};
const bind = template(
  'attendance',
  z.object({
    reference: plain,
    nonce: plain,
    people: z.array(choice),
    roles: z.array(choice),
    identifications: z.array(choice),
    /** What is asked of somebody in no directory is in the way of everybody else: it opens at a press. */
    isNotListed: z.boolean(),
    absent: z.array(choice),
    ...inputs,
  }),
);

type Typed = Readonly<Record<keyof typeof inputs, string>>;
const blank: Typed = {
  person: '',
  name: '',
  role: '',
  agency: '',
  identified: '',
  identifiedNote: '',
  mode: 'phone',
  authority: '',
  joined: '',
  insteadOf: '',
};

const identificationChoices: Readonly<Record<Identified['how'], string>> = {
  idCardSeen: 'I have seen their warrant card or ID',
  calledBack: 'We called back on the switchboard number of their agency',
  knownPersonally: 'I know them',
  otherwise: 'In another way: say how below',
};

/** The chair records somebody who cannot do it themselves. `people` are those invited first, then the directory. */
export const attendanceCard = (
  d: Discussion,
  practice: Practice,
  nonce: string,
  people: readonly Choice[],
  sent: Readonly<Record<string, string>> = {},
): Card => {
  const typed = { ...blank, ...inputsOf(inputs, sent) };
  return withLists(
    'Anybody else: “Somebody who is not listed”.',
    (shorten) =>
      bind({
        reference: d.reference,
        nonce,
        people: shorten(chosenFirst(people, typed.person)),
        roles: invitedRoleChoices(practice),
        identifications: identifications.map((how) => choiceOf(identificationChoices[how], how)),
        isNotListed: isNotListed(typed),
        absent: shorten(absentChoices(d)),
        ...typed,
      }),
    { input: 'person', list: 'attendance', reference: d.reference },
  );
};

const isNotListed = ({ person, name, agency, role, identified }: Typed): boolean =>
  [name, agency, role, identified].some((text) => text !== '') || isNamed(personId(person));

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
      identified: z.enum([...identifications, ''], 'Choose from the list how you know who they are.').default(''),
      identifiedNote: optional('How you know who they are', 200),
      ...presence,
      insteadOf: optional('The person replaced', 100),
    })
    .superRefine((form, context) => {
      const say = (message: string) => context.addIssue({ code: 'custom', message });
      if (form.person === '' && form.name === '') say('Choose a person, or enter their name.');
      if (form.person !== '' && form.name !== '') say('Choose a person from the list or enter a name, not both.');
      if (form.person !== '' && form.name === '' && form.agency !== '')
        say('You chose somebody from the list. Clear the agency, or enter the name of somebody who is not in it.');
      if (form.identified === '' && form.identifiedNote !== '') say('Choose how you know who they are.');
      if (form.name !== '' && form.role === '' && form.insteadOf === '') say('Choose what they take part as.');
      if (form.name !== '' && form.agency === '') say('Enter their agency.');
      if (form.identified === 'otherwise' && form.identifiedNote === '') say('Say how you know who they are.');
    });

/** How somebody in no directory is known, where the form says so. */
export const identifiedIn = ({
  identified: how,
  identifiedNote: note,
}: z.output<ReturnType<typeof attendanceForm>>): Identified | null => (how === '' ? null : { how, note });
