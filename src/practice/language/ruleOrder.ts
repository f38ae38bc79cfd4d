/** The order of the catalogue: by family, then by number, so T-2 comes before T-10. */
import type { RuleId } from './vocabulary.ts';

const split = (id: RuleId): readonly [string, number] => {
  const dash = id.lastIndexOf('-');
  return [id.slice(0, dash), Number(id.slice(dash + 1))];
};

export const byCatalogueOrder = (a: RuleId, b: RuleId): number => {
  const [familyA, numberA] = split(a);
  const [familyB, numberB] = split(b);
  return familyA.localeCompare(familyB) || numberA - numberB;
};
