import type { Card } from '../../cards/bind.ts';
import type { Place } from '../../discussion/state/event.ts';
import type { Who } from '../who.ts';

/** A command somebody typed. */
export interface Typed {
  readonly who: Who;
  readonly place: Place;
  /** Identifies the message, so that Teams sending it twice has one effect. */
  readonly messageKey: string;
}

export interface Reply {
  readonly card: Card;
  /** Shown in notifications: never case data. */
  readonly summary: string;
  /** Goes to the asker's own chat, wherever it was typed. */
  readonly forAskerOnly: boolean;
  /** False for a line that is no command. */
  readonly isUnderstood: boolean;
  /** The reference whose form this message announces; the agenda card replaces it later. */
  readonly announces: string | null;
}
