/** What an entry of the directory is, and how a file of them is read. */
import { agencyKey, offices, type Office } from '../discussion/state/people.ts';
import { listedInCsv, type ListedEntries } from './peopleFile.ts';
import { addressTyped } from '../typed/address.ts';
import { z } from 'zod';
import { familyRoles, ranks, type Rank } from '../practice/language/vocabulary.ts';

const text = z.string('must be text').trim().min(1, 'must not be empty').max(200, 'must be 200 characters or fewer');
const email = z
  .string('must be an e-mail address')
  .transform(addressTyped)
  .pipe(z.string('must be an e-mail address').toLowerCase());
/** Ids stand in notice ids, logs and addresses, so they say nothing about the person and need no escaping. */
const id = z
  .string('must be text')
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, underscores or hyphens');
const guid = z
  .string('must be text')
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be an id such as 7a1e5c0d-2b64-4e3f-9d18-0c5a6b7e8f90')
  .toLowerCase();
/** S-1: family members are never invited, so nobody is in the directory as one. */
const role = z
  .string('must be text')
  .regex(/^[a-z][A-Za-z]*$/, 'must be one word of the practice standards, such as police or designatedDoctor')
  .refine(
    (r) => !(familyRoles as readonly string[]).includes(r),
    'is a family role: the directory is for professionals',
  );

/** `01632 960 101`, `+44 (0)1632 960101 ext. 12`: as people write them, shown as they are written. */
export const telephoneNumber = z
  .string('must be text')
  .trim()
  .regex(
    /^(?=(\D*\d){5,20}\D*$)\+?[\d\s().\u2010-\u2013-]+((,|;)?\s*(ext\.?|extension|x)\s*\d{1,6})?$/i,
    'must be a telephone number such as 01632 960 101 ext. 12',
  );

/** A professional who can be invited, and how they are reached. */
export interface DirectoryPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly agency: string;
  /** What they can take part as, the usual one first. */
  readonly roles: readonly string[];
  readonly rank: Rank | null;
  /** What they do for the council beside taking part. */
  readonly offices: readonly Office[];
  readonly email: string | null;
  /** Where whoever is written to about a discussion of theirs can ring them. */
  readonly telephone: string | null;
  readonly teams: { readonly tenantId: string; readonly userId: string } | null;
}

/** An agency's shared mailbox. */
export interface AgencyInbox {
  readonly agency: string;
  readonly email: string;
}

export const personSchema = z.strictObject({
  id,
  name: text,
  title: text,
  agency: text,
  roles: z.array(role, 'must be a list of roles').min(1, 'must have at least one role'),
  rank: z
    .enum(ranks, `must be one of ${ranks.join(', ')}`)
    .nullable()
    .default(null),
  offices: z.array(z.enum(offices, `must be one of ${offices.join(', ')}`), 'must be a list').default([]),
  email: email.nullable().default(null),
  telephone: telephoneNumber.nullable().default(null),
  teams: z.strictObject({ tenantId: guid, userId: guid }, 'must have a tenantId and a userId').nullable().default(null),
}) satisfies z.ZodType<DirectoryPerson>;

export const inboxSchema = z.strictObject({ agency: text, email }) satisfies z.ZodType<AgencyInbox>;

/**
 * As rows have them. A later release, of which one may run beside this, may know more of people than this does: what it adds
 * is left out, and a rank that nobody here knows is none.
 */
export const storedPerson = personSchema.strip().extend({
  rank: z.enum(ranks).nullable().catch(null),
  offices: z
    .array(z.string())
    .default([])
    .transform((all) => offices.filter((office) => all.includes(office))),
}) satisfies z.ZodType<DirectoryPerson>;
export const storedInbox = inboxSchema.strip();

export interface Entries {
  readonly people: readonly DirectoryPerson[];
  readonly inboxes: readonly AgencyInbox[];
}

/** Entries to write, or a sentence for each thing to put right, naming the entry and the field. */
export type ParsedEntries =
  | { readonly result: 'parsed'; readonly entries: Entries }
  | { readonly result: 'refused'; readonly faults: readonly string[] };

