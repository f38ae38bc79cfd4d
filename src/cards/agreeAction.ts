/** The form on which an action is agreed: what, by whom, by when, and what else the standard asks of it. */
import { z } from 'zod';
import { assessed } from '../discussion/matter/assessed.ts';
import { addressees, type Discussion } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { childTitle } from '../words/childWords.ts';
import { field, nameIn, readDetails, withAsked, type Section } from './askedFields.ts';
import { choice, choiceOf, plain, template, type Card } from './bind.ts';
import { withLists } from './choiceLists.ts';
import { email, inputsOf, optional, required, several, type Read } from './form.ts';

const inputs = {
  ...{ step: plain, person: plain, name: plain, agency: plain, email: plain, due: plain },
  ...{ childIds: plain, outcome: plain, reason: plain },
};
const bind = template(
  'agree-action',
  z.object({
    reference: plain,
    nonce: plain,
    people: z.array(choice),
    children: z.array(choice),
    outcomeAsked: z.boolean(),
    ...inputs,
  }),
);

export const agreeActionCard = (
  { d, practice, now }: { readonly d: Discussion; readonly practice: Practice; readonly now: Instant },
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const form = withLists('Anybody else: enter their name and agency.', (shorten) =>
    bind({
      reference: d.reference,
      nonce,
      outcomeAsked: asksOutcome(d, practice),
      people: shorten(peopleChoices(d)),
      children: d.children.map((child) => choiceOf(childTitle(child, londonDate(now)), child.childId)),
      ...{ step: '', person: '', name: '', agency: '', email: '', due: '', childIds: '', outcome: '', reason: '' },
      ...inputsOf(inputs, typed),
    }),
  );
  return withAsked(form, askedOf(d, practice), (id) => typed[id] ?? '');
};

/** Everybody the discussion knows, there or absent. */
export const peopleChoices = (d: Discussion) =>
  addressees(d).map(({ name, agency, personId }) => choiceOf(`${name}, ${agency}`, personId));

/** Every standard that asks them asks these, under one of these names; the form has them anyhow. */
const askedAnyhow = ['step', 'action', 'due', 'owner'];

const askedOf = (d: Discussion, practice: Practice): readonly Section[] => [
  {
    title: '',
    fields: assessed(d, practice)
      .asked('action')
      .filter(({ name }) => !askedAnyhow.includes(name))
      .map((asked) => field(asked, 'action')),
  },
];

/** AC-2: what it is to achieve is asked once, in the words of the standard where it asks. */
const asksOutcome = (d: Discussion, practice: Practice): boolean =>
  assessed(d, practice)
    .asked('action')
    .some(({ name }) => name === 'intendedOutcome');

export const agreeActionForm = z
  .object({
    step: required('What is to be done', 1000, 'Say what is to be done.'),
    person: optional('The person', 200),
    name: optional('The name', 100),
    agency: optional('The agency', 100),
    email: email('The e-mail address'),
    due: required('The date', 40, 'Say by when.'),
    childIds: several,
    outcome: optional('What it is to achieve', 500),
    reason: optional('The reason', 500),
  })
  .superRefine(({ person, name, agency, email: address }, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message });
    if (person === '' && name === '') say('Choose who does it, or enter their name.');
    if (person !== '' && name !== '') say('Choose a person from the list or enter a name, not both.');
    if (person !== '' && name === '' && (agency !== '' || address !== null))
      say('You chose somebody from the list. Clear the agency and the address, or enter a name.');
    if (name !== '' && agency === '') say('Enter their agency.');
  });

/** what else the standard asks, by field name. */
export const readAskedOfAction = (
  d: Discussion,
  practice: Practice,
  data: Readonly<Record<string, unknown>>,
): Read<Readonly<Record<string, string>>> => {
  const { details, problems } = readDetails(askedOf(d, practice), data);
  if (problems.length > 0) return { ok: false, problems };
  const given = Object.entries(details).filter(([, value]) => value !== '');
  return { ok: true, value: Object.fromEntries(given.map(([id, value]) => [nameIn(id), value])) };
};
