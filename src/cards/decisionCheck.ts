import { z } from 'zod';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import type { ChildDecisionDraft, DecidingDraft, Draft } from '../conduct/drafts.ts';
import type { Discussion, InSession } from '../discussion/state/discussion.ts';
import type { ChildDecision } from '../discussion/state/childDecision.ts';
import { inPart, longestThatFits, plain, said, template, type Card } from './bind.ts';
import { childLine } from '../words/childWords.ts';
import { countsFromDecision, endOffered } from './meetingEnd.ts';
import { answeredSections } from './answered.ts';
import { childDecision } from './childDecision.ts';
import { detailSections, familyTitle } from './decisionSections.ts';
import { leftOpenWarning } from '../words/agendaWords.ts';
import { outcomesWords, withheldWords } from '../words/decisionWords.ts';
import { inquorateWords } from '../words/refusalWords.ts';
import { notListedInFull } from '../words/identifiedWords.ts';
import type { Quorum } from '../practice/answers/quorum.ts';
import { citedRule } from '../words/ruleWords.ts';
import { missingSeats, quorumNow } from '../discussion/matter/quorumNow.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import { leftOpen } from '../discussion/matter/leftOpen.ts';
import { checkChild } from '../discussion/matter/childCheck.ts';

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
    endedDate: plain,
    endedTime: plain,
    isCountedFrom: z.boolean(),
    decidedDate: plain,
    decidedTime: plain,
    overridable: z.array(z.object({ seat: plain, words: plain, rule: plain, value: plain })),
  }),
);

const familyWords = (d: Discussion, practice: Practice, decision: ChildDecision): string =>
  decision.familyTold.decision === 'told'
    ? decision.familyTold.what
    : `Not told for now: ${withheldWords(practice, d, decision)}`;

/** How much of each text is shown; for many children, or long reasons, less. The record keeps all of it. */
const textLengths = [6000, 1200, 400, 150, 60];
/** Where even that is too much, the further answers are counted. */
const shortest = 40;

/** All that will be recorded of one child. */
const childShown = (answer: ChildDecisionDraft, d: InSession, practice: Practice, today: string, length: number) => {
  const decision = childDecision(answer);
  const child = d.children.find((c) => c.childId === decision.childId);
  const sections = answeredSections(
    detailSections(answer, d, practice).filter(({ title }) => title !== familyTitle),
    (id) => answer.details[id] ?? '',
    length,
  );
  const count = sections.flatMap((section) => section.facts).length;
  const isCounted = length === shortest && count > 0;
  return {
    childId: decision.childId,
    title: `Child ${decision.childId}${child === undefined ? '' : `: ${childLine(child, today)}`}`,
    facts: [
      { title: 'Start a section 47 enquiry?', value: decision.s47 ? 'Yes' : 'No' },
      { title: 'Outcomes', value: outcomesWords(practice, d, decision) },
      { title: 'Reasons', value: inPart(decision.reasons, length) },
      { title: familyTitle, value: inPart(familyWords(d, practice, decision), length) },
    ],
    sections: isCounted ? [] : sections,
    more: isCounted ? [`And ${count} further answers, not shown here; all of them are recorded.`] : [],
  };
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

/** The last page: what will be recorded, who is there to decide it, and what the chair should weigh. */
export const decisionCheckCard = (
  draft: Draft<DecidingDraft>,
  d: InSession,
  practice: Practice,
  now: Instant,
): Card => {
  const ended = endOffered(d, draft.body, now);
  const quorum = quorumNow(d, practice);
  const missing = missingSeats(quorum);
  const decisions = draft.body.children.map(childDecision);
  return longestThatFits([...textLengths, shortest], (length) =>
    bind({
      reference: d.reference,
      revision: draft.revision,
      quorumStyle: quorum.quorate ? 'good' : 'attention',
      quorum: [
        ...(quorum.quorate ? ['Everyone needed to decide is here.'] : inquorateWords(missing)),
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
      endedDate: ended.date,
      endedTime: ended.time,
      isCountedFrom: countsFromDecision(d, practice),
      decidedDate: draft.body.decided.date,
      decidedTime: draft.body.decided.time,
      overridable: missing
        .filter((seat) => seat.overridable)
        .map(({ seat, words, rule }) => ({ seat, words, rule, value: draft.body.overrides[seat] ?? '' })),
    }),
  );
};
