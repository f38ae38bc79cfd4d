/** Five hundred discussions, made by the commands people give: in the returns of their year nothing is found. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findingsIn, isInCensus } from '../../../src/documents/returns/checks.ts';
import type { AsOf } from '../../../src/documents/returns/enquiry.ts';
import { enquiriesIn } from '../../../src/documents/returns/joined.ts';
import { createCalendar, dueAt, endOfDay, londonDate, plusDays } from '../../../src/practice/time/calendar.ts';
import { instant, plusMillis, type Instant } from '../../../src/practice/time/instant.ts';
import { present } from '../../builders/attendance.ts';
import { child, convene } from '../../builders/convene.ts';
import { childInNeed, jointEnquiry, recordDecision } from '../../builders/decision.ts';
import { headOfService, complete } from '../../builders/gate.ts';
import { health, manager, police, socialWorker } from '../../builders/people.ts';
import { practiceFor } from '../../builders/standards.ts';
import { stateOf, story, type Story } from '../../builders/story.ts';

const hour = 3_600_000;
const period = { from: '2026-04-01', to: '2027-03-31' };
const calendar = createCalendar([]);

/** One discussion: on which day of the year, under what, whether an enquiry starts, and how that goes. */
const told = fc.record({
  day: fc.integer({ min: 0, max: 364 }),
  standard: fc.constantFrom('practice-standards-2025' as const, 'darlington' as const),
  enquiries: fc.constantFrom('none', 'one', 'both'),
  ends: fc.constantFrom('noFurtherAction' as const, 'furtherSupport' as const, 'conference' as const),
  lasts: fc.integer({ min: 0, max: 14 }),
  plan: fc.boolean(),
});
type Told = typeof told extends fc.Arbitrary<infer T> ? T : never;

const at = (day: number, hours: number): Instant =>
  plusMillis(instant(`${plusDays(period.from, day)}T10:00:00+01:00`), hours * hour);

const beginning = ({ day, standard, enquiries }: Told, number: number): Story => {
  const started = at(day, 0);
  const children = [child(), child({ childId: 'B', name: 'Kim Sample', initials: 'K.S.' })];
  const referral = { ...convene().referral, receivedAt: started, concernsIdentifiedAt: started };
  const command = convene({
    reference: `SD-GEN${number}`,
    children,
    referral,
    meeting: { startsAt: at(day, 2), format: 'meeting', where: 'Room 4' },
  });
  const convened = story(standard).then(manager, command, started);
  const withNumbers = children.reduce(
    (s, { childId }) =>
      s.then(
        socialWorker,
        {
          kind: 'recordDetails',
          of: childId,
          details: { councilId: `${number}${childId}` },
          basedOn: stateOf(s).version,
        },
        started,
      ),
    convened,
  );
  const met = [manager, police, socialWorker, health].reduce(
    (s, who) => s.then(who, present(who), at(day, 2)),
    withNumbers,
  );
  const enquiry = (childId: string) => jointEnquiry({ childId }, standard);
  const decisions = {
    none: [childInNeed(), childInNeed({ childId: 'B' })],
    one: [enquiry('A'), childInNeed({ childId: 'B' })],
    both: [enquiry('A'), enquiry('B')],
  }[enquiries];
  return met.then(manager, recordDecision(decisions, [], at(day, 3)), at(day, 3));
};

const enquired = ({ enquiries }: Told): readonly string[] =>
  enquiries === 'none' ? [] : enquiries === 'one' ? ['A'] : ['A', 'B'];

const throughGate = (before: Story, childId: string, ends: Told['ends'], when: Instant): Story => {
  const seen = before.then(
    socialWorker,
    {
      kind: 'recordEnquiry',
      childId,
      seen: { at: when, answers: { seenAlone: 'yes' } },
      answers: { parentalPermission: { permissionGiven: 'yes' } },
    },
    when,
  );
  return seen
    .then(socialWorker, { kind: 'reportEnquiry', childId, answers: complete(stateOf(seen)) }, when)
    .then(manager, { kind: 'checkEnquiry', childId, decider: headOfService }, when)
    .then(
      headOfService,
      {
        kind: 'recordResult',
        childId,
        result: ends === 'conference' ? 'substantiatedIcpc' : 'notSubstantiatedContinueAssessment',
        reason: 'Weighed',
      },
      when,
    );
};

/** As people carry it on: by the end of the year, or not yet. */
const carriedOn = (before: Story, given: Told): Story => {
  const { day, lasts, ends, plan, standard } = given;
  const when = at(day + lasts, 5);
  return enquired(given).reduce((s, childId) => {
    const ended =
      standard === 'darlington'
        ? s.then(
            socialWorker,
            {
              kind: 'endEnquiry',
              childIds: [childId],
              how: ends,
              on: londonDate(when),
              reason: 'Safe',
              agreedBy: 'Pat',
            },
            when,
          )
        : throughGate(s, childId, ends, when);
    const heldOn = londonDate(dueAt(calendar, at(day, 3), { workingDays: 15 }));
    return ends === 'conference'
      ? ended.then(
          socialWorker,
          { kind: 'recordConference', childIds: [childId], outcome: { what: 'held', heldOn, plan } },
          endOfDay(heldOn),
        )
      : ended;
  }, before);
};

it('500 discussions of a year, each child with its own number: no finding', () => {
  const all = fc.sample(told, { numRuns: 500, seed: 47 }).map((given, number): AsOf => {
    const d = stateOf(carriedOn(beginning(given, number), given));
    if (d.stage !== 'decided') throw new Error('it was decided');
    return { d, practice: practiceFor(given.standard), day: period.to };
  });
  const enquiries = enquiriesIn(all).filter((enquiry) => isInCensus(period, enquiry));
  expect(enquiries.length).toBeGreaterThan(300);
  expect(new Set(enquiries.map(({ isConferenceNeeded }) => isConferenceNeeded))).toEqual(new Set([true, false, null]));
  const findings = findingsIn({ period, calendar, all: enquiries });
  expect(findings.map(({ check, about }) => `${check} ${about.id} ${about.startedOn}`)).toEqual([]);
});
