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

/** What is to be known of a person who could be chosen: on duty until when, and what else; nothing where there is nothing. */
export const marksOf = (
  id: string,
  onDuty: readonly OnDuty[],
  now: Instant,
  ...more: readonly string[]
): readonly string[] => {
  const found = dutyOf(id, onDuty);
  return [...(found === undefined ? [] : [onDutyUntil(found.until, now)]), ...more];
};

/** The marks behind a name, after a comma: on a telephone a closed list is cut there, and the name is still whole. */
export const markOf = (...asked: Parameters<typeof marksOf>): string =>
  marksOf(...asked)
    .map((mark) => `, ${mark}`)
    .join('');
