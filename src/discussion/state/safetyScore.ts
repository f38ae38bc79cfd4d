/** How safe those taking part judge each child to be (SC-2, SC-3). */
import type { EventOf } from './event.ts';

/** What one person said of one child, the last time they said it. */
export type SafetyScore = Omit<EventOf<'safetyScaled'>, 'type'>;

export const afterScaling = (
  before: readonly SafetyScore[],
  { type: _type, ...score }: EventOf<'safetyScaled'>,
): readonly SafetyScore[] => [
  ...before.filter(({ personId, childId }) => personId !== score.personId || childId !== score.childId),
  score,
];
