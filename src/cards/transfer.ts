/** Asking the home authority to take responsibility for a child (H-3), with how things stand. */
import { z } from 'zod';
import { isOfACouncil, stillOurs } from '../discussion/matter/responsibility.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { isOf } from '../discussion/state/people.ts';
import { isAnswerable } from '../discussion/state/transfer.ts';
import { addressees } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { childTitle } from '../words/childWords.ts';
import { responsibleLines } from '../words/transferWords.ts';
import { choice, choiceOf, plain, said, template, type Card } from './bind.ts';
import { withLists } from './choiceLists.ts';
import { email, inputsOf, optional, several } from './form.ts';

const inputs = { children: plain, person: plain, name: plain, agency: plain, email: plain, note: plain };
const bind = template(
  'transfer',
  z.object({
    reference: plain,
    nonce: plain,
    lines: z.array(said),
    choices: z.array(choice),
    people: z.array(choice),
    /** Whose answer can be entered, by the number of the request. */
    answers: z.array(z.object({ number: plain, title: plain })),
    ...inputs,
  }),
);

export const transferCard = (
  { d, practice, now }: { readonly d: Discussion; readonly practice: Practice; readonly now: Instant },
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const children = stillOurs(d, practice);
  return withLists('Anybody else: enter their name and authority.', (shorten) =>
    bind({
      reference: d.reference,
      nonce,
      lines: [...responsibleLines(d, practice)],
      choices: children.map((child) => choiceOf(childTitle(child, londonDate(now)), child.childId)),
      people: shorten(peopleElsewhere(d)),
      answers: d.transfers
        .filter((each) => isAnswerable(d, each))
        .map(({ number, of }) => ({ number: String(number), title: `Record the answer of ${of.name}` })),
      ...{ children: children.map(({ childId }) => childId).join(','), person: homeAuthorityOf(d) },
      ...{ name: '', agency: '', email: '', note: '' },
      ...inputsOf(inputs, typed),
    }),
  );
};

const peopleElsewhere = (d: Discussion) =>
  addressees(d)
    .filter((one) => !isOf(d.authority)(one) && isOfACouncil(one))
    .map(({ name, agency, personId }) => choiceOf(`${name}, ${agency}`, personId));

/** I-21: whoever was invited for it is the likeliest. */
const homeAuthorityOf = (d: Discussion): string =>
  d.invitations.find(({ participant }) => participant.role === 'homeAuthority')?.participant.personId ?? '';

export const transferForm = z
  .object({
    children: several,
    person: optional('The person', 200),
    name: optional('The name', 100),
    agency: optional('The authority', 100),
    email: email('The e-mail address'),
    note: optional('What you tell them', 2000),
  })
  .superRefine(({ person, name, agency, email: address }, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message });
    if (person === '' && name === '') say('Choose whom you ask, or enter their name.');
    // Whoever is proposed stays chosen until somebody else is named.
    if (name !== '' && agency === '') say('Enter their authority.');
    if (name === '' && (agency !== '' || address !== null))
      say('Enter their name, or clear the authority and address.');
  });
