/** whom the directory has for a seat that nobody has promised to fill, while there is time to ask them. */
import { peopleFor } from '../cards/conveneSuggestion.ts';
import { marksOf, onDutyFirst } from '../cards/onDuty.ts';
import type { Available } from '../directory/available.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import { seatsNotPromised } from '../discussion/matter/foreseen.ts';
import type { MissingSeat } from '../discussion/matter/quorumNow.ts';
import { isInvited, isOpen, type Discussion } from '../discussion/state/discussion.ts';
import { personId } from '../discussion/state/people.ts';
import type { Practice } from '../practice/practice.ts';
import type { Instant } from '../practice/time/instant.ts';
import { reachedMark } from '../words/reachedWords.ts';

/** Each has a button, and a card has room for no more of them beside its others. */
const mostAsked = 5;

export interface CouldBeAsked {
  readonly seat: MissingSeat['seat'];
  readonly who: Available;
}

/** Those who can be reached and are not invited, whoever is on duty first: one for each seat before a second for any. */
export const whoCouldBeAsked = (
  d: Discussion,
  practice: Practice,
  available: readonly Available[],
): readonly CouldBeAsked[] => {
  const open = isOpen(d) ? seatsNotPromised(d, practice) : [];
  const rows = open.map(({ seat }) => fitFor(seat, d, practice, available).map((who) => ({ seat, who })));
  const longest = Math.max(0, ...rows.map((row) => row.length));
  const inTurn = Array.from({ length: longest }, (_, place) => rows.flatMap((row) => row[place] ?? [])).flat();
  const distinct = new Map(inTurn.toReversed().map((one) => [one.who.person.id, one]));
  return inTurn.filter((one) => distinct.get(one.who.person.id) === one).slice(0, mostAsked);
};

const fitFor = (
  missing: MissingSeat['seat'],
  d: Discussion,
  practice: Practice,
  available: readonly Available[],
): readonly Available[] => {
  const found = assessed(d, practice);
  const seat = found.seats.find((one) => one.seat === missing);
  if (seat === undefined) return [];
  const free = available.filter(
    ({ person: { id }, reached }) => reached !== 'neither' && id !== d.chair.personId && !isInvited(d, personId(id)),
  );
  const people = peopleFor(
    seat,
    found,
    free.map(({ person }) => person),
  );
  const onDuty = free.flatMap((one) => one.onDuty);
  return onDutyFirst(people, onDuty).flatMap(({ id }) => free.find(({ person }) => person.id === id) ?? []);
};

/** `PC Sam Whitlock (on duty until 08:00, by e-mail), Exampleshire Police`. */
export const couldBeAskedWords = ({ who: { person, onDuty, reached } }: CouldBeAsked, now: Instant): string =>
  `${person.name} (${marksOf(person.id, onDuty, now, reachedMark(reached)).join(', ')}), ${person.agency}`;
