/** The directory as rows of its file, in the order of `peopleColumns`. */
import type { DirectoryPerson, Entries } from './entry.ts';

/** Those who have a name first, then the shared mailboxes. */
export const peopleRows = ({ people, inboxes }: Entries): readonly (readonly string[])[] => [
  ...people.map(rowOf),
  ...inboxes.map(({ agency, email }) => rowOf({ ...nobody, agency, email })),
];

const nobody = { id: '', name: '', title: '', roles: [], rank: null, offices: [], telephone: null, teams: null };

const rowOf = (person: DirectoryPerson): readonly string[] => {
  const { id, name, title, agency, roles, rank, offices, email, telephone, teams } = person;
  const reached = [email, telephone, teams?.tenantId, teams?.userId].map((cell) => cell ?? '');
  return [id, name, title, agency, roles.join('; '), rank ?? '', offices.join('; '), ...reached];
};
