/** The signed record as one reader has it. */
import { ownEdition } from '../../discussion/matter/ownEdition.ts';
import { everKnown } from '../../discussion/state/discussion.ts';
import type { PersonId } from '../../discussion/state/people.ts';
import { setAs, type FileKind } from '../paper/files.ts';
import { recordOf } from './record.ts';
import type { Edition, Source } from './source.ts';

export interface Reader {
  readonly personId: PersonId;
  /** They are a records officer. */
  readonly isToFile: boolean;
}

/** Null where they have none. Rejects where it cannot be set. */
export const ownRecord = async (
  source: Source,
  { personId, isToFile }: Reader,
  file: FileKind,
): Promise<Buffer | null> => {
  const edition = editionOf(source, personId, isToFile);
  return edition === null ? null : Buffer.from(await setAs[file](recordOf(source, edition)));
};

const editionOf = ({ d }: Source, who: PersonId, isToFile: boolean): Edition | null => {
  switch (ownEdition(d, who, isToFile)) {
    case 'full':
      return { for: 'full' };
    case 'owner':
      return { for: 'owner', personId: who };
    case 'agency': {
      const agency = everKnown(d).find(({ personId }) => personId === who)?.agency;
      return agency === undefined ? null : { for: 'agency', agency };
    }
    case null:
      return null;
  }
};
