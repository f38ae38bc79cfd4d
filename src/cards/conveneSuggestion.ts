/** Whom the standard would see at the table: who could take each seat, and who else is required or to be considered. */
import type { Assessment } from '../practice/assess.ts';
import type { ConveningDraft } from '../conduct/drafts.ts';
import type { DirectoryPerson } from '../directory/directory.ts';
import { onDutyFirst, type Staff } from './onDuty.ts';
import type { Referrer } from '../discussion/state/event.ts';

/**
 * Fills each seat with a different person where it can: the convenor in the chair if eligible, then whoever comes in any
 * case, then whoever is on duty. Whoever was chosen before stays, as long as they can take the seat.
 */
export const suggestion = (
  found: Assessment,
  { people, onDuty }: Staff,
  owner: string,
  before: Pick<ConveningDraft, 'seats' | 'others'>,
): Pick<ConveningDraft, 'seats' | 'others'> => {
  const seats = keptSeats(found, people, before.seats);
  for (const seat of found.seats) {
    if (seats[seat.seat] !== undefined) continue;
    const fits = onDutyFirst(peopleFor(seat, found, people), onDuty);
    const free = fits.filter((p) => !Object.values(seats).includes(p.id));
    const first =
      (seat.seat === 'chair' ? free.find((p) => p.id === owner) : undefined) ??
      free.find((p) => before.others.includes(p.id)) ??
      free[0];
    if (first !== undefined) seats[seat.seat] = first.id;
  }
  const taken = Object.values(seats);
  const seated = people.filter((p) => taken.includes(p.id));
  const wanted = found.invitees.required.filter((role) => !seated.some((p) => p.roles.includes(role)));
  const others = wanted.flatMap((role) => onDutyFirst(peopleOf(role, people), onDuty).slice(0, 1)).map((p) => p.id);
  return { seats, others: [...new Set([...before.others, ...others])].filter((id) => !taken.includes(id)) };
};

const keptSeats = (
  found: Assessment,
  people: readonly DirectoryPerson[],
  before: ConveningDraft['seats'],
): Record<string, string> =>
  Object.fromEntries(
    found.seats.flatMap((seat) => {
      const chosen = peopleFor(seat, found, people).find(({ id }) => id === before[seat.seat]);
      return chosen === undefined ? [] : [[seat.seat, chosen.id]];
    }),
  );

/** Who could take a seat, those whose usual role it is first. */
export const peopleFor = (
  seat: Assessment['seats'][number],
  { mayChair, chair }: Assessment,
  people: readonly DirectoryPerson[],
): readonly DirectoryPerson[] => {
  if (seat.seat === 'chair') {
    // Whom the rule names first chairs as a rule; a Head of Service may, and seldom does (CH-4).
    const place = ({ rank }: DirectoryPerson): number => (rank === null ? -1 : (chair.ranks ?? []).indexOf(rank));
    return people
      .filter(({ rank, roles }) => roles.some((role) => mayChair({ rank, role }).eligible))
      .toSorted((a, b) => place(a) - place(b));
  }
  const byRank = people.filter(({ rank }) => rank !== null && seat.ranks.includes(rank));
  return [...new Set([...seat.roles.flatMap((role) => peopleOf(role, people)), ...byRank])];
};

/** Those of a role, whose usual role it is before those who only can. */
const peopleOf = (role: string, people: readonly DirectoryPerson[]): readonly DirectoryPerson[] =>
  people.filter((p) => p.roles.includes(role)).toSorted((a, b) => a.roles.indexOf(role) - b.roles.indexOf(role));

/** Those whose role is wanted come first, then the rest of the directory. */
export const otherPeople = (
  { invitees: { required, consider } }: Assessment,
  people: readonly DirectoryPerson[],
): readonly DirectoryPerson[] => {
  const wanted = people.filter((p) => p.roles.some((role) => required.includes(role) || consider.includes(role)));
  return [...new Set([...wanted, ...people])];
};

/** I-1: a professional who made the referral and can be reached may be invited; the public and the family are not. */
export const invitableReferrer = ({ referral }: ConveningDraft): Referrer | null =>
  referral === null || referral.referrer.standing !== 'professional' || referral.referrer.email === null
    ? null
    : referral.referrer;
