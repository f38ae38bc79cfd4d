/** What differs by mode: where mail goes, whom the bot answers, which pages there are. */
import type { Router } from 'express';
import type { SendEmail } from '../channels/send.ts';
import type { Directory } from '../directory/directory.ts';
import type { Proof } from '../door/proof.ts';
import type { Standard } from '../practice/language/standard.ts';
import type { StandardKey } from '../practice/language/vocabulary.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { MovableClock } from '../rehearsal/clock.ts';
import type { Config } from './config.ts';
import type { Meetings } from './meetingEvents.ts';

/** What the mode brings: all that is different from one to another. */
export interface Mode {
  readonly sendEmail: SendEmail;
  /** Null: the convenor says how to join. */
  readonly meetings: Meetings | null;
  /** The address notices come from. */
  readonly from: string;
  /** Where people outside can open this service. */
  readonly publicUrl: string;
  readonly allowedTenants: readonly string[];
  /** What proves that a request is from Teams; null where nobody proves it, on loopback. */
  readonly proof: Proof | null;
  /** How many proxies stand before this process. */
  readonly proxies: number;
  readonly operatorToken: string | null;
  /** Whether the bot may send its answers, and with them its token, to this service address. */
  readonly mayAnswer: (serviceUrl: string) => boolean;
  readonly pages: readonly { readonly path: string; readonly router: Router }[];
  readonly home: string | null;
  close(): Promise<void>;
}

export interface ModeEdges {
  readonly config: Config;
  readonly origin: string;
  readonly now: () => Date;
  readonly clock: () => Instant;
  /** The same clock, where whoever rehearses may move it on; null in live mode. */
  readonly movable: MovableClock | null;
  readonly directory: Directory;
  /** Where the keys of tokens are published. */
  readonly tokenKeys: string;
  /** What new discussions are convened under. Only a rehearsal may change it while it runs. */
  readonly standard: {
    readonly known: readonly Pick<Standard, 'key' | 'title'>[];
    readonly current: () => StandardKey;
    readonly choose: (key: StandardKey) => void;
  };
}
