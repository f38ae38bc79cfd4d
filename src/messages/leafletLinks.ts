/**
 * The link under which a leaflet for a family is fetched, once it has been made in Teams. It names the discussion and what
 * to print, and no person; it works for a few minutes, and not once the decision has been corrected since.
 */
import { correctionsOf } from '../discussion/state/correction.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import { minute, plusMillis, type Instant } from '../practice/time/instant.ts';
import { partsUntil, signedUntil } from './signature.ts';

export interface LeafletAsked {
  readonly reference: string;
  /** Of the discussion as it was shown to whoever asked. */
  readonly version: number;
  readonly childId: string;
  /** The code of its language, such as `pl`. */
  readonly language: string;
  readonly file: 'pdf' | 'docx';
  /** With what the chair has allowed this family to be told. */
  readonly told: boolean;
}

export const worksForMinutes = 10;
const kind = 'leaflet';
const withTold = { yes: 'told', no: 'general' } as const;

export const leafletToken = (asked: LeafletAsked, now: Instant, secret: string): string => {
  const { reference, version, childId, language, file, told } = asked;
  const parts = [reference, version, childId, language, file, told ? withTold.yes : withTold.no];
  return signedUntil(kind, parts, plusMillis(now, worksForMinutes * minute), secret);
};

const shape = /^(SD-[A-Z0-9]{1,20})\.(\d{1,9})\.([A-Z0-9]{1,4})\.([a-zA-Z-]{1,20})\.(pdf|docx)\.(told|general)$/;

/** Null for what we did not sign, and for what has run out. */
export const readLeafletToken = (token: string, now: Instant, secret: string): LeafletAsked | null => {
  const parts = partsUntil(kind, token, shape, now, secret);
  if (parts === null) return null;
  const [reference = '', version = '', childId = '', language = '', file = '', told = ''] = parts;
  return {
    reference,
    version: Number(version),
    childId,
    language,
    file: file === 'pdf' ? file : 'docx',
    told: told === withTold.yes,
  };
};

/** What whoever asked had read may not be what is decided now. */
export const isOvertaken = ({ version }: LeafletAsked, d: Decided): boolean =>
  correctionsOf(d).some((correction) => correction.version > version);
