/** Those who could be chosen, whoever is on duty now before everybody else, and marked so. */
import type { DirectoryPerson } from '../directory/directory.ts';
import type { OnDuty } from '../directory/rota.ts';
import type { Instant } from '../practice/time/instant.ts';
import { onDutyUntil } from '../words/onDutyWords.ts';

export interface Staff {
  readonly people: readonly DirectoryPerson[];
  readonly onDuty: readonly OnDuty[];
}

const dutyOf = (id: string, onDuty: readonly OnDuty[]): OnDuty | undefined =>
  onDuty.filter(({ personId }) => personId === id).toSorted((a, b) => (a.until > b.until ? -1 : 1))[0];

export const onDutyFirst = <P extends { readonly id: string }>(
  people: readonly P[],
  onDuty: readonly OnDuty[],
): readonly P[] =>
  people.toSorted((a, b) => Number(dutyOf(b.id, onDuty) !== undefined) - Number(dutyOf(a.id, onDuty) !== undefined));

/** Behind a name, before what may be cut short: on duty until when, and what else is to be known; nothing where there is nothing. */
export const markOf = (id: string, onDuty: readonly OnDuty[], now: Instant, ...more: readonly string[]): string => {
  const found = dutyOf(id, onDuty);
  const marks = [...(found === undefined ? [] : [onDutyUntil(found.until, now)]), ...more];
  return marks.length === 0 ? '' : ` (${marks.join(', ')})`;
};
