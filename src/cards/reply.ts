import { createHash } from 'node:crypto';
import { z } from 'zod';
import { formatLondon } from '../practice/time/calendar.ts';
import { replyAsked } from '../discussion/matter/replyAsked.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { namedPersonId } from '../discussion/state/namedPerson.ts';
import type { PersonId } from '../discussion/state/people.ts';
import type { Practice } from '../practice/practice.ts';
import { field, withAsked, type Section } from './askedFields.ts';
import { choice, plain, said, template, type Card, type Choice } from './bind.ts';
import { email, inputsOf, oneOf, optional } from './form.ts';
import { chosenFirst, withLists } from './choiceLists.ts';
import { cite } from '../words/citation.ts';

export const replyInputs = {
  answer: plain,
  reason: plain,
  substitute: plain,
  substituteName: plain,
  substituteRole: plain,
  substituteEmail: plain,
  information: plain,
  proposedActions: plain,
};
const bind = template(
  'reply',
  z.object({ reference: plain, nonce: plain, when: said, substitutes: z.array(choice), ...replyInputs }),
);

type Typed = Readonly<Record<keyof typeof replyInputs, string>>;
const blank: Typed = {
  answer: '',
  reason: '',
  substitute: '',
  substituteName: '',
  substituteRole: '',
  substituteEmail: '',
  information: '',
  proposedActions: '',
};

/** The answer to an invitation. `substitutes` are directory people who could come instead. */
export const replyCard = (
  d: Discussion,
  practice: Practice,
  nonce: string,
  substitutes: readonly Choice[],
  typed: Readonly<Record<string, string>> = {},
): Card =>
  withLists(
    'Anybody else: enter their name and address.',
    (shorten) => {
      const card = bind({
        reference: d.reference,
        nonce,
        when: formatLondon(d.meeting.startsAt),
        substitutes: shorten(chosenFirst(substitutes, typed['substitute'])),
        ...blank,
        ...inputsOf(replyInputs, typed),
      });
      return withAsked(card, [ifComing(d, practice)], (id) => typed[id] ?? '', { below: 'answer' });
    },
    { input: 'substitute', list: 'substitute', reference: d.reference },
  );

/** what the standard asks of whoever comes, here and on the reply page. */
export const ifComing = (d: Discussion, practice: Practice): Section => ({
  title: 'If you are coming',
  fields: replyAsked(d, practice).map((each) => field(each, 'coming')),
});

/** Who is named twice is one person; whoever is named after somebody else is another, to be invited in their turn. */
export const substituteId = (
  reference: string,
  namedBy: PersonId,
  { name, email: address }: { readonly name: string; readonly email: string | null },
): PersonId => {
  const named = JSON.stringify([namedBy, name.toLowerCase(), address?.toLowerCase()]);
  return namedPersonId(reference, 'substitute', createHash('sha256').update(named).digest('base64url').slice(0, 16));
};

/** Why not, who comes instead, and what the agency has to say. */
export const ifNotComing = {
  reason: optional('The reason', 300),
  substitute: optional('The substitute', 100),
  substituteName: optional('The substitute’s name', 100),
  substituteRole: optional('The substitute’s role', 60),
  substituteEmail: email('The substitute’s e-mail address'),
  information: optional('The information', 4000),
  proposedActions: optional('The proposed actions', 2000),
};

/** S-2, S-3: a no comes with a substitute, or with what the agency knows and proposes. */
export const replyForm = z
  .object({
    answer: oneOf(['acceptWithAuthority', 'acceptWithoutAuthority', 'decline'], 'Say whether you will take part.'),
    ...ifNotComing,
  })
  .superRefine((form, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message });
    const { substituteName, substituteRole, substituteEmail } = form;
    const substitute = [form.substitute, substituteName, substituteRole, substituteEmail ?? ''].filter((t) => t !== '');
    if (form.information === '' && form.proposedActions !== '')
      say('Add your agency’s information to the actions you propose.');
    if (form.answer !== 'decline') {
      if (form.reason !== '' || substitute.length > 0)
        say('You said that you are coming. Clear why not and who comes instead, or choose “No”.');
      return;
    }
    if (form.substitute !== '' && form.substituteName !== '')
      say('Choose who comes from the list or enter a name, not both.');
    if (substituteName !== '' && substituteRole === '') say('Say what the substitute’s role is, such as school nurse.');
    if (substituteName !== '' && substituteEmail === null) say('Enter the substitute’s e-mail address.');
    if (substituteName === '' && (substituteEmail !== null || substituteRole !== ''))
      say('Enter the substitute’s name.');
    if (form.information !== '' && form.proposedActions === '')
      say(`Say what actions you propose to keep the child safe ${cite('S-3')}.`);
  });

/** What the agency knows, sent along with the answer; null where nothing was. */
export const sentAlong = ({
  information,
  proposedActions,
}: Pick<z.output<typeof replyForm>, 'information' | 'proposedActions'>): {
  readonly information: string;
  readonly proposedActions: string;
} | null => (information === '' ? null : { information, proposedActions });
