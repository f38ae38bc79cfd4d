/** How each item of the agenda stands, in words: what was entered, what deals with it already, or that nothing does yet. */
import type { AgendaItem } from '../practice/answers/agenda.ts';
import type { AgendaStage } from '../practice/language/vocabulary.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Practice } from '../practice/practice.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import { entryUnder, type AgendaEntry } from '../discussion/state/agendaEntry.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { nameOf } from './whoTheyAre.ts';

export interface ItemLine {
  readonly item: AgendaItem;
  /** As they are counted on the agenda, from 1. */
  readonly number: number;
  readonly entry: AgendaEntry | null;
  /** In a word or two, without what was said. */
  readonly state: string;
  readonly isOpen: boolean;
}

export const itemLines = (d: Discussion, practice: Practice): readonly ItemLine[] => {
  const found = assessed(d, practice);
  const open = new Set(found.openItems.map(({ rule }) => rule));
  return found.agenda.map((item, i) => {
    const entry = entryUnder(d.agenda, item.id);
    const isOpen = open.has(item.id);
    return { item, number: i + 1, entry, isOpen, state: stateOf(item, entry, isOpen) };
  });
};

const stateOf = ({ answered }: AgendaItem, entry: AgendaEntry | null, isOpen: boolean): string => {
  if (entry !== null) return entry.as === 'discussed' ? 'entered' : 'does not apply';
  if (isOpen) return 'no entry yet';
  return answered ? 'recorded already' : 'only if an enquiry starts';
};

/** With what was said, and by whom. */
export const entryWords = (d: Discussion, { as, text, at, by }: AgendaEntry): string => {
  return `${as === 'discussed' ? '' : 'Does not apply, because: '}${text} (${nameOf(d, by)}, ${formatLondon(at)})`;
};

export const stageWords: Readonly<Record<AgendaStage, string>> = {
  shareInformation: 'Share',
  decideS47: 'Decide',
  planEnquiry: 'Plan',
};

/** The chair goes on all the same: it is said, recorded, and holds nothing up (Q-9, E-1). */
export const leftOpenWarning = (items: readonly AgendaItem[]): readonly string[] => {
  if (items.length === 0) return [];
  const named = items.slice(0, mostNamed).map(({ words }) => `“${words}”`);
  const more = items.length > mostNamed ? [`and ${items.length - mostNamed} more`] : [];
  return [
    `Nothing is entered yet under ${items.length === 1 ? 'an item' : `${items.length} items`} of the agenda: ${[...named, ...more].join('; ')}. You can record the decision all the same.`,
  ];
};

/** The agenda itself has them all. */
const mostNamed = 8;
