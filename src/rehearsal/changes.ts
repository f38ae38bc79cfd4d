/**
 * Which messages have changed since when, so that a page asks for those alone. It is kept while the program runs: after
 * a restart, or when everything was cleared, what a page has is of an era before, and it asks for the whole once.
 */
import { randomUUID } from 'node:crypto';

export interface Changes {
  /** To be called after a message was added, edited or taken back, or a view of it given. */
  note(placeId: string, messageId: string): void;
  /** To be called when nothing is left of what was there. */
  clear(): void;
  /** Now, as {@link since} takes it. */
  cursor(): string;
  /** The messages of a place that have changed since then; undefined where that is not known any more. */
  since(cursor: string, placeId: string): readonly string[] | undefined;
}

export const createChanges = (): Changes => {
  let era = randomUUID();
  let count = 0;
  /** The number of the last change of each message. */
  const last = new Map<string, { readonly placeId: string; readonly number: number }>();

  return {
    note: (placeId, messageId) => {
      count += 1;
      last.set(messageId, { placeId, number: count });
    },
    clear: () => {
      era = randomUUID();
      last.clear();
    },
    cursor: () => `${era}.${count}`,
    since: (cursor, placeId) => {
      const [ofEra, number] = cursor.split('.');
      if (ofEra !== era) return undefined;
      return [...last].filter(([, at]) => at.placeId === placeId && at.number > Number(number)).map(([id]) => id);
    },
  };
};
