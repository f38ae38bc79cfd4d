/** The signed record for one reader, as links that work for a while. */
import { z } from 'zod';
import type { OwnEdition } from '../discussion/matter/ownEdition.ts';
import { plain, template, type Card } from './bind.ts';

const bind = template(
  'record-file',
  z.object({ reference: plain, number: plain, holds: plain, minutes: plain, pdf: plain, word: plain }),
);

const holds: Readonly<Record<OwnEdition, string>> = {
  full: 'It is all that was recorded.',
  owner: 'It is what was decided, and your own actions.',
  agency: 'It is what was decided, and what your own agency said and is to do.',
};

export interface Links {
  readonly reference: string;
  readonly number: number;
  readonly minutes: number;
  readonly pdf: string;
  readonly word: string;
}

export const recordFileCard = ({ number, minutes, ...links }: Links, edition: OwnEdition): Card =>
  bind({ ...links, number: String(number), minutes: String(minutes), holds: holds[edition] });
