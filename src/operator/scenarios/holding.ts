/** A discussion told from its convening to its decision, for a scenario that is about what follows. */
import { assessed } from '../../discussion/matter/assessed.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { ChildDecision } from '../../discussion/state/childDecision.ts';
import type { Follows } from '../../discussion/state/event.ts';
import { followsFrom } from '../../discussion/state/following.ts';
import type { CaseFile } from '../../practice/caseFile.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { asParticipant, convenor, referrerOf } from './cast.ts';
import { conveneCommand, type Scene } from './convening.ts';
import { decisionFor } from './deciding.ts';
import type { Held } from './history.ts';
import { present, quorate } from './meeting.ts';
import { nothingTold, tell, type Told } from './told.ts';

/** Convened to be held at once. */
export const convenedAt = (
  practice: Practice,
  given: CaseFile,
  at: Instant,
  { follows, invitees = [], startsAt = at, extension = {} }: Convening,
): Told => {
  const scene = { at, startsAt, format: 'meeting', chair: null, invitees, follows, extension } as const;
  return tell(nothingTold(practice), convenor, conveneCommand(practice, given, scene), at);
};

type Convening = Pick<Scene, 'follows' | 'extension'> & Partial<Pick<Scene, 'invitees' | 'startsAt'>>;

export const heldAndDecided = (practice: Practice, given: CaseFile, held: Held, convening: Convening): Told => {
  const { startsAt, endedAt, decidedAt } = held;
  const convened = convenedAt(practice, given, startsAt, convening);
  const met = present(
    quorate(convened, startsAt),
    comes(given) ? [asParticipant(referrerOf(given.referrer))] : [],
    startsAt,
  );
  if (met.refusal !== null || met.discussion === null) return met;
  const command = {
    kind: 'recordDecision',
    meetingEndedAt: endedAt,
    ...(decidedAt === undefined ? {} : { decidedAt }),
    decisions: [usualDecision(practice, met.discussion, given, held)],
    overrides: [],
  } as const;
  return tell(met, met.discussion.chair, command, [endedAt, decidedAt ?? endedAt].toSorted().at(-1) ?? endedAt);
};

const comes = ({ referrerPresent, referrerInvolved }: CaseFile): boolean =>
  referrerPresent ?? referrerInvolved ?? false;

const usualDecision = (practice: Practice, d: Discussion, given: CaseFile, { s47 }: Held): ChildDecision => {
  const { highConcern, icpcDecided, legalPlanningDecided } = given;
  const urgentEnquiry = highConcern === true && (icpcDecided === true || legalPlanningDecided === true);
  const decision = decisionFor(practice, d, {
    s47Decision: s47,
    decisionReason: 'As in the scenario',
    s47DecisionBy: 'A manager',
    further: askedOf(practice, d, given),
  });
  return { ...decision, answers: { ...decision.answers, ...(s47 ? { urgentEnquiry } : {}) } };
};

/** DL-10: asked only of a discussion that is beyond the limit. */
const askedOf = (practice: Practice, d: Discussion, { further = {} }: CaseFile): CaseFile['further'] => {
  const asked = assessed(d, practice).child('A').deciding;
  return Object.fromEntries(Object.entries(further).filter(([area]) => asked.some((each) => each.area === area)));
};

/** What the next one has of a discussion that was decided, or of those before where it was not. */
export const followsAfter = ({ discussion }: Told): Follows | null =>
  discussion === null ? null : discussion.stage === 'decided' ? followsFrom(discussion) : discussion.follows;
