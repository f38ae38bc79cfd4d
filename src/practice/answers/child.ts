/** The answers about one child of a discussion. */
import type { Area } from '../language/parts.ts';
import { decidingAreas, fieldsWhenDeciding, isCalledFor, type DecidingArea } from './decidingAreas.ts';
import { decisionQuestions, type DecisionQuestion } from './decisionQuestions.ts';
import { enquirySteps, type EnquiryStep } from './enquiry.ts';
import { gateOf, type Gate } from './gate.ts';
import type { Findings } from './findings.ts';
import { concerning, type LaterDeadline } from './laterDeadlines.ts';
import { once } from './once.ts';
import { decisionFaults, permittedOutcomes, type Outcome } from './outcomes.ts';
import { holds, type ChildReading, type Reading } from './reading.ts';
import { requirementFields, type AskedField, type Test } from './requirements.ts';

/** What a standard says of one child: of a sibling it may say something else. */
export interface ChildAssessment {
  readonly outcomes: readonly Outcome[];
  readonly asked: (area: Area) => readonly AskedField[];
  /** The fields a decision about this child waits for, by area, in the order they are asked. */
  readonly deciding: readonly { readonly area: DecidingArea; readonly fields: readonly AskedField[] }[];
  /** What the outcomes proposed make it necessary to know. */
  readonly questions: readonly DecisionQuestion[];
  /** The dates that follow for this child (V-1: none to be seen for one not yet born, or seen already). */
  readonly later: readonly LaterDeadline[];
  /** What the rules ask while the child is seen and enquired about, as far as it can be answered by now. */
  readonly enquiry: readonly EnquiryStep[];
  /** How its enquiry ends; null where the standard has no gate. */
  readonly gate: Gate | null;
  /** What stands in the way of the decision proposed, and what to weigh. */
  readonly decision: Findings;
}

/** Throws `RangeError` for a child the reading does not have. */
export const childAssessment = (
  reading: Reading,
  childId: string,
  later: () => readonly LaterDeadline[],
): ChildAssessment => {
  const child = reading.children.find((each) => each.child.id === childId);
  if (child === undefined) throw new RangeError(`there is no child ${childId} in this matter`);
  const { practice } = reading;
  const test: Test = (when) => holds(when, child.facts);
  const known = once();
  return {
    get outcomes() {
      return known('outcomes', () => permittedOutcomes(reading, child));
    },
    asked: (area) => requirementFields(practice, area, test),
    get deciding() {
      return known('deciding', () => decidingOf(reading, child));
    },
    get questions() {
      return known('questions', () => decisionQuestions(practice, child));
    },
    get later() {
      const isSeen = child.child.enquired.seenAt !== null;
      return known('later', () => concerning(practice, later(), { test, isSeen }));
    },
    get enquiry() {
      return known('enquiry', () => enquirySteps(reading, child));
    },
    get gate() {
      return known('gate', () => gateOf(reading, child));
    },
    get decision() {
      return known('decision', () => decisionFaults(reading, child));
    },
  };
};

const decidingOf = (reading: Reading, child: ChildReading): ChildAssessment['deciding'] =>
  decidingAreas
    .filter((area) => isCalledFor(reading, area))
    .map((area) => ({ area, fields: fieldsWhenDeciding(reading.practice, area, (when) => holds(when, child.facts)) }))
    .filter(({ fields }) => fields.length > 0);
