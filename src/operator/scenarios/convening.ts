/** The command that convenes the discussion a scenario tells of: what the scenario says, and a whole form around it. */
import type { CommandOf } from '../../discussion/commands/command.ts';
import { matterBefore } from '../../discussion/matter/matterOf.ts';
import type { Child } from '../../discussion/state/childShape.ts';
import type { Follows, Meeting } from '../../discussion/state/event.ts';
import type { DiscussionFacts } from '../../discussion/state/facts.ts';
import type { Participant } from '../../discussion/state/people.ts';
import { assess } from '../../practice/assess.ts';
import { matterOf, type CaseFile } from '../../practice/caseFile.ts';
import type { FactName } from '../../practice/language/commonFacts.ts';
import type { Practice } from '../../practice/practice.ts';
import { londonDate, plusYears } from '../../practice/time/calendar.ts';
import { instant, type Instant } from '../../practice/time/instant.ts';
import { aChair, council, referrerOf } from './cast.ts';
import { filled } from './filled.ts';
import { reference } from './told.ts';

/** What else is known of a discussion about to be convened. */
export interface Scene {
  /** When it is convened. */
  readonly at: Instant;
  readonly startsAt: Instant;
  readonly format: Meeting['format'];
  /** Null: somebody who may. */
  readonly chair: Participant | null;
  readonly invitees: readonly Participant[];
  readonly follows: Follows | null;
  /** DL-10: what is said for it to be held beyond the limit on all the discussions. */
  readonly extension?: Readonly<Record<string, boolean>>;
}

/** A plain working day, where the scenario gives no time at all. */
export const someTuesday = instant('2026-03-03T10:00:00Z');

/** Convened as soon as all of it is known, to be held at once unless a time is given. */
export const sceneOf = (given: CaseFile): Scene => {
  const { meeting, referral, emergencyActionAt } = matterOf(given);
  const { startsAt, format } = meeting;
  const known = [startsAt, referral.receivedAt, referral.concernsIdentifiedAt, emergencyActionAt];
  const at =
    known
      .filter((each) => each !== null)
      .toSorted()
      .at(-1) ?? someTuesday;
  return { at, startsAt: startsAt ?? at, format, chair: null, invitees: [], follows: null };
};

export const conveneCommand = (practice: Practice, given: CaseFile, scene: Scene): CommandOf<'convene'> => {
  const { startsAt, format, invitees, follows } = scene;
  const meeting = { startsAt, format, where: 'As arranged' };
  const before = {
    children: [childOf(given, startsAt)],
    referral: referralOf(given, scene),
    facts: factsOf(practice, given),
    follows,
    meeting,
    invitees,
  };
  const found = assess(practice, matterBefore(before));
  // DL-10 is nothing that anybody would just fill in.
  const asked = found.convening.flatMap(({ area, fields }) => (area === 'extension' ? [] : fields));
  const answers = { ...filled(asked, londonDate(startsAt)), ...before.facts.answers, ...scene.extension };
  return {
    kind: 'convene',
    reference,
    authority: council,
    concern: 'As in the scenario',
    place: { kind: 'channel', conversation: 'scenario' },
    ...before,
    facts: { ...before.facts, answers },
    chair: scene.chair ?? aChair(found),
    invitees: [...invitees],
  };
};

/** The form asks for both times; whoever gives one of them means both. */
const referralOf = ({ referralReceivedAt, concernsIdentifiedAt, referrer }: CaseFile, { at }: Scene) => ({
  receivedAt: referralReceivedAt ?? concernsIdentifiedAt ?? at,
  concernsIdentifiedAt: concernsIdentifiedAt ?? referralReceivedAt ?? at,
  referrer: referrerOf(referrer),
});

const named = (given: CaseFile): readonly FactName[] => {
  const { said, children } = matterOf(given);
  return [...new Set([...said, ...children.flatMap((child) => [...child.said])])];
};

/** Whether a child is born is entered with it, and never ticked. */
const isUnborn = (given: CaseFile): boolean =>
  (given.childDateOfBirth ?? null) === null && named(given).includes('unborn');

/** Of an age of which no rule says anything, where none is given. */
const childOf = (given: CaseFile, meetingAt: Instant): Child => ({
  childId: 'A',
  name: 'The child',
  initials: 'A.',
  birth: isUnborn(given)
    ? { kind: 'unborn', expectedOn: londonDate(meetingAt) }
    : { kind: 'born', on: given.childDateOfBirth ?? plusYears(londonDate(meetingAt), -10) },
  caseReference: null,
});

const factsOf = (practice: Practice, given: CaseFile): DiscussionFacts => {
  const facts = named(given).filter((fact) => fact !== 'unborn' || !isUnborn(given));
  const { emergencyActionAt, format } = given;
  const isTicked = facts.includes('emergencyActionTaken') && emergencyActionAt;
  return {
    said: facts.map((fact) => ({ fact, of: practice.facts[fact]?.of === 'discussion' ? 'discussion' : ['A'] })),
    answers: {
      ...(isTicked ? { emergencyActionAt } : {}),
      ...(format === 'phone' ? { phoneOnlyReason: 'Nobody can travel' } : {}),
    },
    ofChild: { A: matterOf(given).answers as Record<string, boolean> },
    setAside: [],
  };
};
