/** Everything true of a situation under one standard: what was said, and what the standard makes of it. */
import { meetingType } from './chair.ts';
import type { Situation } from '../language/facts.ts';
import type { Practice } from '../practice.ts';
import { plainFacts, type FactSet } from './situation.ts';
import type { MeetingType } from '../language/vocabulary.ts';

export interface SituationAtMeeting extends Situation {
  readonly meetingType?: MeetingType | undefined;
}

/** The facts the rules of this standard test. */
export function factsOf(practice: Practice, situation: SituationAtMeeting): FactSet {
  const facts = plainFacts(situation);
  if (meetingType(practice, situation) === 'complex') facts.add('complexMeeting');
  return facts;
}
