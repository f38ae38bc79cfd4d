/** Whom somebody who is written to can ring. */
import type { Discussion } from '../discussion/state/discussion.ts';
import type { PersonRecipient } from '../discussion/state/notice.ts';
import type { Directory } from './directory.ts';

export interface Ring {
  readonly whom: string;
  readonly on: string;
}

/** The council's own number, for whoever is to ring nobody in particular; null where it gave none. */
export interface Council {
  readonly authority: string;
  readonly telephone: string | null;
}

/**
 * The convenor, or else the chair, on the number that the directory has for them; or else the council, which is also whom
 * the public and the family ring. Nobody is asked to ring themselves. Null where no number is known.
 */
export const whomToRing = async (
  recipient: PersonRecipient,
  { convenor, chair, referral }: Discussion,
  directory: Pick<Directory, 'byId'>,
  { authority, telephone }: Council,
): Promise<Ring | null> => {
  const council = telephone === null ? null : { whom: authority, on: telephone };
  if (recipient.to === 'referrer' && referral.referrer.standing !== 'professional') return council;
  for (const { personId, name } of [convenor, chair]) {
    if (recipient.to === 'person' && recipient.personId === personId) continue;
    const on = (await directory.byId(personId))?.telephone ?? null;
    if (on !== null) return { whom: name, on };
  }
  return council;
};
