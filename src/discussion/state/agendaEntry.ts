/** What was entered under the items of the agenda (A-*): what was said, or why an item does not apply. The newest stands. */
import { z } from 'zod';
import type { AgendaEntries, RuleId } from '../../practice/language/vocabulary.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { ruleIdSchema } from './ids.ts';
import type { PersonId } from './people.ts';
import type { Stamp } from './stamp.ts';

/** `discussed`: there is something to say under it. */
export const entryKinds = ['discussed', 'notApplicable'] as const;

export const agendaItemEntered = z.strictObject({
  type: z.literal('agendaItemEntered'),
  item: ruleIdSchema,
  as: z.enum(entryKinds),
  /** What was said, or why it does not apply. */
  text: z.string(),
});

export interface AgendaEntry extends Omit<z.infer<typeof agendaItemEntered>, 'type'> {
  readonly at: Instant;
  readonly by: PersonId;
  readonly version: number;
}

export const afterItem = (
  before: readonly AgendaEntry[],
  { type: _type, ...entered }: z.infer<typeof agendaItemEntered>,
  { at, by, version }: Stamp,
): readonly AgendaEntry[] => [...before.filter(({ item }) => item !== entered.item), { ...entered, at, by, version }];

export const entryUnder = (entries: readonly AgendaEntry[], item: RuleId): AgendaEntry | null =>
  entries.find((entry) => entry.item === item) ?? null;

/** As a standard reads them. */
export const entriesByItem = (entries: readonly AgendaEntry[]): AgendaEntries =>
  Object.fromEntries(
    entries.map(({ item, as, text }) => [item, as === 'discussed' ? { entry: text } : { notApplicableBecause: text }]),
  );
