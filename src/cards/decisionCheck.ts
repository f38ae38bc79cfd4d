import { z } from 'zod';
import { formatDate, formatTime, londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import type { ChildDecisionDraft, DecidingDraft, Draft } from '../conduct/drafts.ts';
import type { InSession } from '../discussion/state/discussion.ts';
import { seenKinds, seenOf } from '../discussion/state/seen.ts';
import { inPart, longestThatFits, plain, said, template, type Card } from './bind.ts';
import { childLine } from '../words/childWords.ts';
import { countsFromDecision, decidedAt, readDecided, readEnd, timesOffered } from './meetingEnd.ts';
import { childDecision } from './childDecision.ts';
import { wasThereAt } from '../discussion/state/attendance.ts';
import { goneLines } from '../words/attendanceWords.ts';
import { leftOpenWarning } from '../words/agendaWords.ts';
import { firstFacts, furtherFacts } from './childShown.ts';
import { consequences, consequencesOf, type Consequences } from './consequences.ts';
import { inquorateWords } from '../words/refusalWords.ts';
import { notListedInFull } from '../words/identifiedWords.ts';
import type { Quorum } from '../practice/answers/quorum.ts';
import { citedRule } from '../words/ruleWords.ts';
import { missingSeats, quorumAt } from '../discussion/matter/quorumNow.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import { leftOpen } from '../discussion/matter/leftOpen.ts';
import { checkChild } from '../discussion/matter/childCheck.ts';

/** As the button carries it. */
export const seen = z.record(z.enum(seenKinds), z.number());

const facts = z.array(z.object({ title: said, value: said }));

const bind = template(
  'decision-check',
  z.object({
    reference: plain,
    revision: z.number(),
    quorumStyle: z.enum(['good', 'attention']),
    quorum: z.array(said),
    children: z.array(
      z.object({
        childId: plain,
        title: said,
        facts,
        /** What the outcomes, the plan and the rules asked besides, under the words of each question. */
        sections: z.array(z.object({ title: said, facts })),
        more: z.array(said),
      }),
    ),
    warnings: z.array(said),
    ...consequences.shape,
    /** Of the plan, agreed so far. */
    actions: z.array(said),
    /** What there was to look at: what has come since is looked at first. */
    seen,
    endedDate: plain,
    endedTime: plain,
    isCountedFrom: z.boolean(),
    decidedDate: plain,
    decidedTime: plain,
    overridable: z.array(z.object({ seat: plain, words: plain, rule: plain, value: plain })),
  }),
);

/** How much of each text is shown; for many children, or long reasons, less. The record keeps all of it. */
const textLengths = [6000, 1200, 400, 150, 60];
/** Where even that is too much, the further answers are counted. */
const shortest = 40;

/** All that will be recorded of one child. */
const childShown = (answer: ChildDecisionDraft, d: InSession, practice: Practice, today: string, length: number) => {
  const { childId } = answer;
  const child = d.children.find((c) => c.childId === childId);
  const sections = furtherFacts(d, practice, answer, length);
  const count = sections.flatMap((section) => section.facts).length;
  const isCounted = length === shortest && count > 0;
  return {
    childId,
    title: `Child ${childId}${child === undefined ? '' : `: ${childLine(child, today)}`}`,
    facts: firstFacts(d, practice, childDecision(answer), length),
    sections: isCounted ? [] : sections,
    more: isCounted ? [`And ${count} further answers, not shown here; all of them are recorded.`] : [],
  };
};

/** What follows counts from when the meeting ended; until the chair has said when that was, no date is shown. */
const ifRecorded = (draft: Draft<DecidingDraft>, d: InSession, practice: Practice, now: Instant): Consequences => {
  const offered = timesOffered(d, draft.body, practice, now);
  const [end, decision] = [readEnd(offered.ended), readDecided(offered.decided)];
  const at = (decision.ok ? decision.value : null) ?? (end.ok ? end.value : now);
  const overrides = missingSeats(quorumAt(d, practice, at)).map(({ seat }) => ({ seat, reason: 'To be given' }));
  const command = {
    kind: 'recordDecision',
    meetingEndedAt: end.ok ? end.value : now,
    ...(decision.ok && decision.value !== null ? { decidedAt: decision.value } : {}),
    decisions: draft.body.children.map(childDecision),
    overrides,
  } as const;
  const { due, told } = consequencesOf(d, command, { practice, now });
  return { due: end.ok ? due : ['Say when the meeting ended: what is due counts from then.'], told };
};

/** Who fills a seat and is in no directory: what the chair knows of them, before the decision counts on it. */
const notListedLines = (d: InSession, { seats }: Quorum): readonly string[] =>
  seats.flatMap(({ words, filledBy }) => {
    const here = d.attendance.find(({ participant }) => participant.personId === filledBy);
    const mark = here === undefined ? null : notListedInFull(here);
    return here === undefined || mark === null
      ? []
      : [`${words}: ${here.participant.name}, ${here.participant.agency}, ${mark}.`];
  });

/** R-2: what has been agreed to be done. More is agreed once it is decided, from the answer to recording it. */
const actionLines = ({ actions }: InSession, length: number): readonly string[] =>
  actions.map(
    ({ number, step, owner, dueOn }) =>
      `Action ${number}: ${inPart(step, Math.min(length, 200))} ${owner.name}, by ${formatDate(dueOn)}.`,
  );

/** Once all have left, the page proposes the last moment at which they could have decided. */
const minimumWords = (until: Instant | null): string =>
  until === null
    ? 'Everyone needed to decide is here.'
    : `Everyone has left. All who are needed to decide were there until ${formatTime(until)}. If it was decided before that, say below when.`;

/** The last page: what will be recorded, who is there to decide it, and what the chair should weigh. */
export const decisionCheckCard = (
  draft: Draft<DecidingDraft>,
  d: InSession,
  practice: Practice,
  now: Instant,
): Card => {
  const offered = timesOffered(d, draft.body, practice, now);
  const { ended, decided } = offered;
  const at = decidedAt(offered) ?? now;
  const quorum = quorumAt(d, practice, at);
  const missing = missingSeats(quorum);
  const decisions = draft.body.children.map(childDecision);
  const follows = ifRecorded(draft, d, practice, now);
  return longestThatFits([...textLengths, shortest], (length) =>
    bind({
      reference: d.reference,
      revision: draft.revision,
      quorumStyle: quorum.quorate ? 'good' : 'attention',
      quorum: [
        ...(quorum.quorate ? [minimumWords(offered.until)] : inquorateWords(missing)),
        ...(quorum.quorate ? [] : goneLines(d.attendance.filter((here) => !wasThereAt(here, at)))),
        ...notListedLines(d, quorum),
      ],
      children: draft.body.children.map((answer) => childShown(answer, d, practice, londonDate(now), length)),
      warnings: [
        ...new Set([
          ...leftOpenWarning(leftOpen(d, decisions, practice)),
          ...assessed(d, practice).cautions.map(citedRule),
          ...decisions.flatMap((decision) => checkChild(d, decision, practice).warnings.map(({ words }) => words)),
        ]),
      ],
      ...follows,
      actions: actionLines(d, length),
      seen: seenOf(d),
      endedDate: ended.date,
      endedTime: ended.time,
      isCountedFrom: countsFromDecision(d, practice),
      decidedDate: decided.date,
      decidedTime: decided.time,
      overridable: missing
        .filter((seat) => seat.overridable)
        .map(({ seat, words, rule }) => ({ seat, words, rule, value: draft.body.overrides[seat] ?? '' })),
    }),
  );
};
