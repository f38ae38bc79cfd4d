/**
 * The folder is the only way to a discussion. The one write path: load, look up who takes part, decide, append events and
 * notices together, and decide again when somebody else was first. Everything that changes a discussion goes through `act`; everything that shows
 * one goes through `read`.
 */
import { may, type Deed } from '../discussion/commands/authority.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import type { Readings } from '../practice/language/readings.ts';
import type { StandardKey } from '../practice/language/vocabulary.ts';
import { capacitiesOf, type Concerned } from '../discussion/commands/capacity.ts';
import type { Command } from '../discussion/commands/command.ts';
import { deedOf, handedOn } from '../discussion/commands/forbidden.ts';
import type { Commit } from '../discussion/state/commit.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { fold } from './fold.ts';
import { nextOwed, toFileSince } from '../discussion/debts/followUp.ts';
import { withEscalations, type Watch } from '../discussion/debts/escalate.ts';
import type { Actor } from '../discussion/state/people.ts';
import type { Refusal } from '../discussion/commands/refusal.ts';
import { summarise } from '../discussion/state/summarise.ts';
import { seal } from '../store/chain.ts';
import type { Directory } from '../directory/directory.ts';
import type { SealWith } from '../store/seal.ts';
import type { Store } from '../store/store.ts';
import { carryOut, type Carried } from './carryOut.ts';
import { sealed } from './sealing.ts';
import { linkBack } from './linkBack.ts';
import { whoTakesPart } from './whoTakesPart.ts';

export type Acted =
  /**
   * `repeated` when this very command had been carried out before: nothing happened twice. `before` and `then` are
   * the discussion as the command found and left it: others may have changed it since.
   */
  | {
      readonly result: 'done';
      readonly discussion: Discussion;
      readonly before: Discussion | null;
      readonly then: Discussion;
      readonly repeated: boolean;
    }
  | { readonly result: 'refused'; readonly refusal: Refusal };

type Seen =
  | { readonly result: 'seen'; readonly discussion: Discussion }
  | { readonly result: 'refused'; readonly refusal: Refusal };

export interface Conduct {
  /** Carries out one command, once. `key` identifies it: the same key again changes nothing. */
  act(request: {
    readonly reference: string;
    readonly command: Command;
    readonly actor: Actor;
    readonly key: string;
  }): Promise<Acted>;
  /** Shows a discussion to somebody entitled to it, and records that they looked. */
  read(request: {
    readonly reference: string;
    readonly actor: Actor;
    readonly deed: Deed;
    readonly concerned?: Concerned;
  }): Promise<Seen>;
  /** False for somebody it does not concern, as where there is none: which of the two cannot be told from how long it takes. */
  concerns(reference: string, actor: Actor): Promise<boolean>;
  /** The current state for the system's own work (cards, notices); null if there is no such discussion. */
  current(reference: string): Promise<Discussion | null>;
  practiceOf(discussion: Discussion): Practice;
  /** What new discussions are convened under. */
  readonly practice: Practice;
}

/** Enough for every writer of one discussion to get a turn; beyond it something is broken, not busy. */
const attempts = 100;

