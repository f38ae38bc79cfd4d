/** The actions of the plan: who does what by when, as agreed in the meeting or after it, and what came of each. */
import type { Instant } from '../../practice/time/instant.ts';
import type { LocalDate } from '../../practice/time/calendar.ts';
import type { EventOf } from './event.ts';
import { ImpossibleEvent } from './impossibleEvent.ts';
import type { Notice } from './notice.ts';
import { versionOf } from './noticeId.ts';
import type { Participant } from './people.ts';
import type { Stamp } from './stamp.ts';
import { unreachable } from '../../practice/language/unreachable.ts';

export interface AgreedAction {
  /** 1, 2... in the order they were agreed: how people and cards tell them apart. */
  readonly number: number;
  readonly step: string;
  readonly owner: Participant;
  /** Who had it before, the first of them first. */
  readonly formerOwners: readonly Participant[];
  /** A day in London; the whole of it counts. */
  readonly dueOn: LocalDate;
  readonly outcome: string;
  readonly reason: string;
  /** What else the standard asks of an action, by field name. */
  readonly answers: Readonly<Record<string, string>>;
  /** None: it is about all of them. */
  readonly childIds: readonly string[];
  /** Of the commit that last gave it an owner and a date: what is owed about it has that version. */
  readonly version: number;
  /** Why its owner or date was last changed; null where neither has been. */
  readonly changed: { readonly reason: string; readonly at: Instant } | null;
  /** Null while nobody has said what came of it. What is blocked may yet be done. */
  readonly settled: { readonly as: 'done' | 'blocked'; readonly note: string; readonly at: Instant } | null;
}

type Actions = readonly AgreedAction[];
type ActionEvent = EventOf<'actionAgreed' | 'actionChanged' | 'actionSettled'>;

/** A discussion, as far as this goes. */
interface Planned {
  readonly actions: Actions;
}

export const actionNumbered = ({ actions }: Planned, number: number): AgreedAction | null =>
  actions.find((action) => action.number === number) ?? null;

export const isDone = ({ settled }: AgreedAction): boolean => settled?.as === 'done';

export const isBlocked = ({ settled }: AgreedAction): boolean => settled?.as === 'blocked';

/** What still has to be done, blocked or not. */
export const openActions = ({ actions }: Planned): Actions => actions.filter((action) => !isDone(action));

/** The action a message was owed about; null where it has another owner or date by now. */
export const actionIn = ({ actions }: Planned, { id }: Pick<Notice, 'id'>): AgreedAction | null =>
  actions.find((action) => action.version === versionOf(id)) ?? null;

/** Everybody who has or had one. */
export const ownersOf = ({ actions }: Planned): readonly Participant[] =>
  actions.flatMap(({ owner, formerOwners }) => [...formerOwners, owner]);

export const afterAction = (before: Actions, event: ActionEvent, { at, version }: Stamp): Actions => {
  switch (event.type) {
    case 'actionAgreed': {
      const { type: _type, ...agreed } = event;
      return [...before, { ...agreed, formerOwners: [], version, changed: null, settled: null }];
    }
    case 'actionChanged': {
      const { owner, dueOn, reason } = event;
      return changed(before, event, (action) => ({
        ...{ owner, dueOn, version, changed: { reason, at } },
        formerOwners:
          owner.personId === action.owner.personId ? action.formerOwners : [...action.formerOwners, action.owner],
      }));
    }
    case 'actionSettled': {
      const { as, note } = event;
      return changed(before, event, () => ({ settled: { as, note, at } }));
    }
    default:
      return unreachable('event', event);
  }
};

const changed = (
  before: Actions,
  { type, number }: { readonly type: string; readonly number: number },
  change: (action: AgreedAction) => Partial<AgreedAction>,
): Actions => {
  if (!before.some((action) => action.number === number)) throw new ImpossibleEvent(`${type} of no action ${number}`);
  return before.map((action) => (action.number === number ? { ...action, ...change(action) } : action));
};