const fileSchema = z.strictObject({
  people: z.array(z.unknown(), 'must be a list'),
  inboxes: z.array(z.unknown(), 'must be a list').default([]),
});

/** Parses the directory file: JSON with `people` and, if wanted, `inboxes`; or CSV. Every fault in it is named at once. */
export const parseEntries = (text: string): ParsedEntries => {
  const listed = /^\s*[[{]/.test(text) ? listedInJson(text) : listedInCsv(text);
  if ('faults' in listed) return { result: 'refused', faults: listed.faults };
  const people = listed.people.map(({ entry, called }) =>
    parseEntry(personSchema, entry, `${called}${named(entry, 'id')}`),
  );
  const inboxes = listed.inboxes.map(({ entry, called }) =>
    parseEntry(inboxSchema, entry, `${called}${named(entry, 'agency')}`),
  );
  const entries = { people: people.flatMap((p) => p.parsed), inboxes: inboxes.flatMap((i) => i.parsed) };
  const faults = [...people.flatMap((p) => p.faults), ...inboxes.flatMap((i) => i.faults), ...repeated(entries)];
  return faults.length > 0 ? { result: 'refused', faults } : { result: 'parsed', entries };
};

const listedInJson = (json: string): ListedEntries => {
  const read = readJson(json);
  if ('fault' in read) return { faults: [read.fault] };
  const file = fileSchema.safeParse(read.value);
  if (!file.success) return { faults: file.error.issues.map((issue) => sentence('The file', issue)) };
  return {
    people: file.data.people.map((entry, i) => ({ entry, called: `Person ${i + 1}` })),
    inboxes: file.data.inboxes.map((entry, i) => ({ entry, called: `Inbox ${i + 1}` })),
  };
};

const readJson = (json: string): { readonly value: unknown } | { readonly fault: string } => {
  try {
    return { value: JSON.parse(json) };
  } catch (error) {
    const line = error instanceof SyntaxError ? /\(line (\d+) /.exec(error.message)?.[1] : undefined;
    return { fault: line === undefined ? 'The file is not JSON.' : `The file is not JSON: see line ${line}.` };
  }
};

const parseEntry = <T>(
  schema: z.ZodType<T>,
  entry: unknown,
  name: string,
): { readonly parsed: readonly T[]; readonly faults: readonly string[] } => {
  const parsed = schema.safeParse(entry);
  if (parsed.success) return { parsed: [parsed.data], faults: [] };
  return { parsed: [], faults: parsed.error.issues.map((issue) => sentence(name, issue)) };
};

const sentence = (name: string, issue: z.core.$ZodIssue): string => {
  const field = issue.path.map((key) => (typeof key === 'number' ? String(key + 1) : String(key))).join(' ');
  const what =
    issue.code === 'unrecognized_keys' ? `has a field nobody knows: ${issue.keys.join(', ')}` : issue.message;
  return [name, field, `${what}.`].filter((part) => part !== '').join(' ');
};

const named = (entry: unknown, field: string): string => {
  const value: unknown =
    typeof entry === 'object' && entry !== null ? Object.entries(entry).find(([k]) => k === field)?.[1] : '';
  return typeof value === 'string' && value !== '' ? ` (${value})` : '';
};

/** What may stand in the file once only. */
const repeated = ({ people, inboxes }: Entries): readonly string[] => [
  ...twice(people.map((p) => p.id)).map((key) => `There is more than one person with the id ${key}.`),
  ...twice(people.flatMap((p) => (p.teams === null ? [] : [teamsKey(p.teams)]))).map(
    (key) => `There is more than one person with the Teams user ${key.split('/')[1] ?? key}.`,
  ),
  ...twice(inboxes.map((i) => agencyKey(i.agency))).map((key) => `There is more than one inbox for ${key}.`),
];

const twice = (keys: readonly string[]): readonly string[] => [
  ...new Set(keys.filter((key, i) => keys.indexOf(key) !== i)),
];

/** The key under which a Teams identity is found: GUIDs are the same in either case. */
export const teamsKey = ({ tenantId, userId }: { readonly tenantId: string; readonly userId: string }): string =>
  `${tenantId}/${userId}`.toLowerCase();
