import { z } from 'zod';
import { isFamily, roleWords, roles } from '../practice/language/roles.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { isPresent } from '../discussion/state/discussion.ts';
import { choice, choiceOf, longestThatFits, plain, said, template, type Card } from './bind.ts';
import { inputsOf, oneOf, optional, yesOrNo } from './form.ts';

const bindOwn = template(
  'attend',
  z.object({ reference: plain, nonce: plain, as: said, mode: plain, authority: plain }),
);

/** `I am here`: how, and whether they can decide for their agency. */
export const attendCard = (
  d: Discussion,
  nonce: string,
  as: string,
  typed: { readonly mode?: string; readonly authority?: string } = {},
): Card =>
  bindOwn({ reference: d.reference, nonce, as, mode: typed.mode ?? 'teams', authority: typed.authority ?? '' });

const mode = oneOf(['teams', 'phone', 'inPerson'], 'Say how they take part.');
const authority = yesOrNo('Say whether they can decide for their agency (Q-10).');

export const attendForm = z.object({ mode, authority });

const inputs = {
  person: plain,
  name: plain,
  role: plain,
  agency: plain,
  mode: plain,
  authority: plain,
  insteadOf: plain,
};
const bindOthers = template(
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
  nonce: string,
  people: readonly { readonly title: string; readonly value: string }[],
  typed: Readonly<Record<string, string>> = {},
): Card =>
  longestThatFits([40, 20, 8], (length) =>
    bindOthers({
      reference: d.reference,
      nonce,
      people: people.slice(0, length).map(({ title, value }) => choiceOf(title, value)),
      roles: roles.filter((role) => !isFamily(role)).map((role) => ({ title: roleWords(role), value: role })),
      absent: d.invitations
        .filter((i) => !isPresent(d, i.participant.personId))
        .map(({ participant: p }) => choiceOf(`${p.name}, ${p.agency}`, p.personId)),
      ...blank,
      ...inputsOf(inputs, typed),
    }),
  );

export const attendanceForm = z
  .object({
    person: optional('The person', 100),
    name: optional('The name', 100),
    role: optional('The role', 60).refine(
      (role) => role === '' || roles.includes(role),
      'Choose what they take part as from the list.',
    ),
    agency: optional('The agency', 100),
    mode,
    authority,
    insteadOf: optional('The person replaced', 100),
  })
  .superRefine((form, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message });
    if (form.person === '' && form.name === '') say('Choose a person, or enter their name.');
    if (form.person !== '' && form.name !== '') say('Choose a person from the list or enter a name, not both.');
    if (form.name !== '' && form.role === '') say('Choose what they take part as.');
    if (form.name !== '' && form.agency === '') say('Enter their agency.');
  });
