/** What can become true under a standard: asked of somebody, taken from what was entered, or following from either. */
import { questions } from './answers/questions.ts';
import { reasonsForComplex } from './answers/reading.ts';
import { derivedFacts, type RuleFact } from './language/commonFacts.ts';
import { factsNamedBy } from './language/places.ts';
import { withImplied } from './language/standard.ts';
import type { MeetingType } from './language/vocabulary.ts';
import type { Practice } from './practice.ts';

/** Taken from the date of birth, or the date a birth is expected. */
const fromBirth: readonly RuleFact[] = ['unborn', 'underSchoolAge'];

/** Every fact that can become true. */
export const enterable = (practice: Practice): ReadonlySet<RuleFact> => {
  const asked = questions(practice).map(({ fact }) => fact as RuleFact);
  const derived = derivedFacts.filter((fact) => fact !== 'complexMeeting');
  const all = withImplied(practice.implies, new Set<RuleFact>([...asked, ...fromBirth, ...derived]), new Set());
  return canBeComplex(practice, all) ? new Set([...all, 'complexMeeting']) : all;
};

const canBeComplex = (practice: Practice, facts: ReadonlySet<RuleFact>): boolean =>
  facts.has('complex') || reasonsForComplex(practice).some((reason) => facts.has(reason));

/** The types of meeting a standard can come to. */
export const meetingTypesPossible = (facts: ReadonlySet<RuleFact>): readonly MeetingType[] =>
  facts.has('complexMeeting') ? ['ordinary', 'complex'] : ['ordinary'];

/** The facts its rules turn on. */
export const turnedOn = ({ rules }: Pick<Practice, 'rules'>): ReadonlySet<RuleFact> =>
  new Set(rules.flatMap((rule) => [...factsNamedBy(rule)]));
