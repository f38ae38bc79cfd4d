/**
 * Whether the home authority has taken responsibility for a child over (H-3). Until it has said so in writing, the
 * council stays responsible, whatever was asked or promised.
 */
import type { Instant } from '../../practice/time/instant.ts';
import type { EventOf } from './event.ts';
import { ImpossibleEvent } from './impossibleEvent.ts';
import type { Notice } from './notice.ts';
import { versionOf } from './noticeId.ts';
import type { Participant, PersonId } from './people.ts';
import type { Stamp } from './stamp.ts';
import type { EnteredAnswer } from './transferEvents.ts';

export interface TransferAnswer {
  readonly accepts: boolean;
  readonly words: string;
  /** Null where whoever was asked wrote it themselves. */
  readonly entered: EnteredAnswer | null;
  readonly at: Instant;
  readonly by: PersonId;
  /** Of the commit that recorded it: what is owed about it has that version. */
  readonly version: number;
}

export interface Transfer {
  /** 1, 2... in the order they were asked. */
  readonly number: number;
  readonly childIds: readonly string[];
  readonly of: Participant;
  readonly note: string;
  readonly at: Instant;
  readonly by: PersonId;
  /** Of the commit that asked: what is owed about it has that version. */
  readonly version: number;
  /** The oldest first. */
  readonly answers: readonly TransferAnswer[];
}

type Transfers = readonly Transfer[];
type TransferEvent = EventOf<'transferAsked' | 'transferAnswered'>;

/** A discussion, as far as this goes. */
interface Concerned {
  readonly transfers: Transfers;
}

export const afterTransfer = (before: Transfers, event: TransferEvent, { at, by, version }: Stamp): Transfers => {
  if (event.type === 'transferAsked') {
    const { type: _type, ...asked } = event;
    return [...before, { ...asked, at, by, version, answers: [] }];
  }
  const { number, accepts, words, entered = null } = event;
  if (!before.some((each) => each.number === number))
    throw new ImpossibleEvent(`${event.type} of no request ${number}`);
  const answer = { accepts, words, entered, at, by, version };
  return before.map((each) => (each.number === number ? { ...each, answers: [...each.answers, answer] } : each));
};

export const isInWriting = ({ entered }: Pick<TransferAnswer, 'entered'>): boolean => entered?.how !== 'telephone';

/** `promised`: accepted by word of mouth, which passes nothing on yet. */
export type TransferStanding = 'asked' | 'promised' | 'accepted' | 'refused';

/** What has been accepted in writing is not taken back by a later word. */
export const standingOf = ({ answers }: Transfer): TransferStanding => {
  if (acceptanceOf({ answers }) !== null) return 'accepted';
  const last = answers.at(-1);
  if (last === undefined) return 'asked';
  return last.accepts ? 'promised' : 'refused';
};

export const acceptanceOf = ({ answers }: Pick<Transfer, 'answers'>): TransferAnswer | null =>
  answers.find((answer) => answer.accepts && isInWriting(answer)) ?? null;

/** Asked of another since, the older request is about this child no more. */
export const transferOf = ({ transfers }: Concerned, childId: string): Transfer | null =>
  transfers.findLast(({ childIds }) => childIds.includes(childId)) ?? null;

export const isTakenOver = (d: Concerned, childId: string): boolean => {
  const found = transferOf(d, childId);
  return found !== null && standingOf(found) === 'accepted';
};

/** The children a request is still about. */
export const childrenStillIn = (d: Concerned, { number, childIds }: Transfer): readonly string[] =>
  childIds.filter((childId) => transferOf(d, childId)?.number === number);

/** Those whose answer in writing is still to come. */
export const awaitedTransfers = (d: Concerned): Transfers => d.transfers.filter((each) => isAwaited(d, each));

export const isAwaited = (d: Concerned, transfer: Transfer): boolean =>
  ['asked', 'promised'].includes(standingOf(transfer)) && childrenStillIn(d, transfer).length > 0;

export const transferNumbered = ({ transfers }: Concerned, number: number): Transfer | null =>
  transfers.find((each) => each.number === number) ?? null;

/** The request a message was owed about. */
export const transferIn = ({ transfers }: Concerned, { id }: Pick<Notice, 'id'>): Transfer | null =>
  transfers.find(({ version }) => version === versionOf(id)) ?? null;

/** The answer a message was owed about, with what it answers. */
export const answerIn = (
  { transfers }: Concerned,
  { id }: Pick<Notice, 'id'>,
): { readonly transfer: Transfer; readonly answer: TransferAnswer } | null => {
  for (const transfer of transfers) {
    const answer = transfer.answers.find(({ version }) => version === versionOf(id));
    if (answer !== undefined) return { transfer, answer };
  }
  return null;
};

/** By the message that asked, or the one about an answer. */
export const transferAbout = (d: Concerned, notice: Pick<Notice, 'id'>): Transfer | null =>
  transferIn(d, notice) ?? answerIn(d, notice)?.transfer ?? null;

/** Whoever has refused may still change their mind. */
export const isAnswerable = (d: Concerned, transfer: Transfer): boolean =>
  standingOf(transfer) !== 'accepted' && childrenStillIn(d, transfer).length > 0;

/** Everybody who was ever asked. */
export const askedToTakeOver = ({ transfers }: Concerned): readonly Participant[] => transfers.map(({ of }) => of);
