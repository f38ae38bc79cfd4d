/** Whom the chair lets read the signed record on a page, of those who took part and whom no secure way leads to. */
import { z } from 'zod';
import { readersOf } from '../discussion/state/recordReaders.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import type { Participant } from '../discussion/state/people.ts';
import { choice, choiceOf, plain, template, type Card } from './bind.ts';
import { inputsOf, several } from './form.ts';

const inputs = { readers: plain };
const bind = template(
  'record-readers',
  z.object({ reference: plain, nonce: plain, people: z.array(choice), ...inputs }),
);

/** Each with the address that their codes go to. */
export type PossibleReader = Pick<Participant, 'personId' | 'name' | 'agency'> & { readonly email: string };

export const recordReadersCard = (
  d: Decided,
  people: readonly PossibleReader[],
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card =>
  bind({
    ...{ reference: d.reference, nonce },
    people: people.map(({ personId, name, agency, email }) => choiceOf(`${name}, ${agency}, ${email}`, personId)),
    readers: readersOf(d)
      .map(({ personId }) => personId)
      .join(','),
    ...inputsOf(inputs, typed),
  });

/** One of `people`, or nobody. */
export const recordReadersForm = (people: readonly PossibleReader[]) =>
  z.object({
    readers: several.transform((chosen) =>
      people.map(({ personId }) => personId).filter((personId) => chosen.includes(personId)),
    ),
  });
