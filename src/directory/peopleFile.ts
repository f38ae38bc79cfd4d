/**
 * The directory as the systems of a council write it: CSV with a line a person, the columns in any order and under usual
 * names, several roles in one cell. A line without a name is the shared mailbox of its agency.
 */
import { csvTyped, type CsvRow } from '../typed/csv.ts';

const needed = ['id', 'name', 'title', 'agency', 'roles'] as const;
export const peopleColumns = [...needed, 'rank', 'offices', 'email', 'telephone', 'tenant', 'user'] as const;
type Column = (typeof peopleColumns)[number];

/** In small letters, and nothing but letters. */
const alsoCalled: Readonly<Record<Column, readonly string[]>> = {
  id: ['staffid', 'employeeid', 'personid'],
  name: ['displayname', 'fullname'],
  title: ['jobtitle', 'position'],
  agency: ['organisation', 'organization', 'company', 'companyname', 'employer'],
  roles: ['role'],
  rank: [],
  offices: ['office'],
  email: ['mail', 'emailaddress', 'workemail'],
  telephone: ['phone', 'telephonenumber', 'workphone', 'businessphone', 'businessphones'],
  tenant: ['tenantid', 'teamstenantid'],
  user: ['userid', 'objectid', 'teamsuserid'],
};

/** Something in a file, not looked at yet, with what to call it by. */
interface Listed {
  readonly entry: unknown;
  readonly called: string;
}

export type ListedEntries =
  { readonly people: readonly Listed[]; readonly inboxes: readonly Listed[] } | { readonly faults: readonly string[] };

/** The entries of a file of CSV, each called by its line. */
export const listedInCsv = (text: string): ListedEntries => {
  const [head, ...rows] = csvTyped(text);
  const columns = (head?.cells ?? []).map(columnCalled);
  const missing = needed.filter((column) => !columns.includes(column));
  const faults = [
    ...columns.flatMap((column, i) =>
      column === null ? [`Line 1: nobody knows the column “${head?.cells[i] ?? ''}”.`] : [],
    ),
    ...(missing.length === 0 ? [] : [`Line 1 must name the columns ${missing.join(', ')}.`]),
  ];
  if (faults.length > 0) return { faults };
  const read = rows.map((row) => entryIn(row, columns));
  return { people: read.filter(({ is }) => is === 'person'), inboxes: read.filter(({ is }) => is === 'inbox') };
};

const columnCalled = (cell: string): Column | null => {
  const name = cell.toLowerCase().replaceAll(/[^a-z]/g, '');
  return peopleColumns.find((column) => column === name || alsoCalled[column].includes(name)) ?? null;
};

const entryIn = (
  { line, cells }: CsvRow,
  columns: readonly (Column | null)[],
): Listed & { readonly is: 'person' | 'inbox' } => {
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const orNull = (column: Column): string | null => (cell(column) === '' ? null : cell(column));
  const called = `Line ${line}`;
  if (cell('name') === '' && cell('id') === '') {
    return { is: 'inbox', called, entry: { agency: cell('agency'), email: cell('email') } };
  }
  const [tenantId, userId] = [cell('tenant'), cell('user')];
  const entry = {
    ...{ id: cell('id'), name: cell('name'), title: cell('title'), agency: cell('agency') },
    ...{ roles: listIn(cell('roles')), offices: listIn(cell('offices')) },
    ...{ rank: orNull('rank'), email: orNull('email'), telephone: orNull('telephone') },
    teams: tenantId === '' && userId === '' ? null : { tenantId, userId },
  };
  return { is: 'person', called, entry };
};

/** Several words in one cell. */
export const listIn = (cell: string): readonly string[] => cell.split(/[;,|\s]+/).filter((word) => word !== '');
