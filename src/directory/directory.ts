/**
 * The professionals who can be invited, what they can be invited as, and how they can be reached; and the shared
 * mailboxes of their agencies. Kept in the store's directory rows; filled by importing a file.
 */
import type { DirectoryRow, DirectoryRows } from '../store/rows.ts';
import { agencyKey } from '../discussion/state/people.ts';
import type { Instant } from '../practice/time/instant.ts';
import { parseEntries, storedInbox, storedPerson, teamsKey } from './entry.ts';
import type { AgencyInbox, DirectoryPerson, Entries, ParsedEntries } from './entry.ts';
import { onDutyAt, type OnDuty } from './rota.ts';
import { readRota } from './rotaRows.ts';

export type { DirectoryPerson } from './entry.ts';

export interface Directory {
  byId(id: string): Promise<DirectoryPerson | null>;
  /** The person with this Entra user id in this tenant: both, since a user id means nothing in another tenant. */
  byTeamsUser(tenantId: string, userId: string): Promise<DirectoryPerson | null>;
  /** Everybody, by name. */
  all(): Promise<readonly DirectoryPerson[]>;
  /** The agency's mailbox, or null if it has none. */
  inboxOf(agency: string): Promise<AgencyInbox | null>;
  /** Who is on duty at a moment, by the rota; nobody who is in the directory no more. */
  onDuty(at: Instant): Promise<readonly OnDuty[]>;
  /** Adds the entries of a file, replacing those with the same id: all of them, or none if anything is wrong. */
  importPeople(text: string): Promise<Imported>;
  /** What that would add and change, and nothing done. */
  plan(text: string): Promise<Planned>;
  /** All of it, as a file has it. */
  entries(): Promise<Entries>;
  /** Those who have left: all of them, or none where somebody is not in it. */
  remove(ids: readonly string[]): Promise<Removed>;
}

type Imported =
  | { readonly result: 'imported'; readonly people: number; readonly inboxes: number }
  | { readonly result: 'refused'; readonly faults: readonly string[] };

type Planned =
  | { readonly result: 'planned'; readonly added: readonly string[]; readonly changed: readonly string[] }
  | { readonly result: 'refused'; readonly faults: readonly string[] };

type Removed = { readonly result: 'removed' } | { readonly result: 'refused'; readonly faults: readonly string[] };

/** The directory over the store's rows. Rejects if a row cannot be read: it was written by something else. */
export const createDirectory = (rows: DirectoryRows): Directory => {
  const person = readOnce();
  const found = (row: DirectoryRow | null): DirectoryPerson | null => (row === null ? null : person(row));
  const all: Directory['all'] = async () => (await rows.all('person')).map(person).toSorted(byName);

  const checked = async (text: string): Promise<ParsedEntries> => {
    const parsed = parseEntries(text);
    if (parsed.result === 'refused') return parsed;
    const faults = await takenByOthers(rows, parsed.entries);
    return faults.length > 0 ? { result: 'refused', faults } : parsed;
  };

  const importPeople: Directory['importPeople'] = async (text) => {
    const parsed = await checked(text);
    if (parsed.result === 'refused') return parsed;
    await rows.put(rowsOf(parsed.entries));
    return { result: 'imported', people: parsed.entries.people.length, inboxes: parsed.entries.inboxes.length };
  };

  const plan: Directory['plan'] = async (text) => {
    const parsed = await checked(text);
    if (parsed.result === 'refused') return parsed;
    const held = await Promise.all(
      rowsOf(parsed.entries).map(async (row) => [row, await rows.get(row.kind, row.id)] as const),
    );
    return {
      result: 'planned',
      added: held.flatMap(([row, before]) => (before === null ? [row.id] : [])),
      changed: held.flatMap(([row, before]) => (before !== null && before.body !== row.body ? [row.id] : [])),
    };
  };

  const remove: Directory['remove'] = async (ids) => {
    const known = new Set((await rows.all('person')).map(({ id }) => id));
    const faults = ids.filter((id) => !known.has(id)).map((id) => `Nobody in the directory has the id ${id}.`);
    if (faults.length > 0) return { result: 'refused', faults };
    await rows.remove('person', ids);
    return { result: 'removed' };
  };

  return {
    all,
    importPeople,
    plan,
    entries: async () => ({
      people: await all(),
      inboxes: (await rows.all('inbox')).map(({ body }) => storedInbox.parse(JSON.parse(body))),
    }),
    remove,
    onDuty: async (at) => {
      const [rota, people] = await Promise.all([readRota(rows), rows.all('person')]);
      const known = new Set(people.map(({ id }) => id));
      return onDutyAt(rota, at).filter(({ personId }) => known.has(personId));
    },
    byId: async (id) => found(await rows.get('person', id)),
    byTeamsUser: async (tenantId, userId) => found(await rows.byTeamsKey(teamsKey({ tenantId, userId }))),
    inboxOf: async (agency) => {
      const row = await rows.get('inbox', agencyKey(agency));
      return row === null ? null : storedInbox.parse(JSON.parse(row.body));
    },
  };
};

/** Most rows are as they were when they were read last. */
const readOnce = (): ((row: DirectoryRow) => DirectoryPerson) => {
  const known = new Map<string, { readonly body: string; readonly person: DirectoryPerson }>();
  return ({ id, body }) => {
    const before = known.get(id);
    if (before?.body === body) return before.person;
    const person = storedPerson.parse(JSON.parse(body));
    known.set(id, { body, person });
    return person;
  };
};

const collator = new Intl.Collator('en-GB');
const byName = (a: DirectoryPerson, b: DirectoryPerson): number => collator.compare(a.name, b.name);

/** Teams users that belong to somebody who is in the directory already and not in the file. */
const takenByOthers = async (rows: DirectoryRows, { people }: Entries): Promise<readonly string[]> => {
  const imported = new Set(people.map((p) => p.id));
  const faults: string[] = [];
  for (const { id, teams } of people) {
    const holder = teams === null ? null : await rows.byTeamsKey(teamsKey(teams));
    if (teams !== null && holder !== null && !imported.has(holder.id)) {
      faults.push(`Person ${id} has the Teams user ${teams.userId}, which is ${holder.id} in the directory.`);
    }
  }
  return faults;
};

const rowsOf = ({ people, inboxes }: Entries): readonly DirectoryRow[] => [
  ...people.map((p) => ({
    kind: 'person' as const,
    id: p.id,
    teamsKey: p.teams === null ? null : teamsKey(p.teams),
    body: JSON.stringify(p),
  })),
  ...inboxes.map((i) => ({ kind: 'inbox' as const, id: agencyKey(i.agency), teamsKey: null, body: JSON.stringify(i) })),
];
