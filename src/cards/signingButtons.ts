/** Which of the buttons about the record are offered as it stands: to sign it, to authorise it, to open it again. */
import { ownEdition } from '../discussion/matter/ownEdition.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { awaitingAuthority, isRecordClosed, isToSign, recordInForce } from '../discussion/state/signing.ts';
import type { Actor } from '../discussion/state/people.ts';

const offered: Readonly<Record<string, (d: Discussion, actor: Actor) => boolean>> = {
  'sign.open': isToSign,
  'reopen.open': isRecordClosed,
  'readers.open': (d) => recordInForce(d) !== null,
  'authorise.open': (d, { personId }) => awaitingAuthority(d)?.with.personId === personId,
  // in the edition that is theirs.
  'record.open': (d, { personId, offices }) =>
    d.stage === 'decided' && ownEdition(d, personId, offices?.includes('recordsOfficer')) !== null,
  // Nothing of it is entered once it is signed.
  'details.open': (d) => !isRecordClosed(d),
  'items.open': (d) => !isRecordClosed(d),
};

/** True for every button that is not about the record. */
export const fitsRecord = (verb: string, d: Discussion, actor: Actor): boolean => offered[verb]?.(d, actor) ?? true;
