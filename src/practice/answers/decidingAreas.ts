/** What the rules ask about when a decision is made, besides the outcomes and the plan. */
import { dueBy, eventsOf } from './deadlines.ts';
import { isExtended } from './extension.ts';
import type { Reading } from './reading.ts';
import { ruleOf, type Practice } from '../practice.ts';
import { requirementFields, type AskedField, type Test } from './requirements.ts';
import type { Area } from '../language/parts.ts';
import type { RuleId } from '../language/vocabulary.ts';

/** In the order they are asked. */
export const decidingAreas = [
  'minorInjury',
  'medical',
  'fgm',
  'familyConcern',
  'thirdPartyDisclosure',
  'furtherDiscussion',
  'extension',
] as const satisfies readonly Area[];
export type DecidingArea = (typeof decidingAreas)[number];

/**
 * T-14, DL-10: asked only of a discussion that follows another, because a child is not found or beyond the 3 months, unless
 * that was said when it was convened.
 */
export const isCalledFor = (reading: Reading, area: DecidingArea): boolean => {
  const { practice, matter } = reading;
  const { afterChildNotFound, meetingEndAt } = matter.held;
  if (area === 'furtherDiscussion') return afterChildNotFound;
  if (area !== 'extension') return true;
  if (isExtended(reading, matter.answers)) return false;
  const concludeBy = dueBy(practice, 'concludeBy', eventsOf(matter));
  const at = meetingEndAt ?? matter.meeting.startsAt;
  return concludeBy !== null && at !== null && at > concludeBy.dueAt;
};

/**
 * The fields of one area asked with a decision. None where its rules only put the matter on the agenda, as MD-11 does.
 */
export function fieldsWhenDeciding(practice: Practice, area: DecidingArea, test: Test): readonly AskedField[] {
  const fields = requirementFields(practice, area, test);
  const asks = (id: RuleId): boolean =>
    ['block', 'ask'].some((action) => ruleOf(practice, id).bot.some((each) => each === action));
  return fields.some(({ rules }) => rules.some(asks)) ? fields : [];
}