export const createConduct = (edges: {
  readonly store: Store;
  readonly directory: Pick<Directory, 'all' | 'byId'>;
  readonly clock: () => Instant;
  /** The procedure of discussions yet to be convened; each keeps the one it was convened under. */
  readonly standard: () => StandardKey;
  /** Of the version and readings a discussion was convened under; today's where none are named. */
  readonly practiceFor: (standard: {
    readonly key: StandardKey;
    readonly version?: string;
    readonly readings?: Partial<Readings> | undefined;
  }) => Practice;
  readonly watch: Watch;
  /** Signs a record with the key of the council. */
  readonly sealWith: SealWith;
  /** Called after each append, so that notices leave at once. */
  readonly appended: () => void;
}): Conduct => {
  const { store, directory, clock, practiceFor } = edges;
  const practiceOf = (discussion: Discussion): Practice => practiceFor(discussion.standard);

  const concerns: Conduct['concerns'] = async (reference, actor) =>
    actor.via === 'system' || (await store.concerns(reference, actor.personId));

  const actAlone: Conduct['act'] = async ({ reference, command, actor, key }) => {
    const isOpenTo = command.kind === 'convene' || needsNoPart(deedOf(command, actor), actor);
    if (!isOpenTo && !(await concerns(reference, actor))) return unknownDiscussion(reference);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const commits = await store.load(reference);
      const state = fold(commits);
      const earlier = commits.findIndex((c) => c.commandKey === key);
      if (state !== null && earlier >= 0) {
        const before = fold(commits.slice(0, earlier));
        const then = fold(commits.slice(0, earlier + 1)) ?? state;
        return { result: 'done', discussion: state, before, then, repeated: true };
      }
      const at = clock();
      const practice = state === null ? practiceFor({ key: edges.standard() }) : practiceOf(state);
      const asked = await sealed(command, { reference, state, head: commits.at(-1)?.hash }, edges.sealWith);
      const taking = await whoTakesPart(asked, { state, actor, practice, directory });
      const carried =
        'refusal' in taking
          ? { result: 'refused' as const, refusal: taking.refusal }
          : carryOut(state, taking.found, { actor, at, practice, reference });
      if (carried.result === 'refused') {
        return { result: 'refused', refusal: withoutDisclosure(carried.refusal, state, actor) };
      }
      const { after } = carried;
      const commit = commitOf(carried, { reference, at, actor, commandKey: key }, commits.at(-1), edges.watch);
      const stillToDo = { owed: nextOwed(after, practice), toFileSince: toFileSince(after, practice) };
      const appended = await store.append(commit, summarise(after, stillToDo));
      if (appended === 'tooLarge') return { result: 'refused', refusal: { code: 'tooMuchAtOnce' } };
      if (appended === 'appended') {
        edges.appended();
        return { result: 'done', discussion: after, before: state, then: after, repeated: false };
      }
    }
    throw new Error(`${reference} stayed contended through ${attempts} attempts`);
  };

  /** Before it is answered: should this process end in between, the same press again does the rest. */
  const act: Conduct['act'] = async (request) => {
    const acted = await actAlone(request);
    const link = acted.result === 'done' ? linkBack(acted.before, acted.then) : null;
    if (link !== null) await actAlone(link);
    return acted;
  };

  const current: Conduct['current'] = async (reference) => fold(await store.load(reference));

  const read: Conduct['read'] = async ({ reference, actor, deed, concerned }) => {
    const isOpenTo = needsNoPart(deed, actor) || (await concerns(reference, actor));
    const discussion = isOpenTo ? await current(reference) : null;
    if (discussion === null) return unknownDiscussion(reference);
    if (!may(deed, capacitiesOf(discussion, actor, concerned))) {
      const refusal = handedOn(discussion, actor);
      return refusal === null ? unknownDiscussion(reference) : { result: 'refused', refusal };
    }
    await store.recordRead({ reference, personId: actor.personId, at: clock(), deed });
    return { result: 'seen', discussion };
  };

  return {
    act,
    read,
    concerns,
    current,
    practiceOf,
    get practice() {
      return practiceFor({ key: edges.standard() });
    },
  };
};

/** What was decided and what is owed for it, after whatever came before. */
const commitOf = (
  { after, events, notices }: Extract<Carried, { result: 'done' }>,
  by: Pick<Commit, 'reference' | 'at' | 'actor' | 'commandKey'>,
  before: Commit | undefined,
  watch: Watch,
): Commit => {
  const { version } = after;
  const owing = { reference: by.reference, version, otherwise: after.convenor.personId };
  const content = { ...by, version, events, notices: withEscalations(notices, owing, watch) };
  return seal(content, before?.hash ?? null);
};

const unknownDiscussion = (reference: string): { readonly result: 'refused'; readonly refusal: Refusal } => ({
  result: 'refused',
  refusal: { code: 'unknownDiscussion', reference },
});

/** Whoever may by their rank or office alone: to take the chair over, to file the record, to see who read it. Whoever may convene may not therefore look. */
const needsNoPart = (deed: Deed, actor: Actor): boolean => deed !== 'convene' && may(deed, capacitiesOf(null, actor));

/** Refusals that turn on who asks, so that a stranger would learn from them that there is something to be refused. */
const revealing: readonly Refusal['code'][] = ['notAllowed', 'notYourMessage'];

/** The same answer for "not yours" as for "no such discussion": that one exists is itself confidential. */
const withoutDisclosure = (refusal: Refusal, state: Discussion | null, actor: Actor): Refusal =>
  state !== null && revealing.includes(refusal.code) && !may('read', capacitiesOf(state, actor))
    ? { code: 'unknownDiscussion', reference: state.reference }
    : refusal;
