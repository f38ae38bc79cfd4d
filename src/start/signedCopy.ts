/** The signed record that goes with a letter, made when the letter is sent. */
import { asSigned } from '../conduct/asSigned.ts';
import type { Conduct } from '../conduct/conduct.ts';
import type { Notice } from '../discussion/state/notice.ts';
import { referenceOf } from '../discussion/state/noticeId.ts';
import { ownRecord } from '../documents/record/own.ts';
import type { Enclosure } from '../messages/message.ts';
import type { Store } from '../store/store.ts';

interface Edges {
  readonly store: Pick<Store, 'load'>;
  readonly conduct: Pick<Conduct, 'practiceOf'>;
}

/** Making it rejects where its reader has none, or it cannot be set: nothing is sent, and it stays owed. */
export const signedCopy = ({ id, recipient }: Notice, { store, conduct }: Edges): Enclosure => {
  const reference = referenceOf(id);
  return {
    filename: `${reference}-record.pdf`,
    make: async () => {
      const d = asSigned(await store.load(reference));
      const made =
        d?.stage === 'decided' && recipient.to === 'person'
          ? await ownRecord(
              { d, practice: conduct.practiceOf(d) },
              { personId: recipient.personId, isToFile: false },
              'pdf',
            )
          : null;
      if (made === null) throw new Error(`there is no record to go with ${id}`);
      return made;
    },
  };
};
