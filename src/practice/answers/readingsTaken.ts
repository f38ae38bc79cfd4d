/** How what the source leaves open is read here: each reading that a rule of the standard hangs on, and its other choices. */
import { placesIn } from '../language/places.ts';
import { readings, type ReadingName } from '../language/readings.ts';
import type { RuleId } from '../language/vocabulary.ts';
import type { Practice } from '../practice.ts';

interface Choice {
  readonly choice: string;
  readonly words: string;
}

export interface ReadingTaken {
  readonly rule: RuleId;
  readonly question: string;
  readonly taken: Choice;
  readonly others: readonly Choice[];
}

export const readingsTaken = (practice: Practice): readonly ReadingTaken[] => {
  const named = namedBy(practice);
  return Object.entries(readings)
    .filter(([name]) => named.has(name))
    .flatMap(([name, { rule, question, choices }]) => {
      const all = Object.entries(choices).map(([choice, words]) => ({ choice, words }));
      const chosen: string = practice.readings[name as ReadingName];
      const taken = all.find(({ choice }) => choice === chosen);
      return taken === undefined ? [] : [{ rule, question, taken, others: all.filter((each) => each !== taken) }];
    });
};

/** The readings a rule hangs on, in force under the choice made or not. */
const namedBy = ({ standard, rules }: Practice): ReadonlySet<unknown> =>
  new Set(
    placesIn([...standard.rules, ...rules], [], (key) => key === 'reading' || key === 'hangsOn').map(
      ({ value }) => value,
    ),
  );
