import { invitableReferrer } from '../../cards/conveneSuggestion.ts';
import { draftAssessed } from '../../conduct/draftAssessed.ts';
import type { ConveningDraft } from '../../conduct/drafts.ts';
import type { DirectoryPerson } from '../../directory/directory.ts';
import { listedAs } from '../../directory/whoIsWho.ts';
import type { Referrer } from '../../discussion/state/event.ts';
import type { Participant } from '../../discussion/state/people.ts';
import { personId } from '../../discussion/state/people.ts';
import type { Assessment } from '../../practice/assess.ts';
import type { Edges } from '../edges.ts';
import { participantFrom, usualRole } from '../directoryPeople.ts';

type People = ReadonlyMap<string, DirectoryPerson>;

/**
 * Who was chosen on the people page: the chair, and everybody to invite, each in the role of the seat they fill. Somebody
 * chosen twice is invited once, as what they were chosen for first. The referrer is invited by default (I-1).
 */
export const chosenParticipants = async (
  body: ConveningDraft,
  { directory, conduct, clock }: Pick<Edges, 'directory' | 'conduct' | 'clock'>,
): Promise<{
  readonly chair: Participant | null;
  readonly invitees: readonly Participant[];
  /** Null before the referral has been entered. */
  readonly referrer: Referrer | null;
}> => {
  const people = new Map((await directory.all()).map((p) => [p.id, p]));
  const referrer = body.referral === null ? null : knownReferrer(body.referral.referrer, [...people.values()]);
  const seated = seatedPeople(body, people, draftAssessed(body, conduct.practice, clock()).seats);
  const invited = [
    ...seated.filter((s) => s.seat !== 'chair').map((s) => s.participant),
    ...otherPeople(body, people),
    ...body.named,
    ...invitedReferrer(body, referrer),
  ];
  const distinct = new Map(invited.toReversed().map((p) => [p.personId, p]));
  return {
    chair: seated.find((s) => s.seat === 'chair')?.participant ?? null,
    invitees: [...distinct.values()].toReversed(),
    referrer,
  };
};

const seatedPeople = ({ seats }: ConveningDraft, people: People, required: Assessment['seats']) =>
  required.flatMap(({ seat, roles }) => {
    const person = people.get(seats[seat] ?? '');
    if (person === undefined) return [];
    const role = roles.find((r) => person.roles.includes(r)) ?? person.roles[0] ?? seat;
    return [{ seat, participant: participantFrom(person, role) }];
  });

const otherPeople = ({ others }: ConveningDraft, people: People): readonly Participant[] =>
  others.flatMap((id) => {
    const person = people.get(id);
    return person === undefined ? [] : [participantFrom(person, usualRole(person))];
  });

/** A professional typed as the referrer may be somebody in the directory: then they are one person, and told once. */
const knownReferrer = (referrer: Referrer, people: readonly DirectoryPerson[]): Referrer => {
  if (referrer.standing !== 'professional') return referrer;
  const known = listedAs({ ...referrer, agency: referrer.agency ?? '' }, people);
  return known === null ? referrer : { ...referrer, personId: personId(known.id) };
};

const invitedReferrer = (body: ConveningDraft, referrer: Referrer | null): readonly Participant[] => {
  if (referrer === null || !body.inviteReferrer || invitableReferrer(body) === null) return [];
  const { personId: id, name, agency, email } = referrer;
  return [{ personId: id, name, role: 'referrer', agency: agency ?? '', rank: null, email }];
};
