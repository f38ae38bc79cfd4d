/**
 * The signed record, for whoever has just asked for it in Teams, in the edition that is theirs. Each time it is set anew
 * from what was signed, and it is noted who looked.
 */
import type { Router } from 'express';
import { asSigned } from '../conduct/asSigned.ts';
import type { Conduct } from '../conduct/conduct.ts';
import { everKnown } from '../discussion/state/discussion.ts';
import { recordInForce } from '../discussion/state/signing.ts';
import { ownRecord } from '../documents/record/own.ts';
import { readRecordToken, type RecordLink } from '../messages/recordLinks.ts';
import type { Store } from '../store/store.ts';
import { filePage, type FilePage } from './filePage.ts';

export interface RecordEdges extends Pick<FilePage, 'clock' | 'authority'> {
  readonly conduct: Pick<Conduct, 'practiceOf'>;
  readonly store: Pick<Store, 'load' | 'recordRead'>;
  readonly secret: string;
}

export const recordPage = (edges: RecordEdges): Router =>
  filePage({
    ...edges,
    button: 'Get the record',
    fileFor: async (token) => {
      const asked = readRecordToken(token, edges.clock(), edges.secret);
      const content = asked === null ? null : await recordFor(asked, edges);
      return asked === null || content === null ? null : { name: `${asked.reference}-record.${asked.file}`, content };
    },
  });

/** Null where there is no such record any more, or it is not theirs. */
const recordFor = async (asked: RecordLink, { store, conduct, clock }: RecordEdges): Promise<Buffer | null> => {
  const { reference, file } = asked;
  const d = asSigned(await store.load(reference));
  if (d?.stage !== 'decided' || recordInForce(d)?.number !== asked.number) return null;
  const reader = everKnown(d).find(({ personId }) => asked.isOf(personId));
  if (reader === undefined) return null;
  const { personId } = reader;
  const made = await ownRecord({ d, practice: conduct.practiceOf(d) }, personId, file);
  if (made !== null) await store.recordRead({ reference, personId, at: clock(), deed: 'getRecord' });
  return made;
};
