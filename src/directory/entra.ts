/** The directory beside what Microsoft Entra has: what is asked there, and what becomes of the answers. */
import type { z } from 'zod';
import { personSchema, type DirectoryPerson } from './entry.ts';

export interface EntraAccount {
  /** The object id. */
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  /** False once it has been closed; what has been deleted is not there at all. */
  readonly isOpen: boolean;
}

/** Entra does not answer, or may not be asked: the message is the sentence that says what to do. */
export class EntraFault extends Error {}

/** Each rejects with an {@link EntraFault}. */
export interface EntraPeople {
  /** By their e-mail address or the name they sign in with; null where there is nobody, or more than one. */
  byAddress(email: string): Promise<EntraAccount | null>;
  byId(id: string): Promise<EntraAccount | null>;
  /** Everybody in a group, and in the groups within it. */
  membersOf(group: string): Promise<readonly EntraAccount[]>;
}

/** Of people without a Teams user, each with the one that belongs to their address, where Entra knows one. */
export const withAccounts = async (
  people: readonly DirectoryPerson[],
  tenantId: string,
  entra: EntraPeople,
): Promise<{ readonly found: readonly DirectoryPerson[]; readonly notFound: readonly string[] }> => {
  const found: DirectoryPerson[] = [];
  const notFound: string[] = [];
  for (const person of people) {
    const account = person.email === null ? null : await entra.byAddress(person.email);
    if (account === null) notFound.push(person.id);
    else found.push({ ...person, teams: { tenantId, userId: account.id } });
  }
  return { found, notFound };
};

/** Whose account in this tenant is closed, or there no more. */
export const leaversAmong = async (
  people: readonly DirectoryPerson[],
  tenantId: string,
  entra: EntraPeople,
): Promise<readonly DirectoryPerson[]> => {
  const gone: DirectoryPerson[] = [];
  for (const person of people) {
    if (person.teams?.tenantId !== tenantId) continue;
    const account = await entra.byId(person.teams.userId);
    if (account === null || !account.isOpen) gone.push(person);
  }
  return gone;
};

/** What a group of Entra stands for in the directory. */
export const groupMeaning = personSchema.pick({ agency: true, roles: true, rank: true, offices: true });
export type GroupMeaning = z.output<typeof groupMeaning> & { readonly tenantId: string };

/** Members of a group as entries: those the directory has keep their id and all that the group does not say. */
export const entriesOfGroup = (
  members: readonly EntraAccount[],
  known: readonly DirectoryPerson[],
  { tenantId, agency, roles, rank, offices }: GroupMeaning,
): readonly DirectoryPerson[] =>
  members
    .filter(({ isOpen }) => isOpen)
    .map((member) => {
      const before = known.find(({ teams }) => teams?.tenantId === tenantId && teams.userId === member.id);
      return {
        id: before?.id ?? member.id,
        name: before?.name ?? member.name,
        title: before?.title ?? member.title ?? 'No title in Entra',
        agency: before?.agency ?? agency,
        roles: [...new Set([...(before?.roles ?? []), ...roles])],
        rank: rank ?? before?.rank ?? null,
        offices: [...new Set([...(before?.offices ?? []), ...offices])],
        email: before?.email ?? member.email,
        telephone: before?.telephone ?? null,
        teams: { tenantId, userId: member.id },
      };
    });
