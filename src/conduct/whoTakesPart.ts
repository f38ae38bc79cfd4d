/**
 * Who a command brings into a discussion, before it is decided. A person of the directory has the name, agency, rank and
 * roles of their entry, whoever enters them and wherever; whoever is typed by hand may be one of them, or somebody the
 * discussion knows; and anybody else takes part only as what belongs to their agency.
 */
import type { Directory, DirectoryPerson } from '../directory/directory.ts';
import { kindsOfAgency, listedAs } from '../directory/whoIsWho.ts';
import type { Command, CommandOf } from '../discussion/commands/command.ts';
import { forbiddenTo } from '../discussion/commands/forbidden.ts';
import type { Refusal } from '../discussion/commands/refusal.ts';
import { standsInAs } from '../discussion/matter/standingIn.ts';
import type { Referral } from '../discussion/state/event.ts';
import { addressees, everKnown, invitationOf, type Discussion } from '../discussion/state/discussion.ts';
import { isNamed } from '../discussion/state/namedPerson.ts';
import type { Actor, Participant, PersonId } from '../discussion/state/people.ts';
import { isSamePerson } from '../discussion/state/samePerson.ts';
import { agenciesOf, roleWordsIn } from '../practice/language/roles.ts';
import type { Practice } from '../practice/practice.ts';

export interface Setting {
  readonly state: Discussion | null;
  readonly actor: Actor;
  readonly practice: Practice;
  readonly directory: Pick<Directory, 'all' | 'byId'>;
}

type Found<T> = { readonly found: T } | { readonly refusal: Refusal };

/** The command with everybody in it as they are. What this person may not do at all is left for `decide` to refuse. */
export const whoTakesPart = async (command: Command, setting: Setting): Promise<Found<Command>> => {
  const { state, actor } = setting;
  if (forbiddenTo(actor, command, state) !== null) return { found: command };
  if (command.kind === 'convene') return state === null ? everybodyConvened(command, setting) : { found: command };
  if (state === null) return { found: command };
  const known = [...everKnown(state), ...substitutesNamed(state), ...referrerNamed(state.referral)];
  switch (command.kind) {
    case 'recordAttendance': {
      const as = { ...setting, known, inPlaceOf: command.substituteFor };
      return using(await asTheyAre(command.participant, as), (participant) => ({
        ...command,
        participant,
        identified: isNamed(participant.personId) ? command.identified : null,
      }));
    }
    case 'invite': {
      const as = { ...setting, known, inPlaceOf: roleOf(state, command.insteadOf) };
      return using(await asTheyAre(command.participant, as), (participant) => ({ ...command, participant }));
    }
    case 'decline':
    case 'takeReply': {
      if (command.substitute === null) return { found: command };
      const invitee = command.kind === 'decline' ? actor.personId : command.of;
      const as = { ...setting, known, inPlaceOf: roleOf(state, invitee) };
      return using(await asTheyAre(command.substitute, as), (substitute) => ({ ...command, substitute }));
    }
    case 'agreeAction': {
      const as = { ...setting, known: [...addressees(state), ...known] };
      return using(await ownerOf(command.owner, as), (owner) => ({ ...command, owner }));
    }
    case 'askTransfer': {
      const as = { ...setting, known: [...addressees(state), ...known] };
      return using(await ownerOf(command.of, as), (of) => ({ ...command, of }));
    }
    case 'checkEnquiry': {
      const as = { ...setting, known, inPlaceOf: null };
      return using(await asTheyAre(command.decider, as), (decider) => ({ ...command, decider }));
    }
    case 'signRecord': {
      const { authoriser } = command;
      if (authoriser === null) return { found: command };
      const as = { ...setting, known, inPlaceOf: null };
      return using(await asTheyAre(authoriser, as), (found) => ({ ...command, authoriser: found }));
    }
    case 'handOver':
    case 'replaceLeaver': {
      const as = { ...setting, known, inPlaceOf: null };
      return using(await asTheyAre(command.to, as), (to) => ({ ...command, to }));
    }
    default:
      return { found: command };
  }
};

const using = <T, R>(result: Found<T>, use: (found: T) => R): Found<R> =>
  'found' in result ? { found: use(result.found) } : result;

/** Those who are only proposed are typed again as anybody else. */
const substitutesNamed = ({ invitations }: Discussion): readonly Participant[] =>
  invitations.flatMap(({ substitute }) => (substitute === null ? [] : [substitute.participant]));

/** A professional who made the referral is one person, invited or not. A member of the public takes no part. */
const referrerNamed = ({ referrer }: Pick<Referral, 'referrer'>): readonly Participant[] => {
  const { personId, name, agency, email, standing } = referrer;
  return standing === 'professional'
    ? [{ personId, name, role: 'referrer', agency: agency ?? '', rank: null, email }]
    : [];
};

const roleOf = (state: Discussion, who: PersonId | null): string | null =>
  who === null ? null : (invitationOf(state, who)?.participant.role ?? null);

