/** Who somebody is by what was typed of them, and what their agency is by its people and its name. */
import { personId, type Participant } from '../discussion/state/people.ts';
import { isSamePerson } from '../discussion/state/samePerson.ts';
import { kindsNamed, type AgencyKind } from '../practice/language/agencies.ts';
import { agenciesOf } from '../practice/language/roles.ts';
import { plainWords } from '../practice/language/spelling.ts';
import type { DirectoryPerson } from './entry.ts';

/** Somebody of the directory who was typed by hand: the same address, or the same name and agency. */
export const listedAs = (
  typed: Pick<Participant, 'personId' | 'name' | 'agency' | 'email'>,
  people: readonly DirectoryPerson[],
): DirectoryPerson | null =>
  people.find(({ id, name, agency, email }) => isSamePerson(typed, { personId: personId(id), name, agency, email })) ??
  null;

/** The kinds of agency one is: what its people in the directory are, and what its name says. */
export const kindsOfAgency = (agency: string, people: readonly DirectoryPerson[]): readonly AgencyKind[] => {
  const key = plainWords(agency).join(' ');
  const colleagues = people.filter((person) => plainWords(person.agency).join(' ') === key);
  const belongings = colleagues.flatMap(({ roles }) => roles.map(agenciesOf));
  // A role that people of several kinds of agency can be says nothing of which this one is.
  const kinds = belongings.flatMap((kindsOfRole) => (kindsOfRole.length === 1 ? kindsOfRole : []));
  return [...new Set([...kinds, ...kindsNamed(agency)])];
};
