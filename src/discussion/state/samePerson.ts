/** Whether two entries are one person under two spellings: no seat is filled twice by somebody typed twice. */
import { plainWords } from '../../practice/language/spelling.ts';
import { isNamed } from './namedPerson.ts';
import type { Participant, PersonId } from './people.ts';

type Known = Pick<Participant, 'personId' | 'name' | 'agency' | 'email'>;

/** Two people of the directory are two: it knows them apart. Anybody typed by hand may be somebody known already. */
export const isSamePerson = (one: Known, other: Known): boolean =>
  one.personId === other.personId ||
  ((isNamed(one.personId) || isNamed(other.personId)) &&
    (isSameAddress(one.email, other.email) ||
      (isSameName(one.name, other.name) && isSameAgency(one.agency, other.agency))));

const isSameAddress = (one: string | null, other: string | null): boolean =>
  one !== null && one.toLowerCase() === other?.toLowerCase();

const titles = new Set(
  `mr mrs ms miss mx dr prof professor sir dame rev cllr pc wpc pcso dc ds di dci det detective constable sgt sergeant insp
  inspector supt superintendent chief`.split(/\s+/),
);

/** Titles are left off where a first name and a surname remain, and `Shah, Priya` is Priya Shah. */
const nameKey = (name: string): string => {
  const words = [...plainWords(name)];
  while (words.length > 2 && titles.has(words[0] ?? '')) words.shift();
  return words.sort().join(' ');
};

const isSameName = (one: string, other: string): boolean => nameKey(one) !== '' && nameKey(one) === nameKey(other);

const joining = new Set(['the', 'of', 'and', 'for']);
const agencyWords = (agency: string): readonly string[] => plainWords(agency).filter((word) => !joining.has(word));

/** One that says less says the same: `Police` of somebody from Exampleshire Police. */
const isSameAgency = (one: string, other: string): boolean => {
  const [fewer, more] = [agencyWords(one), agencyWords(other)].toSorted((a, b) => a.length - b.length);
  return fewer !== undefined && more !== undefined && fewer.length > 0 && fewer.every((word) => more.includes(word));
};

/** Everybody by the id they are counted under: the directory's, where it is somebody it knows. */
export const onePersonEach = (people: readonly Known[]): ReadonlyMap<PersonId, PersonId> => {
  const groups = people.reduce<(readonly Known[])[]>((known, person) => {
    const same = known.filter((group) => group.some((other) => isSamePerson(person, other)));
    return [...known.filter((group) => !same.includes(group)), [...same.flat(), person]];
  }, []);
  return new Map(
    groups.flatMap((group) => {
      const countedAs = group.find(({ personId }) => !isNamed(personId)) ?? group[0];
      return group.map(({ personId }) => [personId, countedAs?.personId ?? personId] as const);
    }),
  );
};
