/** All that is, or would be, recorded of one child, each answer under the words of its question. */
import type { ChildDecisionDraft } from '../conduct/drafts.ts';
import type { ChildDecision } from '../discussion/state/childDecision.ts';
import type { Discussion, InSession } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';
import { outcomesWords, withheldWords } from '../words/decisionWords.ts';
import { answeredSections, type AnsweredSection, type Fact } from './answered.ts';
import { inPart } from './bind.ts';
import { childDecision } from './childDecision.ts';
import { detailSections, familyTitle } from './decisionSections.ts';

/** The yes or no first (P-1), then the outcomes, the reasons (P-5) and the family (F-1). `length`: of each text shown. */
export const firstFacts = (d: Discussion, practice: Practice, decision: ChildDecision, length: number): Fact[] => [
  { title: 'Start a section 47 enquiry?', value: decision.s47 ? 'Yes' : 'No' },
  { title: 'Outcomes', value: outcomesWords(practice, d, decision) },
  { title: 'Reasons', value: inPart(decision.reasons, length) },
  { title: familyTitle, value: inPart(familyWords(d, practice, decision), length) },
];

const familyWords = (d: Discussion, practice: Practice, decision: ChildDecision): string =>
  decision.familyTold.decision === 'told'
    ? decision.familyTold.what
    : `Not told for now: ${withheldWords(practice, d, decision)}`;

/** What the outcomes, the plan and the rules asked besides. */
export const furtherFacts = (
  d: InSession,
  practice: Practice,
  answer: ChildDecisionDraft,
  length: number,
): readonly AnsweredSection[] =>
  answeredSections(
    detailSections(answer, d, practice).filter(({ title }) => title !== familyTitle),
    (id) => answer.details[id] ?? '',
    length,
  );

/** Where one says otherwise than the other, in the order of the form: what was, and what is. */
export const differences = (
  d: InSession,
  practice: Practice,
  was: ChildDecisionDraft,
  is: ChildDecisionDraft,
  length: number,
): readonly { readonly title: string; readonly was: string; readonly is: string }[] => {
  const [before, after] = [was, is].map((answer) => allFacts(d, practice, answer));
  const titles = new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])]);
  return [...titles].flatMap((title) => {
    const [then = notAnswered, now = notAnswered] = [before?.get(title), after?.get(title)];
    return then === now ? [] : [{ title, was: inPart(then, length), is: inPart(now, length) }];
  });
};

const notAnswered = 'Nothing';
const inFull = 6000;

/** Two outcomes may ask the same question: each is told apart by what it is asked for. */
const allFacts = (d: InSession, practice: Practice, answer: ChildDecisionDraft): ReadonlyMap<string, string> =>
  new Map([
    ...firstFacts(d, practice, childDecision(answer), inFull).map(({ title, value }) => [title, value] as const),
    ...furtherFacts(d, practice, answer, inFull).flatMap((section) =>
      section.facts.map(({ title, value }) => [`${section.title}: ${title}`, value] as const),
    ),
  ]);