/** The chair and those invited; whoever is there twice, in the directory or by hand, is invited once. */
const everybodyConvened = async (command: CommandOf<'convene'>, setting: Setting): Promise<Found<Command>> => {
  const as = { ...setting, inPlaceOf: null, referrer: command.referral.referrer.personId };
  const chair = await asTheyAre(command.chair, { ...as, known: [] });
  if ('refusal' in chair) return chair;
  const invitees: Participant[] = [];
  for (const each of command.invitees) {
    const invitee = await asTheyAre(each, { ...as, known: invitees });
    if ('refusal' in invitee) return invitee;
    if (!invitees.some(({ personId }) => personId === invitee.found.personId)) invitees.push(invitee.found);
  }
  return { found: { ...command, chair: chair.found, invitees, referral: asInvited(command.referral, invitees) } };
};

/** Typed as the referrer and among those invited, they are one person with one answer. */
const asInvited = (referral: Referral, invitees: readonly Participant[]): Referral => {
  const [made] = referrerNamed(referral);
  const same = made === undefined ? undefined : invitees.find((invitee) => isSamePerson(invitee, made));
  return same === undefined ? referral : { ...referral, referrer: { ...referral.referrer, personId: same.personId } };
};

interface As extends Pick<Setting, 'state' | 'practice' | 'directory'> {
  /** Those the discussion has by now. */
  readonly known: readonly Participant[];
  /** The role of the person they stand in for, if they do. */
  readonly inPlaceOf: string | null;
  readonly referrer?: PersonId;
}

/** One person as they are, or why they cannot take part as what they were entered as. */
export const asTheyAre = async (entered: Participant, as: As): Promise<Found<Participant>> => {
  const entry = await as.directory.byId(entered.personId);
  if (entry !== null) return listed(entered, entry, as);
  if (!isNamed(entered.personId)) return { refusal: { code: 'notInDirectory', name: entered.name } };
  const people = await as.directory.all();
  const recognised = listedAs(entered, people);
  return recognised === null ? named(entered, people, as) : listed(entered, recognised, as);
};

const listed = (entered: Participant, entry: DirectoryPerson, as: As): Found<Participant> => {
  const role = roleTaken(entered, entry, as);
  if (role === null) {
    const words = (of: string): string => roleWordsIn(as.practice, of);
    const code = entered.role === as.inPlaceOf ? 'cannotStandIn' : 'roleNotTheirs';
    return { refusal: { code, name: entry.name, role: words(entered.role), roles: entry.roles.map(words) } };
  }
  const { id, name, agency, rank, roles } = entry;
  return { found: { personId: id as PersonId, name, role, roles: [...roles], agency, rank, email: null } };
};

/** What their entry gives. Whoever stands in for somebody comes as that, or as what takes the same seat. */
const roleTaken = (entered: Participant, { id, roles }: DirectoryPerson, as: As): string | null => {
  const { role } = entered;
  if (roles.includes(role)) return role;
  // I-1: anybody may have made the referral; it fills no seat.
  if (role === 'referrer' && id === (as.referrer ?? as.state?.referral.referrer.personId)) return role;
  if (role !== as.inPlaceOf || as.state === null) return null;
  return standsInAs(roles, role, { d: as.state, practice: as.practice });
};

/** The same person typed again is the one the discussion knows. */
const named = async (entered: Participant, people: readonly DirectoryPerson[], as: As): Promise<Found<Participant>> => {
  const before = as.known.find((other) => isSamePerson(entered, other));
  if (before !== undefined && !isNamed(before.personId)) return asTheyAre({ ...before, role: entered.role }, as);
  const who = before === undefined ? entered : { ...before, role: entered.role };
  const refusal = notOfTheirAgency(who, people, as.practice);
  return refusal === null ? { found: who } : { refusal };
};

const notOfTheirAgency = (
  { name, role, agency }: Participant,
  people: readonly DirectoryPerson[],
  practice: Practice,
): Refusal | null => {
  const belongsTo = agenciesOf(role);
  const kinds = kindsOfAgency(agency, people);
  if (belongsTo.length === 0 || belongsTo.some((kind) => kinds.includes(kind))) return null;
  const words = roleWordsIn(practice, role);
  return { code: 'roleOfAnotherAgency', name, role: words, belongsTo, agency, isKnown: kinds.length > 0 };
};

/** somebody the discussion or the directory knows, or else whoever is named with their agency. It seats nobody. */
const ownerOf = async (
  entered: Participant,
  { known, directory }: Pick<As, 'known' | 'directory'>,
): Promise<Found<Participant>> => {
  const before = known.find((other) => isSamePerson(entered, other));
  if (before !== undefined) return { found: before };
  const entry = isNamed(entered.personId)
    ? listedAs(entered, await directory.all())
    : await directory.byId(entered.personId);
  if (entry !== null) return { found: inUsualRole(entry) };
  return isNamed(entered.personId) && entered.name !== '' ? { found: entered } : { refusal: { code: 'ownerUnknown' } };
};

const inUsualRole = ({ id, name, agency, rank, roles }: DirectoryPerson): Participant => ({
  ...{ personId: id as PersonId, name, agency, rank, email: null },
  role: roles[0] ?? 'professional',
});
