/** Each signing of the record, and how far it has come. */
import type { Instant } from '../../practice/time/instant.ts';
import { unreachable } from '../../practice/language/unreachable.ts';
import { correctionsOf, type Correction } from './correction.ts';
import type { EventOf } from './event.ts';
import { ImpossibleEvent } from './impossibleEvent.ts';
import type { Participant } from './people.ts';
import type { Seal } from './signingEvents.ts';
import type { Stamp } from './stamp.ts';

type Authorisation =
  /** Nobody is asked. */
  | { readonly is: 'notAsked' }
  | { readonly is: 'asked'; readonly of: Participant }
  | {
      readonly is: 'given';
      readonly by: Participant;
      readonly at: Instant;
      readonly statement: string;
      readonly seal: Seal;
    }
  | { readonly is: 'refused'; readonly by: Participant; readonly at: Instant; readonly reason: string };

export interface SignedRecord {
  readonly number: number;
  /** Who had the chair then, and signed. */
  readonly by: Participant;
  readonly at: Instant;
  readonly statement: string;
  readonly answers: EventOf<'recordSigned'>['answers'];
  readonly seal: Seal;
  readonly authorisation: Authorisation;
  /** Of the commit that signed it: the record is what had happened by then. */
  readonly signedIn: number;
  /** Of the commit that brought it where it stands: what is owed about it has that version. */
  readonly version: number;
}

/** Something in it was wrong. */
export interface Reopened {
  readonly number: number;
  readonly by: Participant;
  readonly at: Instant;
  readonly reason: string;
  readonly version: number;
}

/** A discussion, as far as this goes: it has them once it is decided. */
interface Signed {
  readonly reference: string;
  readonly signings?: readonly SignedRecord[];
  readonly reopenings?: readonly Reopened[];
  readonly decision?: { readonly corrections: readonly Correction[] };
}

/** The oldest first. */
export const signingsOf = ({ signings = [] }: Signed): readonly SignedRecord[] => signings;

export const lastSigning = (d: Signed): SignedRecord | null => signingsOf(d).at(-1) ?? null;

export const nextSigning = (d: Signed): number => signingsOf(d).length + 1;

/** As long as neither the decision has been put right since nor anything else. */
const isCurrent = (d: Signed, { signedIn }: SignedRecord): boolean =>
  [...correctionsOf(d), ...reopeningsOf(d)].every(({ version }) => version <= signedIn);

/** The oldest first. */
export const reopeningsOf = ({ reopenings = [] }: Signed): readonly Reopened[] => reopenings;

/** Why this version takes the place of the one before it; null where that was not for anything entered. */
export const reopenedBefore = (d: Signed, { signedIn }: SignedRecord): Reopened | null => {
  const before = signingsOf(d).findLast((other) => other.signedIn < signedIn);
  const since = reopeningsOf(d).filter(({ version }) => version < signedIn && version > (before?.signedIn ?? 0));
  return since.at(-1) ?? null;
};

/** A version before the last was in force: somebody may have it. */
export const replacesAnother = (d: Signed): boolean => signingsOf(d).slice(0, -1).some(isThrough);

/** With somebody who is to authorise it; null where it is with nobody. */
export const awaitingAuthority = (d: Signed): (SignedRecord & { readonly with: Participant }) | null => {
  const last = lastSigning(d);
  return last?.authorisation.is === 'asked' && isCurrent(d, last) ? { ...last, with: last.authorisation.of } : null;
};

const isThrough = ({ authorisation: { is } }: SignedRecord): boolean => is === 'notAsked' || is === 'given';

/** Signed, and authorised where somebody was asked to; null while it is not, or is not any more. */
export const recordInForce = (d: Signed): SignedRecord | null => {
  const last = lastSigning(d);
  return last !== null && isThrough(last) && isCurrent(d, last) ? last : null;
};

/** It waits for the chair: nobody has signed it as it stands, or it was sent back. */
export const isToSign = (d: Signed): boolean => recordInForce(d) === null && awaitingAuthority(d) === null;

/** What people enter of it changes no more, unless the chair opens it again. */
export const isRecordClosed = (d: Signed): boolean => signingsOf(d).length > 0 && !isToSign(d);

/** Everybody who has been asked to authorise it, whatever came of it. */
export const askedToAuthorise = (d: Signed): readonly Participant[] =>
  signingsOf(d).flatMap(({ authorisation }) => {
    switch (authorisation.is) {
      case 'notAsked':
        return [];
      case 'asked':
        return [authorisation.of];
      case 'given':
      case 'refused':
        return [authorisation.by];
      default:
        return unreachable('authorisation', authorisation);
    }
  });

type SigningEvent = EventOf<'recordSigned' | 'recordAuthorised' | 'recordSentBack' | 'authoriserReplaced'>;

/** `chair`: whoever has the chair signs. */
export const afterSigning = (
  before: readonly SignedRecord[],
  event: SigningEvent,
  { chair, stamp: { at, version } }: { readonly chair: Participant; readonly stamp: Stamp },
): readonly SignedRecord[] => {
  if (event.type === 'recordSigned') {
    const { type: _type, authoriser, ...signed } = event;
    const authorisation: Authorisation = authoriser === null ? { is: 'notAsked' } : { is: 'asked', of: authoriser };
    return [...before, { ...signed, by: chair, at, authorisation, signedIn: version, version }];
  }
  const last = before.at(-1);
  if (last?.authorisation.is !== 'asked' || last.number !== event.number) {
    throw new ImpossibleEvent(`${event.type} of no record that was to be authorised`);
  }
  return [...before.slice(0, -1), { ...last, version, authorisation: answeredBy(last.authorisation.of, event, at) }];
};

const answeredBy = (
  by: Participant,
  event: Exclude<SigningEvent, { type: 'recordSigned' }>,
  at: Instant,
): Authorisation => {
  switch (event.type) {
    case 'recordAuthorised':
      return { is: 'given', by, at, statement: event.statement, seal: event.seal };
    case 'recordSentBack':
      return { is: 'refused', by, at, reason: event.reason };
    case 'authoriserReplaced':
      return { is: 'asked', of: event.authoriser };
    default:
      return unreachable('event', event);
  }
};
