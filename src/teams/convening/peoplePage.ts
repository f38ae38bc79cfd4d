/** Who takes which seat, who else comes, and anybody who is not in the directory. */
import { convenePeopleCard } from '../../cards/convenePeople.ts';
import { peopleFor } from '../../cards/conveneSuggestion.ts';
import { convenePeopleForm } from '../../cards/convenePeopleForm.ts';
import { readForm, several, typedText } from '../../cards/form.ts';
import { draftAssessed } from '../../conduct/draftAssessed.ts';
import type { ConveningDraft } from '../../conduct/drafts.ts';
import { asTheyAre } from '../../conduct/whoTakesPart.ts';
import type { DirectoryPerson } from '../../directory/directory.ts';
import { personId } from '../../discussion/state/people.ts';
import { isFamily } from '../../practice/language/roles.ts';
import { roleWordsIn } from '../../practice/language/roles.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { staffAt } from '../directoryPeople.ts';
import type { Edges, Handler, Press } from '../edges.ts';
import { asTyped } from '../press.ts';
import { toMeeting } from './fromConcern.ts';
import { page, type Next } from './pages.ts';

/** More do not fit the card that lists them. */
export const mostNamed = 20;

export const peoplePage: Handler = page('people', async (press, form, edges) => {
  const staff = await staffAt(edges.directory, edges.clock());
  const { people } = staff;
  const chosen = chosenIn(press, form.body);
  const refuse = (...problems: readonly string[]): Next => ({
    problems,
    again: () => {
      const page = { ...form, body: chosen };
      return convenePeopleCard(page, edges.conduct.practice, staff, edges.clock(), asTyped(press.data));
    },
  });
  const read = readForm(convenePeopleForm(edges.conduct.practice), press.data);
  if (!read.ok) return refuse(...read.problems);
  const ids = [...Object.values(chosen.seats), ...chosen.others];
  if (ids.some((id) => !people.some((p) => p.id === id))) {
    return refuse('Choose people from the list: one of those sent is not in the directory.');
  }
  const unfit = unfitFor(chosen, people, edges);
  if (unfit.length > 0) return refuse(...unfit);
  const { namedName: name, namedRole: role, namedAgency: agency, namedEmail } = read.value;
  if (isFamily(role)) return refuse(...refusalWords({ code: 'familyInvited', rule: 'S-1', name }));
  const more = press.data.next === 'people';
  if (name === '') {
    return more ? refuse('Enter the details of the person to add.') : { next: toMeeting(chosen, edges) };
  }
  const { named } = form.body;
  if (named.length >= mostNamed) return refuse(`Up to ${mostNamed} people can be added who are not listed.`);
  const id = personId(`${form.id}:named:${named.length + 1}`);
  const entered = { personId: id, name, role, agency, rank: null, email: namedEmail };
  const { practice } = edges.conduct;
  const as = { state: null, practice, directory: edges.directory, known: named, inPlaceOf: null };
  const added = await asTheyAre(entered, as);
  if ('refusal' in added) return refuse(...refusalWords(added.refusal));
  const others = named.filter((p) => p.personId !== added.found.personId);
  const after = { ...chosen, named: [...others, added.found] };
  return { next: more ? after : toMeeting(after, edges) };
});

/** The lists of the page offer only those who can take the seat; whatever else was sent is said, seat by seat. */
const unfitFor = (
  chosen: ConveningDraft,
  people: readonly DirectoryPerson[],
  { conduct, clock }: Edges,
): readonly string[] => {
  const found = draftAssessed(chosen, conduct.practice, clock());
  return found.seats.flatMap((seat) => {
    const person = people.find(({ id }) => id === chosen.seats[seat.seat]);
    if (person === undefined || peopleFor(seat, found, people).includes(person)) return [];
    const roles = person.roles.map((role) => `“${roleWordsIn(conduct.practice, role)}”`).join(' or ');
    return [`${person.name} cannot take the seat “${seat.words}”: the directory has them as ${roles}. Choose again.`];
  });
};

const chosenIn = (press: Press, body: ConveningDraft): ConveningDraft => {
  const typed = asTyped(press.data);
  return {
    ...body,
    seats: typedSeats(typed),
    others: several.parse(typed.others),
    inviteReferrer: typed.inviteReferrer !== 'false',
    peopleChosen: true,
  };
};

const typedSeats = (typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([id, value]) =>
      id.startsWith('seat.') && value !== '' ? [[id.slice(5), typedText(value)]] : [],
    ),
  );
