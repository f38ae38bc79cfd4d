/** What is asked about the record: that it is signed, authorised, or done again. */
import type { EventOf } from '../state/event.ts';
import type { Participant, PersonId } from '../state/people.ts';
import type { Seal } from '../state/signingEvents.ts';

export type SigningCommand =
  | {
      readonly kind: 'signRecord';
      readonly answers: EventOf<'recordSigned'>['answers'];
      readonly statement: string;
      readonly authoriser: Participant | null;
      /** The version whoever signs it has read. */
      readonly basedOn: number;
      /** Put in by whoever keeps the key, over what has happened so far; null until then. */
      readonly seal: Seal | null;
    }
  | {
      readonly kind: 'authoriseRecord';
      /** Which signing they have read. */
      readonly number: number;
      readonly statement: string;
      readonly seal: Seal | null;
    }
  | { readonly kind: 'sendRecordBack'; readonly number: number; readonly reason: string }
  /** By this program: whoever was asked is in the directory no more. */
  | { readonly kind: 'replaceAuthoriser'; readonly leaver: PersonId; readonly authoriser: Participant };
