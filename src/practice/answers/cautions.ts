/** What to weigh about who takes part, though it bars nothing: the rank of the chair (CH-6), the police officer. */
import { isExtended, mayGoBeyond } from './extension.ts';
import type { Fault } from './findings.ts';
import { chairEligible, chairRule, ranksThatMayChair } from './chair.ts';
import type { Quorum } from './quorum.ts';
import type { Reading } from './reading.ts';
import { requirementFindings } from './requirements.ts';
import { rankWords } from '../language/roles.ts';
import type { Area } from '../language/parts.ts';
import type { ChairCandidate } from '../matter.ts';
import { ruleOf, rulesOfKind } from '../practice.ts';

/** CH-6: allowed to chair, though the standard would rather see another rank. Null where there is nothing to say. */
export const cautionOnChair = (reading: Reading, candidate: ChairCandidate): Fault | null => {
  const found = chairEligible(reading, candidate);
  if (!found.eligible || found.caution === undefined) return null;
  const rule = ruleOf(reading.practice, found.rule);
  return { code: 'chairRankNotPreferred', rule: rule.id, words: rule.text };
};

export const cautions = (reading: Reading, quorum: Quorum): readonly Fault[] => {
  const filledBy = quorum.seats.find(({ seat }) => seat === 'chair')?.filledBy;
  const chair = reading.matter.attendees.find(({ personId, isChair }) => personId === filledBy && isChair === true);
  const onChair = chair === undefined ? null : cautionOnChair(reading, chair);
  return [...seatWarnings(reading, quorum), ...(onChair === null ? [] : [onChair])];
};

const seatWarnings = (reading: Reading, { warnings }: Quorum): readonly Fault[] => {
  const { practice } = reading;
  const chair = chairRule(reading);
  const ranks = (ranksThatMayChair(practice, chair) ?? []).map(rankWords).join(', ');
  const police = rulesOfKind(practice, 'seats').find(({ seats }) => seats.some(({ seat }) => seat === 'police'));
  return warnings.flatMap((code): Fault[] => {
    if (code === 'chairRankIneligible') return [{ code, rule: chair.id, words: `May chair: ${ranks}.` }];
    if (code !== 'policeNotDdm') return [];
    const words = 'The officer is not a Dedicated Decision Maker: ask for one.';
    return [{ code, rule: police?.id ?? chair.id, words }];
  });
};

/** Asked while convening (X-3, CH-2, CH-8, DL-10): what is left out blocks or warns as its rule says. */
export const conveningAreas = ['urgency', 'chairing', 'complexBooking', 'extension'] as const satisfies readonly Area[];
export type ConveningArea = (typeof conveningAreas)[number];

/** What of it is asked of this discussion. */
export const areasWhenConvening = (reading: Reading): readonly ConveningArea[] =>
  conveningAreas.filter((area) => area !== 'extension' || mayGoBeyond(reading));

/** X-3, CH-2, DL-10: what was asked while convening and is missing, where that bars nothing. */
export const conveningCautions = (reading: Reading): readonly Fault[] => {
  const { practice, matter, holds } = reading;
  return conveningAreas
    .filter((area) => area !== 'extension' || isExtended(reading, matter.answers))
    .flatMap((area) => requirementFindings(practice, area, holds, matter.answers).warnings);
};
