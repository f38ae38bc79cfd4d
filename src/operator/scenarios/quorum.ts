/** `quorum`: who fills which seat once everybody has been recorded, and whether the chair can record a decision (Q-*). */
import type { Refusal } from '../../discussion/commands/refusal.ts';
import { assessed } from '../../discussion/matter/assessed.ts';
import { quorumNow } from '../../discussion/matter/quorumNow.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { Participant } from '../../discussion/state/people.ts';
import type { CaseFile } from '../../practice/caseFile.ts';
import { isFamily } from '../../practice/language/roles.ts';
import type { Attendee } from '../../practice/language/vocabulary.ts';
import type { Practice } from '../../practice/practice.ts';
import { minute, plusMillis, type Instant } from '../../practice/time/instant.ts';
import { answering, type Teller } from './answer.ts';
import { convenor, somebody } from './cast.ts';
import { conveneCommand, sceneOf, type Scene } from './convening.ts';
import { nothingTold, tell, tryTo, type Told } from './told.ts';

export const quorum: Teller = (practice, given) => {
  const people = peopleOf(given.attendees ?? []);
  const scene = sceneOf(given);
  const { told, refusals } = convened(practice, given, { ...scene, ...people });
  const met = attended(told, given.attendees ?? [], scene.at);
  return answering(met, (d) => {
    const found = quorumNow(d, practice);
    const ranked = refusals.some((refusal) => refusal.code === 'chairNotEligible' && refusal.ranks !== null);
    return {
      quorate: found.quorate,
      missing: found.missing,
      canSaveDecision: !refusals.some(({ code }) => code === 'barred') && mayDecide(met, d, scene.at),
      mayShareInformation: isAccepted(met, d.chair, { kind: 'shareInformation', text: 'What is known' }, scene.at),
      postponeBeyondDueAllowed: mayPostpone(met, d, scene.at),
      warnings: [...new Set([...(ranked ? ['chairRankIneligible'] : []), ...found.warnings])],
    };
  });
};

const isChair = (attendee: Attendee): boolean => attendee.isChair === true || attendee.role === 'chair';

/** One person each, whatever they are listed as: the rank is the person’s. */
const personOf = ({ personId, role, rank }: Attendee, all: readonly Attendee[]): Participant => {
  const known = all.find((other) => other.personId === personId && (other.rank ?? null) !== null)?.rank;
  return somebody(personId, role, { rank: rank ?? known ?? null });
};

const peopleOf = (attendees: readonly Attendee[]): Pick<Scene, 'chair' | 'invitees'> => {
  const chair = attendees.find(({ isChair: says }) => says === true) ?? attendees.find(isChair);
  const others = attendees.filter(({ personId, role }) => personId !== chair?.personId && !isFamily(role));
  const byId = new Map(others.map((each) => [each.personId, personOf(each, attendees)]));
  return { chair: chair === undefined ? null : personOf(chair, attendees), invitees: [...byId.values()] };
};

/** Refused as asked, it is convened as it may be: by somebody who may chair, and by meeting. */
const convened = (
  practice: Practice,
  given: CaseFile,
  scene: Scene,
  refusals: readonly Refusal[] = [],
): { readonly told: Told; readonly refusals: readonly Refusal[] } => {
  const told = tell(nothingTold(practice), convenor, conveneCommand(practice, given, scene), scene.at);
  const { refusal } = told;
  if ((refusal?.code === 'chairNotEligible' || refusal?.code === 'familyInvited') && scene.chair !== null) {
    return convened(practice, given, { ...scene, chair: null }, [...refusals, refusal]);
  }
  if (refusal?.code === 'barred' && scene.format === 'phone') {
    return convened(practice, given, { ...scene, format: 'meeting' }, [...refusals, refusal]);
  }
  return { told, refusals };
};

/**
 * Somebody takes part as one thing: listed as several, they are recorded last as what the standard wants first. Who chairs
 * is known of the discussion, whatever else they are recorded as.
 */
const attended = (told: Told, attendees: readonly Attendee[], at: Instant): Told => {
  const seats = told.discussion === null ? [] : assessed(told.discussion, told.practice).seats;
  const wanted = ({ role }: Attendee): number => {
    const found = seats.findIndex(({ roles }) => roles.includes(role));
    return found === -1 ? seats.length : found;
  };
  return attendees
    .toSorted((a, b) => wanted(b) - wanted(a))
    .reduce((before, attendee) => came(before, attendee, personOf(attendee, attendees), at), told);
};

/** S-3, S-4: who writes instead of coming declines. Family is refused (S-1). */
const came = (before: Told, attendee: Attendee, person: Participant, at: Instant): Told => {
  const { mode, hasDecisionAuthority, substituteFor } = attendee;
  if (mode === 'written') {
    const written = { information: 'What the agency knows', proposedActions: 'What it proposes' };
    return tryTo(before, person, { kind: 'decline', reason: 'Cannot come', substitute: null, written }, at);
  }
  return tryTo(
    before,
    convenor,
    {
      kind: 'recordAttendance',
      participant: person,
      mode,
      hasAuthority: hasDecisionAuthority,
      substituteFor: substituteFor ?? null,
      identified: null,
    },
    at,
  );
};

const isAccepted = (...[told, who, command, at]: Parameters<typeof tell>): boolean =>
  tell(told, who, command, at).refusal === null;

/** What would be decided is the matter of another scenario: whether it may be at all is what is asked. */
const mayDecide = (told: Told, { chair }: Discussion, at: Instant): boolean => {
  const command = { kind: 'recordDecision', meetingEndedAt: at, decisions: [], overrides: [] } as const;
  const { refusal } = tell(told, chair, command, at);
  return refusal === null || refusal.code === 'childrenNotAllDecided';
};

/** Where no figure is given there is nothing to be beyond. */
const mayPostpone = (told: Told, { deadline: { dueAt }, meeting }: Discussion, at: Instant): boolean => {
  if (dueAt === null) return false;
  const later = { ...meeting, startsAt: plusMillis(dueAt, minute) };
  return isAccepted(told, convenor, { kind: 'reconvene', meeting: later, reason: 'Somebody cannot come' }, at);
};
