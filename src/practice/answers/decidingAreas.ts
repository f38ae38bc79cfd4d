/** What the rules ask about when a decision is made, besides the outcomes and the plan. */
import { ruleOf, type Practice } from '../practice.ts';
import { requirementFields, type AskedField } from './requirements.ts';
import type { Area } from '../language/ruleParts.ts';
import type { FactSet } from './situation.ts';

/** In the order they are asked. */
export const decidingAreas = [
  'minorInjury',
  'medical',
  'fgm',
  'familyConcern',
  'thirdPartyDisclosure',
] as const satisfies readonly Area[];
export type DecidingArea = (typeof decidingAreas)[number];

/**
 * The fields of one area that a decision waits for. None where its rules only put the matter on the agenda, as MD-11 does.
 */
export function fieldsWhenDeciding(practice: Practice, area: DecidingArea, facts: FactSet): readonly AskedField[] {
  const fields = requirementFields(practice, area, facts);
  const waits = fields.some(({ rules }) => rules.some((id) => ruleOf(practice, id).bot.includes('block')));
  return waits ? fields : [];
}
