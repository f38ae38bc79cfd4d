/** Somebody who does not exist, and their account in a pretend Teams. */
import { createHash } from 'node:crypto';

/** Where a person is in Teams: the tenant of their account, their Entra object id, and the id bots know them by. */
export interface TeamsIdentity {
  readonly tenantId: string;
  readonly userId: string;
  readonly mri: string;
}

export interface FictionalPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly rank: string | null;
  /** What they do for the council beside taking part. */
  readonly offices?: readonly string[];
  readonly email: string;
  readonly telephone: string;
  /** Null for people who can be reached by e-mail only. */
  readonly teams: TeamsIdentity | null;
  readonly note: string;
}

export const councilTenantId = '7a1e5c0d-2b64-4e3f-9d18-0c5a6b7e8f90';
export const otherTenantId = 'd3f0b2a4-6c81-4f7e-8a95-1e2d3c4b5a69';

export type Entry = Omit<FictionalPerson, 'teams'>;

/** A stable object id: the same person is the same account after every restart. */
const objectIdOf = (id: string): string => {
  const hex = createHash('sha256').update(`exampleshire/${id}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Teams gives a user one id per bot, `29:` and an opaque string. */
const mriOf = (userId: string): string => `29:1${createHash('sha256').update(userId).digest('base64url')}`;

export const inTenant = (tenantId: string, entry: Entry): FictionalPerson => {
  const userId = objectIdOf(entry.id);
  return { ...entry, teams: { tenantId, userId, mri: mriOf(userId) } };
};
