/** What is asked about reading the signed record on a page. */
import type { PersonId } from '../state/people.ts';

export type ReadingCommand =
  /** All whom the chair lets read it there, from now on. */
  | { readonly kind: 'letReadRecord'; readonly readers: readonly PersonId[] }
  | { readonly kind: 'askRecordCode' }
  /** `asked`: the version that asked for the code; `right`: whether what was typed is that code. */
  | { readonly kind: 'enterRecordCode'; readonly asked: number; readonly right: boolean };
