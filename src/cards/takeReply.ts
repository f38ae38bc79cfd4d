/** The answer of somebody who cannot press, as they give it by telephone to a social worker or whoever leads. */
import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { PersonId } from '../discussion/state/people.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { choice, plain, said, template, type Card, type Choice } from './bind.ts';
import { absentChoices, withLists } from './choiceLists.ts';
import { inputsOf, oneOf, required } from './form.ts';
import { ifNotComing, replyInputs } from './reply.ts';
import { cite } from '../words/citation.ts';

const inputs = { person: plain, ...replyInputs };
const blank = Object.fromEntries(Object.keys(inputs).map((name) => [name, ''])) as Record<keyof typeof inputs, string>;

const bind = template(
  'take-reply',
  z.object({
    reference: plain,
    nonce: plain,
    when: said,
    people: z.array(choice),
    substitutes: z.array(choice),
    ...inputs,
  }),
);

/** `by`: who records it, and answers for themselves by their own invitation. */
export const takeReplyCard = (
  d: Discussion,
  by: PersonId,
  nonce: string,
  substitutes: readonly Choice[],
  typed: Readonly<Record<string, string>> = {},
): Card =>
  withLists('Anybody else: enter their name and address.', (shorten) =>
    bind({
      reference: d.reference,
      nonce,
      when: formatLondon(d.meeting.startsAt),
      people: shorten(absentChoices(d, ({ participant }) => participant.personId !== by)),
      substitutes: shorten(substitutes),
      ...blank,
      ...inputsOf(inputs, typed),
    }),
  );

/** S-2, S-3: as of an answer they give themselves. */
export const takeReplyForm = z
  .object({
    person: required('The person', 100, 'Choose whose answer it is.'),
    answer: oneOf(['coming', 'notComing'], 'Say whether they are coming.'),
    ...ifNotComing,
  })
  .superRefine((form, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message });
    const { substituteName: name, substituteRole: role, substituteEmail: address } = form;
    const isNamed = form.substitute !== '' || name !== '' || role !== '' || address !== null;
    if (form.information === '' && form.proposedActions !== '') say('Add the information to the actions they propose.');
    if (form.answer === 'coming') {
      if (form.reason !== '' || isNamed)
        say('You recorded that they are coming. Clear why not and who comes instead, or choose the other answer.');
      return;
    }
    if (form.substitute !== '' && name !== '') say('Choose who comes from the list or enter a name, not both.');
    if (name !== '' && role === '') say('Say what the substitute’s role is, such as school nurse.');
    if (name !== '' && address === null) say('Enter the substitute’s e-mail address.');
    if (name === '' && (address !== null || role !== '')) say('Enter the substitute’s name.');
    if (form.information !== '' && form.proposedActions === '')
      say(`Say what actions they propose to keep the child safe ${cite('S-3')}.`);
  });
