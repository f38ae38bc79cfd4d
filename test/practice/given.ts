/** Short ways to say what a test is given, and the answers of a standard to it. */
import { afterMeeting as afterMeetingOf, type Progress } from '../../src/practice/answers/afterMeeting.ts';
import { checkDecision as checkOf } from '../../src/practice/answers/outcomes.ts';
import { readMatter, type Reading } from '../../src/practice/answers/reading.ts';
import { areasAsked as areasOf, requirementFindings as findingsOf } from '../../src/practice/answers/requirements.ts';
import type { Answers } from '../../src/practice/answers/answers.ts';
import { formatFindings as formatFindingsOf } from '../../src/practice/answers/format.ts';
import { assess, type Assessment } from '../../src/practice/assess.ts';
import { matterOf, type CaseFile } from '../../src/practice/caseFile.ts';
import { check as checkMatter } from '../../src/practice/check.ts';
import { explain as explainMatter } from '../../src/practice/explain.ts';
import type { FactName, RuleFact } from '../../src/practice/language/commonFacts.ts';
import type { Area } from '../../src/practice/language/parts.ts';
import type { Moment } from '../../src/practice/language/rule.ts';
import type { Attendee, StandardKey } from '../../src/practice/language/vocabulary.ts';
import { emptyMatter, nothingEnquired, nothingProposed, type ChairCandidate } from '../../src/practice/matter.ts';
import type { Practice, PracticeOptions } from '../../src/practice/practice.ts';
import { instant, type Instant } from '../../src/practice/time/instant.ts';
import { practiceFor } from '../builders/standards.ts';

export const at = (iso: string): Instant => instant(iso);

const short = {
  WT: 'working-together-2023',
  PS: 'practice-standards-2025',
  DA: 'darlington',
  SA: 'sandwell',
  LI: 'liverpool',
} as const satisfies Record<string, StandardKey>;

/** The practice of a standard by its short name in the catalogue. */
export const under = (name: keyof typeof short, options?: PracticeOptions): Practice =>
  practiceFor(short[name], options);

/** Somebody who takes part in Teams and can decide for their agency. */
export const person = (personId: string, role: string, more: Partial<Attendee> = {}): Attendee => ({
  personId,
  role,
  mode: 'teams',
  hasDecisionAuthority: true,
  ...more,
});

const assessed = (practice: Practice, given: CaseFile): Assessment => assess(practice, matterOf(given));

/** A discussion of whose one child these facts are true, whoever said them. */
export const readingOf = (practice: Practice, facts: Iterable<RuleFact>): Reading =>
  readMatter(practice, {
    ...emptyMatter,
    children: [
      {
        id: 'A',
        birth: null,
        said: new Set([...facts] as FactName[]),
        answers: {},
        decision: nothingProposed,
        enquired: nothingEnquired,
      },
    ],
  });
const ofFacts = (practice: Practice, facts: Iterable<RuleFact>): Assessment =>
  assess(practice, readingOf(practice, facts).matter);

export const timescale = (practice: Practice, given: CaseFile) => assessed(practice, given).timescale;
export const quorum = (practice: Practice, given: CaseFile) => assessed(practice, given).quorum;
export const seatsFor = (practice: Practice, given: CaseFile) => assessed(practice, given).seats;
export const invitees = (practice: Practice, given: CaseFile) => assessed(practice, given).invitees;
export const meetingType = (practice: Practice, given: CaseFile) => assessed(practice, given).meetingType;
export const agenda = (practice: Practice, given: CaseFile) => assessed(practice, given).agenda;
export const chairEligible = (practice: Practice, candidate: ChairCandidate, given: CaseFile) =>
  assessed(practice, given).mayChair(candidate);
export const permittedOutcomes = (practice: Practice, given: CaseFile) => assessed(practice, given).child('A').outcomes;
export const decisionFaults = (practice: Practice, given: CaseFile) => assessed(practice, given).child('A').decision;
export const checkDecision = (practice: Practice, given: CaseFile) => checkOf(decisionFaults(practice, given));
export const afterMeeting = (practice: Practice, given: CaseFile & Progress) =>
  afterMeetingOf(assessed(practice, given).reading, given);
export const formatFindings = (practice: Practice, given: CaseFile) =>
  formatFindingsOf(assessed(practice, given).reading);
export const explain = (practice: Practice, given: CaseFile) => explainMatter(practice, matterOf(given));
export const check = (practice: Practice, given: CaseFile & Progress) => checkMatter(practice, matterOf(given), given);

export const triggers = (practice: Practice, facts: Iterable<RuleFact>) => ofFacts(practice, facts).triggers;
export const duties = (practice: Practice, moment: Moment, facts: Iterable<RuleFact>) =>
  ofFacts(practice, facts).duties(moment);
export const noticesOwed = (practice: Practice, moment: Moment, facts: Iterable<RuleFact>) =>
  ofFacts(practice, facts).tell(moment);
/** What the answers to an area leave open where these facts are true. */
export const requirementFindings = (practice: Practice, area: Area, facts: Iterable<RuleFact>, answers: Answers) =>
  findingsOf(practice, area, readingOf(practice, facts).holds, answers);
export const areasAsked = (practice: Practice, facts: Iterable<RuleFact>) =>
  areasOf(practice, readingOf(practice, facts).holds);
export const requirementFields = (practice: Practice, area: Area, facts: Iterable<RuleFact>) =>
  ofFacts(practice, facts).asked(area);
