/**
 * A list of people that is cut to fit a card is searched where the client can (`choices.data`): it asks the bot as somebody
 * types. A client that cannot has the short list.
 */
import type { Card } from './bind.ts';

/** The lists that can be searched; those of seats are named after the seat. */
const searched = ['invite', 'attendance', 'substitute', 'handOver', 'others'] as const;
type SearchedList = (typeof searched)[number] | `seat.${string}`;

/** What an input searches: which list, of which discussion or convene form. */
export interface Searching {
  readonly list: SearchedList;
  readonly reference: string;
}

const prefix = 'people';
const datasetOf = ({ list, reference }: Searching): string => [prefix, list, reference].join('/');

/** Null for what no card of ours asks. */
export const searchingIn = (dataset: string): Searching | null => {
  const [kind, list = '', reference = '', ...more] = dataset.split('/');
  const isList = (name: string): name is SearchedList =>
    name.startsWith('seat.') || searched.some((each) => each === name);
  return kind === prefix && isList(list) && more.length === 0 ? { list, reference } : null;
};

/** The card with these inputs searched, each by its id. */
export const withSearch = (card: Card, inputs: ReadonlyMap<string, Searching>): Card =>
  inputs.size === 0 ? card : (searchable(card, inputs) as Card);

const searchable = (part: unknown, inputs: ReadonlyMap<string, Searching>): unknown => {
  if (Array.isArray(part)) return part.map((each) => searchable(each, inputs));
  if (typeof part !== 'object' || part === null) return part;
  const searching = 'id' in part && typeof part.id === 'string' ? inputs.get(part.id) : undefined;
  const whole = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, searchable(value, inputs)]));
  return searching === undefined
    ? whole
    : { ...whole, 'choices.data': { type: 'Data.Query', dataset: datasetOf(searching) } };
};
