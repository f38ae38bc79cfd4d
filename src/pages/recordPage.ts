/**
 * The signed record, for whoever has just asked for it in Teams, in the edition that is theirs. Each time it is set anew
 * from what was signed, and it is noted who looked.
 */
import type { Router } from 'express';
import { asSigned } from '../conduct/asSigned.ts';
import type { Conduct } from '../conduct/conduct.ts';
import type { Directory } from '../directory/directory.ts';
import { everKnown, type Decided } from '../discussion/state/discussion.ts';
import { personId } from '../discussion/state/people.ts';
import { recordInForce } from '../discussion/state/signing.ts';
import { ownRecord, type Reader } from '../documents/record/own.ts';
import { readRecordToken, type RecordAsked } from '../messages/recordLinks.ts';
import type { Store } from '../store/store.ts';
import { filePage, type FilePage } from './filePage.ts';

export interface RecordEdges extends Pick<FilePage, 'clock' | 'authority'> {
  readonly conduct: Pick<Conduct, 'practiceOf'>;
  readonly store: Pick<Store, 'load' | 'recordRead'>;
  readonly directory: Pick<Directory, 'all'>;
  readonly secret: string;
}

export const recordPage = (edges: RecordEdges): Router =>
  filePage({
    ...edges,
    button: 'Get the record',
    fileFor: async (token) => {
      const asked = readRecordToken(token, edges.clock(), edges.secret);
      if (asked === null) return null;
      const officers = (await edges.directory.all()).filter(({ offices }) => offices.includes('recordsOfficer'));
      const officer = officers.find(({ id }) => asked.isOf(personId(id)));
      const readerIn = (d: Decided): Reader | null => {
        if (recordInForce(d)?.number !== asked.number) return null;
        if (officer !== undefined) return { personId: personId(officer.id), isToFile: true };
        const known = everKnown(d).find((one) => asked.isOf(one.personId));
        return known === undefined ? null : { personId: known.personId, isToFile: false };
      };
      const content = await recordFor(asked, readerIn, edges);
      return content === null ? null : { name: `${asked.reference}-record.${asked.file}`, content };
    },
  });

/** Theirs, of the version in force, with a note that they looked; null where there is none, or it is not theirs. */
export const recordFor = async (
  { reference, file }: Pick<RecordAsked, 'reference' | 'file'>,
  readerIn: (d: Decided) => Reader | null,
  { store, conduct, clock }: Pick<RecordEdges, 'store' | 'conduct' | 'clock'>,
): Promise<Buffer | null> => {
  const d = asSigned(await store.load(reference));
  const reader = d?.stage === 'decided' ? readerIn(d) : null;
  if (d?.stage !== 'decided' || reader === null) return null;
  const made = await ownRecord({ d, practice: conduct.practiceOf(d) }, reader, file);
  if (made !== null) await store.recordRead({ reference, personId: reader.personId, at: clock(), deed: 'getRecord' });
  return made;
};
