/** H-3: what is asked of the home authority, and how its answer is given. */
import type { Participant } from '../state/people.ts';
import type { EnteredAnswer } from '../state/transferEvents.ts';

interface Answering {
  /** Which request, by its number. */
  readonly transfer: number;
  readonly accepts: boolean;
  readonly words: string;
}

export type TransferCommand =
  | {
      readonly kind: 'askTransfer';
      readonly childIds: readonly string[];
      readonly of: Participant;
      readonly note: string;
    }
  /** By whoever was asked. */
  | ({ readonly kind: 'answerTransfer' } & Answering)
  /** Of an answer that came by another way, by whoever carries the case here. */
  | ({ readonly kind: 'enterTransferAnswer'; readonly entered: EnteredAnswer } & Answering);
