/**
 * Somebody who answers for a discussion may leave: the directory has them no more. Whoever answers for the service takes it
 * over then, the convenor their actions, and another of their rank the result or the authority they were asked for: nothing
 * is owed by or to somebody who is gone. Part of the composition root.
 */
import type { Conduct } from '../conduct/conduct.ts';
import type { Directory, DirectoryPerson } from '../directory/directory.ts';
import { deciderFault } from '../discussion/commands/gate.ts';
import { authoriserFault } from '../discussion/commands/signRecord.ts';
import { holderFault } from '../discussion/commands/handOver.ts';
import { openActions, type AgreedAction } from '../discussion/state/agreedAction.ts';
import { isKeptFrom, type Discussion } from '../discussion/state/discussion.ts';
import type { EnquiryReport } from '../discussion/state/enquiryReport.ts';
import { holderOf } from '../discussion/state/handover.ts';
import { handedParts, type HandedPart } from '../discussion/state/handoverEvents.ts';
import { awaitingAuthority } from '../discussion/state/signing.ts';
import { isNamed } from '../discussion/state/namedPerson.ts';
import { personId, system, type Participant, type PersonId } from '../discussion/state/people.ts';
import type { Store } from '../store/store.ts';
import { participantFrom } from '../teams/directoryPeople.ts';
import type { Log } from './log.ts';

interface Edges {
  readonly store: Pick<Store, 'listOpen' | 'listOwing'>;
  readonly directory: Pick<Directory, 'all'>;
  readonly conduct: Pick<Conduct, 'act' | 'current' | 'practiceOf'>;
  readonly log: Log;
}

/** More are not to be seen to at once in any council. */
const most = 10_000;

/** Goes through every discussion that is open, or after which something is still to be done. */
export const replaceLeavers = async (edges: Edges): Promise<void> => {
  const { store, directory } = edges;
  const people = await directory.all();
  const here = new Set<string>(people.map(({ id }) => id));
  const summaries = [...(await store.listOpen(most)), ...(await store.listOwing(most))];
  for (const { reference, people: concerned } of summaries) {
    // Those who were named for one discussion were never in the directory.
    const isWhole = concerned?.every((id) => isNamed(personId(id)) || here.has(id)) ?? false;
    if (!isWhole) await replaceIn(reference, people, edges);
  }
};

const replaceIn = async (reference: string, people: readonly DirectoryPerson[], edges: Edges): Promise<void> => {
  for (const part of handedParts) {
    const d = await edges.conduct.current(reference);
    if (d !== null) await replace(d, part, people, edges);
  }
  const after = await edges.conduct.current(reference);
  if (after === null) return;
  for (const action of openActions(after)) await handOn(after, action, people, edges);
  await askAnotherToAuthorise(after, people, edges);
  for (const report of after.stage === 'decided' ? after.reports : []) await askAnother(after, report, people, edges);
};

const isGone = (id: PersonId, people: readonly DirectoryPerson[]): boolean =>
  !isNamed(id) && !people.some((person) => person.id === id);

/** To whoever follows the actions up, who by then has not left. */
const handOn = async (
  { reference, version }: Discussion,
  { number: action, owner }: AgreedAction,
  people: readonly DirectoryPerson[],
  { conduct }: Edges,
): Promise<void> => {
  const leaver = owner.personId;
  if (!isGone(leaver, people)) return;
  const reason = `${owner.name} is no longer in the directory.`;
  const command = { kind: 'handOnForLeaver', action, leaver, reason } as const;
  await conduct.act({
    reference,
    command,
    actor: system,
    key: `${reference}/left/action${action}/${leaver}/${version}`,
  });
};

/** GT-5: somebody else of the same rank is asked for the result. */
const askAnother = async (
  d: Discussion,
  report: EnquiryReport,
  people: readonly DirectoryPerson[],
  { conduct, log }: Edges,
): Promise<void> => {
  if (report.standing.is !== 'checked') return;
  const { reference, version } = d;
  const { childId, by, standing } = report;
  const leaver = standing.check.decider.personId;
  if (!isGone(leaver, people)) return;
  const practice = conduct.practiceOf(d);
  const decider = people
    .filter(({ id }) => !isKeptFrom(d, id))
    .map((person) => participantFrom(person))
    .find((each) => deciderFault(d, { childId, decider: each }, [by, standing.check.by], practice) === null);
  if (decider === undefined) {
    log({ what: 'nobodyToTakeOver', reference, part: 'result' });
    return;
  }
  const command = { kind: 'replaceDecider', childId, leaver, decider } as const;
  await conduct.act({ reference, command, actor: system, key: `${reference}/left/${childId}/${leaver}/${version}` });
};

/** somebody else of the same rank is asked to authorise the record. */
const askAnotherToAuthorise = async (
  d: Discussion,
  people: readonly DirectoryPerson[],
  { conduct, log }: Edges,
): Promise<void> => {
  const awaiting = awaitingAuthority(d);
  if (awaiting === null || !isGone(awaiting.with.personId, people)) return;
  const { reference, version } = d;
  const leaver = awaiting.with.personId;
  const practice = conduct.practiceOf(d);
  const authoriser = people
    .filter(({ id }) => !isKeptFrom(d, id))
    .map((person) => participantFrom(person))
    .find((each) => authoriserFault(d, each, awaiting.by.personId, practice) === null);
  if (authoriser === undefined) {
    log({ what: 'nobodyToTakeOver', reference, part: 'record' });
    return;
  }
  const command = { kind: 'replaceAuthoriser', leaver, authoriser } as const;
  await conduct.act({ reference, command, actor: system, key: `${reference}/left/record/${leaver}/${version}` });
};

const replace = async (
  d: Discussion,
  part: HandedPart,
  people: readonly DirectoryPerson[],
  { conduct, log }: Edges,
): Promise<void> => {
  const { reference, version } = d;
  const leaver = holderOf(d, part).personId;
  if (!isGone(leaver, people)) return;
  const practice = conduct.practiceOf(d);
  const to = inTheirPlace(people.filter(({ id }) => !isKeptFrom(d, id))).find(
    (each) => holderFault(d, part, each, practice) === null,
  );
  if (to === undefined) {
    log({ what: 'nobodyToTakeOver', reference, part });
    return;
  }
  const command = { kind: 'replaceLeaver', part, leaver, to } as const;
  await conduct.act({ reference, command, actor: system, key: `${reference}/left/${part}/${leaver}/${version}` });
};

/** The service manager before every other manager. */
const inTheirPlace = (people: readonly DirectoryPerson[]): readonly Participant[] => {
  const managers = people.filter(({ rank }) => rank !== null);
  const answersForIt = managers.filter(({ rank }) => rank === 'serviceManager');
  return [...answersForIt, ...managers.filter((each) => !answersForIt.includes(each))].map((each) =>
    participantFrom(each),
  );
};
