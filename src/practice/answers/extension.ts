/** DL-10: what may be passed in exceptional circumstances, if the Head of Service authorises it. */
import type { Answers } from './answers.ts';
import { dueBy, eventsOf } from './deadlines.ts';
import type { Reading } from './reading.ts';
import { requirementFindings } from './requirements.ts';
import type { DeadlineName } from '../language/parts.ts';

/** Whether these answers say all that the standard asks for it. */
export const isExtended = ({ practice, holds }: Reading, answers: Answers): boolean =>
  practice.asking.has('extension') && requirementFindings(practice, 'extension', holds, answers).faults.length === 0;

/** The limits that no longer bind, by what was said while convening. */
export const liftedLimits = (reading: Reading): readonly DeadlineName[] => {
  if (!isExtended(reading, reading.matter.answers)) return [];
  return reading.practice.readings.extensionCovers === 'both' ? ['concludeBy', 'latestNextAt'] : ['concludeBy'];
};

/** The next discussion may come after the limit on them all, though no later after the last than it may. */
export const mayGoBeyond = ({ practice, matter }: Reading): boolean => {
  const [whole, gap] = [
    dueBy(practice, 'concludeBy', eventsOf(matter)),
    dueBy(practice, 'latestNextAt', eventsOf(matter)),
  ];
  return whole !== null && (gap === null || gap.dueAt > whole.dueAt);
};
