/**
 * What the rules ask of one child while it is seen and enquired about: that it was seen and how (V-1..V-3), what a parent
 * agreed to (V-6, V-7), checks without consent (V-8), what the family heard afterwards (F-2).
 */
import type { Fault, Findings } from './findings.ts';
import { setsTimeToBeSeen } from './laterDeadlines.ts';
import { holds, type ChildReading, type FactSet, type Reading } from './reading.ts';
import { findingsIn, requirementFields, type AskedField, type Test } from './requirements.ts';
import type { Area } from '../language/parts.ts';

/** In the order they are asked. */
export const enquiryAreas = [
  'childSeen',
  'parentalPermission',
  'agencyChecks',
  'familyAfterwards',
] as const satisfies readonly Area[];
type EnquiryArea = (typeof enquiryAreas)[number];

export interface EnquiryStep {
  readonly area: EnquiryArea;
  readonly fields: readonly AskedField[];
  readonly isRecorded: boolean;
  /** What stands in the way of recording it, as it has been answered. */
  readonly faults: readonly Fault[];
  /** What stands, and is to be thought of. */
  readonly warnings: readonly Fault[];
}

export const enquirySteps = (
  { practice, matter }: Reading,
  { child: { enquired }, facts }: ChildReading,
): readonly EnquiryStep[] => {
  const test: Test = (when) => holds(when, facts);
  const fieldsOf = (area: EnquiryArea): readonly AskedField[] =>
    requirementFields(practice, area, test)
      .filter(({ name }) => name !== toldByTime)
      .map((field) => withoutUntrue(field, facts));
  const isAsked = (area: EnquiryArea): boolean =>
    (fieldsOf(area).length > 0 && (area !== 'familyAfterwards' || matter.held.meetingEndAt !== null)) ||
    (area === 'childSeen' && setsTimeToBeSeen(practice, test));
  const findingsOf = (area: EnquiryArea): Findings => findingsIn(fieldsOf(area), test, enquired.answers[area] ?? {});
  return enquiryAreas.filter(isAsked).map((area) => {
    const { faults, warnings } = findingsOf(area);
    return {
      area,
      fields: fieldsOf(area),
      isRecorded: enquired.answers[area] !== undefined,
      // V-6, V-7: nobody says that a child was seen without saying what a parent agreed to.
      faults: [...faults, ...(area === 'childSeen' ? findingsOf('parentalPermission').faults : [])],
      warnings,
    };
  });
};

/** The day is known from the time at which the child was seen: it is not asked again. */
const toldByTime = 'dateSeenAlone';

/** V-2: not yet born is a reason of those alone who are not. */
const withoutUntrue = (field: AskedField, facts: FactSet): AskedField =>
  field.choices === undefined || facts.has('unborn')
    ? field
    : { ...field, choices: field.choices.filter(({ value }) => value !== 'unborn') };
